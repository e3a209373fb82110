"""What somebody typed, made fit to be set: the door through which all text of a user comes.

Needs no font and no reportlab, so what a page says is fit before anything is drawn.
"""

import re
from unicodedata import category, normalize

from journal.brief.direction import FIRST_STRONG_ISOLATE, POP_ISOLATE, has_right_to_left

LONGEST_WORD = 2_000

UNSEEN = frozenset(
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064"
    "\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff"
)
"""Letters without a mark on paper, which shaping and line breaking look at."""

_OVERRIDES = dict.fromkeys(range(0x202A, 0x202F))
_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
_DIRECTIONS = _ISOLATES | dict.fromkeys((0x061C, 0x200E, 0x200F))
_REGIONAL_A = 0x1F1E6
_FLAGS = {_REGIONAL_A + number: chr(ord("A") + number) for number in range(26)}
# Letters that nothing has to be done about: ASCII, the no-break space, composed Latin letters, and
# the dashes, quotation marks and points of print.
_ORDINARY = re.compile("[ -~\u00a0-\u00ac\u00ae-\u024f–—‘’‚“”„•…€]*")
EAST_ASIAN = (
    "\u1100-\u11ff\u2e80-\u30ff\u3100-\u9fff\ua960-\ua97f\uac00-\ud7ff"
    "\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
)
"""For a class of a pattern: letters between which a line may end, without a space."""

# Thai, Lao, Burmese and Khmer have no spaces between words either.
_WORDS_RUN_ON = f"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff{EAST_ASIAN}"
_LONG_WORD = re.compile(rf"[^\s{_WORDS_RUN_ON}]{{{LONGEST_WORD + 1},}}")
_SPACES = re.compile("[\t\n\r\v\f\x85 \u2000-\u200a\u2028\u2029]+")
_LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")


def cleaned(text: str) -> str:
    """Return one line of text that is safe to set.

    Line ends and tabs become spaces, control characters and lone surrogates go, explicit changes
    of direction go (they would turn round what stands behind them), letters are composed, flags
    become their two letters, and a word beyond 2,000 letters is cut. Of several spaces one is left.
    """
    if len(text) <= LONGEST_WORD and "  " not in text and _ORDINARY.fullmatch(text):
        return text
    text = normalize("NFC", _SPACES.sub(" ", text))
    text = text.translate(_OVERRIDES).translate(_FLAGS)
    if not text.isprintable():
        text = "".join(each for each in text if _is_printed(each))
    return _LONG_WORD.sub(lambda word: word.group()[:LONGEST_WORD] + "…", text)


def plain(text: str) -> str:
    """Return a text as it is read out: cleaned, and without what only says where it runs to."""
    return cleaned(text).translate(_DIRECTIONS)


def lines_of(text: str) -> list[str]:
    """Split what was typed at its line ends, so that each line is set as its own paragraph."""
    return _LINE_ENDS.split(text)


def isolated(text: str) -> str:
    """Clean a name or a note that stands inside a sentence of ours.

    A right-to-left one is wrapped, so that a date behind it stays behind it.
    """
    text = cleaned(text)
    if has_right_to_left(text):
        return f"{FIRST_STRONG_ISOLATE}{text.translate(_ISOLATES)}{POP_ISOLATE}"
    return text


def _is_printed(letter: str) -> bool:
    return letter.isprintable() or letter in UNSEEN or category(letter) in {"Zs", "Co", "Cn"}
