"""Whether two spellings name one organisation, or one person."""

import re
import unicodedata
from functools import lru_cache

_PLAIN = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"',
        "»": '"', "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-",
    }
)  # fmt: skip
_SPACES = re.compile(r"\s+")
_SPACED_INITIALS = re.compile(r"(?<=\b\w\.) (?=\w\.)")
_AND = re.compile(r"\s*&\s*")
_WORDS = {
    "p/l": "pty ltd",
    "proprietary": "pty",
    "limited": "ltd",
    "incorporated": "inc",
    "corporation": "corp",
}
_WORD = re.compile(r"(?<![\w/])(" + "|".join(map(re.escape, _WORDS)) + r")(?![\w/])")
_DOTTED_WORD = re.compile(r"(?<!\w)(pty|ltd|inc|corp)\.(?!\w)")
_LEGAL_FORM = re.compile(r",(?= (?:pty|ltd|inc|corp|llc|gmbh|ag|d\.\w|s\.\w|a\.s))")
_REMEMBERED = 1 << 16
_EDGES = " .,;:-"


@lru_cache(maxsize=_REMEMBERED)
def organisation_form(name: str) -> str:
    """Return what all spellings of one organisation have in common.

    Two names are one when they differ only in: the width of letters (NFKC), upper and lower
    case, white space, the shape of quotes and dashes, a full stop or comma at the ends, "&"
    for "and", the abbreviation of a legal form (Ltd, Pty, P/L, Inc, Corp), a comma before a
    legal form, spaces in "d. o. o.". Names that the law itself takes for identical
    (Corporations Act 2001 (Cth), section 149; it is the same elsewhere). Accents, numbers,
    word order, brackets and the legal form itself keep two names apart: it is better to have
    one customer twice than two customers mixed.
    """
    text = unicodedata.normalize("NFKC", name).translate(_PLAIN).casefold()
    text = _AND.sub(" and ", text)
    text = _SPACES.sub(" ", text).strip()
    text = _SPACED_INITIALS.sub("", text)
    text = _WORD.sub(lambda match: _WORDS[match[1]], text)
    text = _DOTTED_WORD.sub(r"\1", text)
    text = _LEGAL_FORM.sub("", text)
    return text.strip(_EDGES) or name.casefold().strip() or name


@lru_cache(maxsize=_REMEMBERED)
def person_form(name: str) -> str:
    """Return what all spellings of one person's name have in common: case, width, spaces."""
    text = unicodedata.normalize("NFKC", name).translate(_PLAIN).casefold()
    return _SPACES.sub(" ", text).strip()
