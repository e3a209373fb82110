"""What erasing a person does, in words: what goes, what stays, what is left elsewhere."""

from collections.abc import Iterator, Mapping

from journal.domain.holding import Mention
from journal.domain.record import Record
from journal.operations.erasing import Named, Preview
from journal.terms import counted_words, record_words
from journal.ui.shared.words import month_words
from journal.wording import _, ngettext

_AROUND = 40


def going_words(preview: Preview) -> str:
    """Say what goes for good."""
    said = [_("the name, how to reach them, what to remember and to avoid, the note")]
    if preview.roles:
        text = ngettext(
            "title, opinion and note of {count} role",
            "titles, opinions and notes of {count} roles",
            preview.roles,
        )
        said.append(text.format(count=preview.roles))
    said += _counted(preview.removed)
    return _("{what}. With it all that the history and the search know of it.").format(
        what=_sentence(said)
    )


def staying_words(preview: Preview) -> str:
    """Say what stays, about somebody without a name."""
    said = _counted(preview.nameless)
    if not said:
        return _("Nothing else names this person.")
    return _("{what}: what was between you and the account, without the name.").format(
        what=_sentence(said)
    )


def elsewhere_words(preview: Preview) -> Iterator[str]:
    """Say what this cannot reach, a sentence each."""
    for shelf in preview.shelves:
        if shelf.problem:
            yield shelf.problem
        elif shelf.held:
            count = len(shelf.held)
            text = ngettext(
                "{count} backup in {folder} has this person until about {month}, and brings them "
                "back if it is restored. So does the monthly plain copy beside it.",
                "{count} backups in {folder} have this person until about {month}, and bring them "
                "back if one is restored. So do the monthly plain copies beside them.",
                count,
            )
            month = month_words(preview.until)
            yield text.format(count=count, folder=shelf.folder, month=month)
    if preview.issued:
        text = ngettext(
            "{count} page or line that was handed out has the name; it stays as it was issued, "
            "and so does the file that is kept of it.",
            "{count} pages or lines that were handed out have the name; they stay as issued, and "
            "so do the files that are kept of them.",
            preview.issued,
        )
        yield text.format(count=preview.issued)
    yield _("What you printed, exported or handed over, and the files you attached, stay.")
    yield _("So do texts that name this person in other words, and those you leave unticked.")
    yield _("An import that names them again makes them anew.")


def warning_words() -> str:
    """Say what cannot be taken back."""
    return _(
        "This cannot be undone, nor can anything that was done before it. No backup is made "
        "first: it would keep what is to go."
    )


def named_words(named: Named) -> str:
    """Say a name and in how many texts it stands: `“Dana”, in 14 texts`."""
    count = len(named.mentions)
    said = ngettext("“{name}”, in {count} text", "“{name}”, in {count} texts", count)
    said = said.format(name=named.name, count=count)
    return (
        said if named.is_certain else _("{name}; may be somebody else, or a word").format(name=said)
    )


def mention_words(mention: Mention, name: str) -> str:
    """Show where a name stands: the kind of record and some letters at either side."""
    text = " ".join(mention.text.split())
    at = max(text.casefold().find(name.casefold()), 0)
    start, end = max(0, at - _AROUND), at + len(name) + _AROUND
    before, after = "…" if start else "", "…" if end < len(text) else ""
    return f"{record_words(mention.kind)}: {before}{text[start:end]}{after}"


def done_words(preview: Preview) -> str:
    """Say what came of it, and what was not reached."""
    name = preview.person.name
    if not any(shelf.held for shelf in preview.shelves):
        said = _("{name} is erased. What was printed, exported or handed over still has the name.")
        return said.format(name=name)
    said = _(
        "{name} is erased. Backups made before have the person until about {month}; what was "
        "printed, exported or handed over has, too."
    )
    return said.format(name=name, month=month_words(preview.until))


def _counted(counts: Mapping[type[Record], int]) -> list[str]:
    return [counted_words(kind, count) for kind, count in counts.items()]


def _sentence(said: list[str]) -> str:
    whole = ", ".join(said)
    return whole[:1].upper() + whole[1:]
