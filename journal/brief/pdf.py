"""A PDF file as such: its properties, and how it reaches the disk.

Nothing in the file comes from the clock, the machine or the user's name, so the same content gives
the same bytes. Streams are compressed but not armoured in ASCII, which made them a quarter larger.
reportlab is imported when the first page is made: who only puts a file down need not wait for it.
"""

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Any

from journal.brief.styles import Cut
from journal.brief.typed import cleaned
from journal.domain.errors import NotSavedError
from journal.wording import _

PROGRAM = "Account Journal"
_PRINTING = Lock()  # a font reads its file through one shared position
_ONLY_THE_USER = 0o600


def made(
    draw: Callable[[Any], None],
    *,
    size: tuple[float, float],
    title: str,
    printed_at: datetime,
    language: str,
) -> bytes:
    """Return the bytes of a PDF.

    Args:
        draw: Gets the canvas and draws all pages.
        size: Width and height of each page, in points.
        title: For the window of the reader.
        printed_at: An aware moment, the only one in the file.
        language: Of the text, such as `en`, for who has it read aloud.
    """
    from reportlab import rl_config

    from journal.brief.faces import Family, face
    from journal.brief.tags import TaggedCanvas

    rl_config.useA85 = 0
    buffer = BytesIO()
    with _PRINTING:
        canvas = TaggedCanvas(
            buffer,
            pagesize=size,
            pageCompression=1,
            invariant=1,
            initialFontName=face(Family.TEXT, Cut.REGULAR).font.fontName,
            lang=language,
        )
        canvas.setTitle(cleaned(title))
        canvas.setAuthor("")
        canvas.setSubject("")
        canvas.setCreator(PROGRAM)
        canvas.setProducer(PROGRAM)
        canvas.setDateFormatter(lambda *_: _pdf_date(printed_at))
        canvas.setViewerPreference("DisplayDocTitle", "true")
        draw(canvas)
        canvas.save()
    return buffer.getvalue()


def _pdf_date(moment: datetime) -> str:
    """Write a moment as PDF does: D:20261123214000+01'00'."""
    offset = moment.strftime("%z")
    return f"D:{moment:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:5]}'"


def put(path: Path, data: bytes) -> None:
    """Write a file wholly or not at all: beside the target, synced, then renamed over it.

    A link stays and the file that it names is written. What is no file, such as a pipe or a
    device, is written to as it stands: a file renamed over it would take its place for everybody.

    Raises:
        NotSavedError: The folder or the disk refused; a file that was there is as it was.
    """
    try:
        kind = _kind_of(path)
        if stat.S_ISDIR(kind):
            raise NotSavedError(_("{path} is a folder; name a file in it.").format(path=path))
        if stat.S_ISREG(kind):
            _replace(Path(os.path.realpath(path)), data)
        else:
            with path.open("wb") as target:
                target.write(data)
    except OSError as error:
        message = _("{file} could not be written: {why}. Nothing was changed.")
        raise NotSavedError(
            message.format(file=path, why=error.strerror or error), str(error)
        ) from error


def _kind_of(path: Path) -> int:
    """Return the mode of what a path leads to; that of a file where nothing is yet."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return stat.S_IFREG


def _replace(path: Path, data: bytes) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        _write_synced(beside, data)
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _write_synced(path: Path, data: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _ONLY_THE_USER)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the new name durable; Windows has no such call for folders."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
