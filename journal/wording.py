"""The program's sentences in the user's language, chosen once at start.

A room that says something to the user wraps the sentence where it is said, inside a function:
`_("Saved {time}").format(time=...)`. A sentence wrapped at import would stay English, because
the language is not chosen yet.
"""

import gettext
from collections.abc import Sequence
from pathlib import Path

_DOMAIN = "account-journal"
_catalogue = gettext.NullTranslations()


def choose(folder: Path, languages: Sequence[str] | None = None) -> None:
    """Choose the language for the rest of the program; English where it has no catalogue.

    Args:
        folder: Holds `<language>/LC_MESSAGES/account-journal.mo`; need not exist.
        languages: Best first; None asks the environment (LANGUAGE, LC_ALL, LC_MESSAGES, LANG).
    """
    global _catalogue  # noqa: PLW0603  chosen once, at start, for the whole program
    _catalogue = gettext.translation(_DOMAIN, folder, languages, fallback=True)


def _(message: str) -> str:
    """Say a sentence in the chosen language."""
    return _catalogue.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """Say a counted sentence; `one` and `many` are the English forms, left unformatted."""
    return _catalogue.ngettext(one, many, count)
