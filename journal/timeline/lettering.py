"""Text as geometry: how wide it is, how it is cut and broken, and what is kept out of it."""

import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

Measure = Callable[[str, float], float]
"""The width in pixels of a text at a size in pixels; the painter has a better one than ours."""

ELLIPSIS = "…"
LONGEST = 400
_EMOJI_FROM = "\U0001f000"
_NO_LETTERS = "\ufffe\uffff"  # XML refuses them.

# About ideographs, after JIS X 4051: what never begins and what never ends a line.
_NEVER_FIRST = frozenset("、。，．：；？！）」』】》〉〕ー々!%),.:;?]}’”…")
_NEVER_LAST = frozenset("（「『【《〈〔([{‘“")

# Controls that turn the text after them around, and would reach past the end of a name.
_TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))

# Widths in em, the wider of Inter and DejaVu Sans: a viewer without the one has the other.
_EM = {
    letter: width
    for width, letters in (
        (0.29, "'ijlIJ"),
        (0.34, " ,./:;\\|"),
        (0.4, "()[]tf-!"),
        (0.46, 'r"'),
        (0.54, "*_`sz?c"),
        (0.6, "LFkvxyPJ"),
        (0.66, "TYaoeESbdghnpquK$0123456789{}"),
        (0.7, "AVBRXZC"),
        (0.78, "UHNDG&OQ"),
        (0.86, "w#+<=>^~M"),
        (1.0, "%mW@"),
    )
    for letter in letters
}


@lru_cache(maxsize=4096)
def approximate_width(text: str, size_px: float) -> float:
    """Estimate the width of a text where no font can be asked; rather too wide than not."""
    return size_px * sum(map(_em, text))


@lru_cache(maxsize=4096)
def _em(letter: str) -> float:
    if letter in _EM:
        return _EM[letter]
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0.0
    if letter >= _EMOJI_FROM:
        return 1.3
    return 1.0 if unicodedata.east_asian_width(letter) in "WF" else 0.76


def clean(text: str) -> str:
    """Make one line of a user's text, without what could break or turn the drawing.

    White space becomes single blanks; control characters, lone surrogates and the bidi
    controls are left out; what is beyond the first few hundred characters is cut.
    """
    shown = text[:LONGEST].translate(_TURNING)
    return " ".join("".join(each if _is_shown(each) else " " for each in shown).split())


@lru_cache(maxsize=4096)
def _is_shown(letter: str) -> bool:
    return unicodedata.category(letter) not in {"Cc", "Cs"} and letter not in _NO_LETTERS


def reads_right_to_left(text: str) -> bool:
    """Say whether the first letter with a direction of its own is read from the right.

    Source: Unicode Standard Annex 9, rules P2 and P3.
    """
    strong = (unicodedata.bidirectional(each) for each in text)
    return next((each for each in strong if each in {"L", "R", "AL"}), "L") != "L"


def elided(text: str, room_px: float, size_px: float, measure: Measure) -> str:
    """Cut a text to the room, with an ellipsis; empty where not even one letter fits."""
    if measure(text, size_px) <= room_px:
        return text
    fits, too_long = 0, len(text)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        if measure(text[:middle] + ELLIPSIS, size_px) <= room_px:
            fits = middle
        else:
            too_long = middle
    while fits and _belongs_to_the_letter_before(text[fits]):
        fits -= 1
    kept = text[:fits].rstrip(" ,.;:-\u200d")
    return kept + ELLIPSIS if kept else ""


def _belongs_to_the_letter_before(letter: str) -> bool:
    return letter == "\u200d" or unicodedata.category(letter) in {"Mn", "Me", "Mc"}


def wrapped(
    text: str, room_px: float, size_px: float, measure: Measure, *, lines: int
) -> tuple[str, ...]:
    """Break a text into at most so many lines; the last one is cut where more would follow.

    Returns:
        No line at all where the room is too narrow for a letter.
    """
    made: list[str] = []
    words = list(_words(text))
    while words and len(made) < lines - 1:
        line = _filled(words, room_px, size_px, measure)
        if not line:
            break
        made.append(line)
    rest = elided("".join(words).strip(), room_px, size_px, measure)
    return (*made, rest) if rest else tuple(made)


def _filled(words: list[str], room_px: float, size_px: float, measure: Measure) -> str:
    """Take words off the front as long as they fit."""
    line = ""
    while words and measure((line + words[0]).rstrip(), size_px) <= room_px:
        line += words.pop(0)
    return line.strip()


def _words(text: str) -> Iterator[str]:
    """Split where a line may break: after a blank, and about most ideographs."""
    word = ""
    for letter in text:
        if word and _may_part(word[-1], letter):
            yield word
            word = ""
        word += letter
    if word:
        yield word


def _may_part(before: str, letter: str) -> bool:
    if before == " " or letter == " ":
        return before == " "
    if letter in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    return any(unicodedata.east_asian_width(each) in "WF" for each in (before, letter))
