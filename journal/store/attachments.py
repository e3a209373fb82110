"""Files that belong to a record: kept by what they hold, in a folder beside the journal.

A file is named by the digest of its content and by nothing of its own; so two of the same
content are one, and no name from outside ever becomes a path.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from journal.domain.errors import JournalError, NotFoundError, NotSavedError, RefusedFileError
from journal.store import durable
from journal.store.failures import translated
from journal.store.file import JournalFile, open_again
from journal.wording import _

SIZE_LIMIT = 100 * 1024 * 1024
_AT_ONCE = 1024 * 1024
_HEX = frozenset("0123456789abcdef")
_DIGEST_LENGTH = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A file as it is kept.

    Attributes:
        digest: SHA-256 of its content, hexadecimal.
    """

    digest: str
    size_bytes: int


def folder_of(journal: Path) -> Path:
    """Name the folder of a journal's files; it may not exist yet."""
    return journal.with_name(f"{journal.stem}.files")


def keep(journal: Path, source: Path) -> Kept:
    """Take a copy of a file into the folder.

    Raises:
        RefusedFileError: if it is no file, too large, or the journal itself.
        NotSavedError: if it cannot be read, or the folder does not take it.
    """
    try:
        _require_plain(journal, source)
        digest, size = _digest(source)
        target = _path(journal, digest)
        if not target.exists():
            durable.sweep(durable.make_folder(target.parent))
            with durable.published(target) as unfinished:
                _copy(source, unfinished)
                if _digest(unfinished)[0] != digest:
                    raise NotSavedError(
                        _("{name} was changing; it was not taken.").format(name=source.name)
                    )
    except OSError as error:
        raise NotSavedError(
            _("{name} could not be copied; nothing was changed.").format(name=source.name),
            str(error),
        ) from error
    return Kept(digest=digest, size_bytes=size)


def is_there(journal: Path, digest: str) -> bool:
    """Say whether a file of that content lies in the folder."""
    try:
        return _path(journal, digest).is_file()
    except NotFoundError:
        return False


def copy_out(journal: Path, digest: str, target: Path) -> None:
    """Write a copy of a kept file, in place of what bears that name.

    Raises:
        NotFoundError: if it is not there, or is not what was kept.
        NotSavedError: if the copy cannot be written.
    """
    source = checked(journal, digest)
    try:
        with durable.published(target) as unfinished:
            _copy(source, unfinished)
    except OSError as error:
        raise NotSavedError(
            _("{path} cannot be written.").format(path=target), str(error)
        ) from error


def checked(journal: Path, digest: str) -> Path:
    """Return where a kept file lies, once it was read whole.

    Raises:
        NotFoundError: if it is not there, or is not what was kept.
    """
    source = _path(journal, digest)
    with _there():
        found = _digest(source)[0]
    _require_unaltered(found, digest)
    return source


def content(journal: Path, digest: str) -> bytes:
    """Return what a kept file holds.

    Raises:
        NotFoundError: if it is not there, or is not what was kept.
    """
    with _there():
        found = _path(journal, digest).read_bytes()
    _require_unaltered(hashlib.sha256(found).hexdigest(), digest)
    return found


@contextmanager
def _there() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise NotFoundError(
            _("This file is no longer in the folder beside the journal."), str(error)
        ) from error


def _require_unaltered(found: str, digest: str) -> None:
    if found != digest:
        raise NotFoundError(_("This file was altered since it was added; it was not opened."))


@contextmanager
def made(journal: JournalFile, content: bytes) -> Iterator[None]:
    """Keep a file of our own for as long as the block and, unless it fails, from then on.

    Raises:
        NotSavedError: if the folder does not take it.
    """
    kept = folder_of(journal.path) / hashlib.sha256(content).hexdigest()
    with _only_if_named(journal) as new:
        if not kept.exists():
            new.append(kept)
            _publish(kept, content)
        yield


@contextmanager
def taken(journal: JournalFile, sources: Iterable[Path]) -> Iterator[None]:
    """Keep files for as long as the block and, unless it fails, from then on.

    Raises:
        NotSavedError: if the folder does not take one.
    """
    with _only_if_named(journal) as new:
        for source in sources:
            kept = folder_of(journal.path) / _named(source)
            if not kept.exists():
                new.append(kept)
                keep(journal.path, source)
        yield


@contextmanager
def _only_if_named(journal: JournalFile) -> Iterator[list[Path]]:
    """Remove what is in the list if the block fails and the journal does not name it.

    It may name it all the same: a disk can refuse the very last call of a change that it holds.
    """
    new: list[Path] = []
    try:
        yield new
    except BaseException:
        # What cannot be removed is a copy too many, under the name of what it holds.
        with suppress(OSError, JournalError), closing(open_again(journal)) as seen:
            for each in new:
                if not _is_named(seen, each.name):
                    each.unlink(missing_ok=True)
        raise


def _is_named(journal: JournalFile, digest: str) -> bool:
    with translated():
        found = journal.connection.execute("SELECT 1 FROM attachments WHERE digest = ?", (digest,))
        return found.fetchone() is not None


def _named(source: Path) -> str:
    try:
        return _digest(source)[0]
    except OSError as error:
        raise NotSavedError(
            _("{name} could not be copied; nothing was changed.").format(name=source.name),
            str(error),
        ) from error


@contextmanager
def copied(journal: Path, target: Path, progress: Callable[[int, int], None]) -> Iterator[None]:
    """Copy every kept file to beside another journal; if the block fails, none stays there.

    Args:
        journal: Whose files they are.
        target: Another journal; it need not be there yet.
        progress: Told before each file, done of how many; it may raise.

    Raises:
        NotSavedError: if one cannot be read, or the other folder does not take it.
    """
    made: list[Path] = []
    try:
        _copy_all(journal, target, progress, made)
        yield
    except BaseException:
        # What cannot be removed is a copy too many, under the name of what it holds.
        with suppress(OSError):
            for each in made:
                each.unlink(missing_ok=True)
            folder_of(target).rmdir()
        raise


def head(journal: Path, digest: str, count: int) -> bytes:
    """Return the first bytes of a kept file; none where it is not there."""
    try:
        with _path(journal, digest).open("rb") as opened:
            return opened.read(count)
    except (NotFoundError, OSError):
        return b""


def _require_plain(journal: Path, source: Path) -> None:
    if not source.is_file():
        raise RefusedFileError(
            _("{name} is no file that can be attached.").format(name=source.name)
        )
    # Reading the journal as a file would end the locks that SQLite holds on it.
    if source.samefile(journal):
        raise RefusedFileError(_("The journal cannot be attached to itself."))
    if source.stat().st_size > SIZE_LIMIT:
        raise RefusedFileError(
            _("{name} is larger than {limit} MB; it was not attached.").format(
                name=source.name, limit=SIZE_LIMIT // _AT_ONCE
            )
        )


def _publish(target: Path, content: bytes) -> None:
    try:
        durable.sweep(durable.make_folder(target.parent))
        durable.write(target, content)
    except OSError as error:
        raise NotSavedError(
            _("The file could not be kept beside the journal; nothing was changed."), str(error)
        ) from error


def _copy_all(
    journal: Path, target: Path, progress: Callable[[int, int], None], made: list[Path]
) -> None:
    try:
        sources = _kept_in(folder_of(journal))
        for done, source in enumerate(sources):
            progress(done, len(sources))
            copy = durable.make_folder(folder_of(target)) / source.name
            if not copy.exists():
                made.append(copy)
                _copy_checked(source, copy)
    except OSError as error:
        raise NotSavedError(
            _("The files of this journal could not be copied; nothing was changed."), str(error)
        ) from error


def _kept_in(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(each for each in folder.iterdir() if _is_digest(each.name))


def _copy_checked(source: Path, target: Path) -> None:
    """Copy a file as it is, also one that is no longer what its name says."""
    with durable.published(target) as unfinished:
        _copy(source, unfinished)
        if _digest(unfinished) != _digest(source):
            raise NotSavedError(
                _("A copy was not what it is a copy of; nothing was changed. Try again.")
            )


def _is_digest(name: str) -> bool:
    return len(name) == _DIGEST_LENGTH and _HEX.issuperset(name)


def _path(journal: Path, digest: str) -> Path:
    # It may have come with a pack from somebody else.
    if not _is_digest(digest):
        raise NotFoundError(_("This file is no longer in the folder beside the journal."), digest)
    return folder_of(journal) / digest


def _digest(path: Path) -> tuple[str, int]:
    made, size = hashlib.sha256(), 0
    for some in _read(path):
        made.update(some)
        size += len(some)
    return made.hexdigest(), size


def _copy(source: Path, target: Path) -> None:
    with target.open("wb") as opened:
        for some in _read(source):
            opened.write(some)


def _read(path: Path) -> Iterator[bytes]:
    with path.open("rb") as opened:
        while some := opened.read(_AT_ONCE):
            yield some
