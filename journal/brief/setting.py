"""Text setting: styled runs in, lines of glyphs out.

This is the one way from a string to the paper. No text is read as markup on it: letters are looked
up in a font, and `pen` writes the numbers of their glyphs. `<img src="...">` prints as it stands.

Lines are broken in the order of reading; a paragraph with Arabic or Hebrew is then turned line by
line, and set from the right if it begins with a right-to-left letter. Time grows with the length of
the text, never with its square.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from journal.brief.direction import (
    MIRRORED,
    base_level,
    has_right_to_left,
    levels,
    visual_order,
)
from journal.brief.letters import Piece, shaped, spelled
from journal.brief.parts import Words
from journal.brief.styles import INKS, Colour, Ink
from journal.brief.typed import EAST_ASIAN, cleaned

PER_MILLE = 1000
_SHORT_LAST = 1 / 6  # of a line: a word alone that is longer looks like a line
_WORDS_TO_SPARE = 4  # on the line before, or that would look short
_SPARED = 1 / 3  # of a line, at most

_IS_EAST_ASIAN = re.compile(f"[{EAST_ASIAN}]")
_WHERE_TO_PART = re.compile(
    rf"(?<=[^\W\d_][-‐–—/])(?=[^\W\d_])|(?=[{EAST_ASIAN}])|(?<=[{EAST_ASIAN}])"
)
# After JIS X 4051 and the CSS line-break rules: what never begins and never ends a line.
_NEVER_FIRST = frozenset(
    "!%),.:;?]}¢°’”›»†‡…‰℃、。〃々〉》」』】〕〗〙〛〟ぁぃぅぇぉっゃゅょゎ゛゜ゝゞァィゥェォッャュョヮヵヶ・ーヽヾ"
    "！％），．：；？］｝｠｡｣､･ｰ·–—~"
)
_NEVER_LAST = frozenset("([{‘“‹«£¥〈《「『【〔〖〘〚〝（［｛｟｢￡￥$")


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line, ready to be drawn from left to right.

    Attributes:
        pieces: With the colour of each.
        width: In thousandths of the size.
        from_right: Whether its paragraph begins at the right.
    """

    pieces: tuple[tuple[Piece, Colour], ...]
    width: float
    from_right: bool = False


def set_words(words: Words, size: float, measure: float) -> list[SetLine]:
    """Set one paragraph; at least one line, which may be empty.

    Args:
        words: What it says.
        size: Of the letters, in points.
        measure: The width to fill, in points.
    """
    return set_inked([(run.text, INKS[run.tone]) for run in words], size, measure)


def set_inked(runs: Iterable[tuple[str, Ink]], size: float, measure: float) -> list[SetLine]:
    """Set one paragraph whose runs carry their ink."""
    paragraph = _Paragraph([(shaped(cleaned(text)), ink) for text, ink in runs])
    limit = max(measure, size) * PER_MILLE / size
    broken = list(_broken(paragraph.tokens, limit))
    if not broken:
        return [SetLine(pieces=(), width=0)]
    _keep_company(broken, limit)
    spaced = [*(tokens[0].spaced for tokens in broken[1:]), False]
    return [
        paragraph.line(tokens, before_space=before_space)
        for tokens, before_space in zip(broken, spaced, strict=True)
    ]


class _Token(NamedTuple):
    """A word, a part of one behind which a line may end, or an East Asian letter.

    Attributes:
        start: Where it begins in the paragraph.
        spaced: Whether a space stands before it.
        joined: Whether no line may begin with it.
    """

    text: str
    ink: Ink
    start: int
    width: float
    spaced: bool
    joined: bool


class _Paragraph:
    """One paragraph in the order of reading."""

    def __init__(self, runs: list[tuple[str, Ink]]) -> None:
        self.tokens = list(_tokens(runs))
        self.text = "".join(text for text, _ in runs)
        self.turns = has_right_to_left(self.text)
        self.base = base_level(self.text) if self.turns else 0
        self.levels = levels(self.text, self.base) if self.turns else []

    def line(self, tokens: list[_Token], *, before_space: bool) -> SetLine:
        """Draw up one line from its tokens.

        The space at which it was broken is drawn behind it, outside the measure: who takes the
        text out again would else find two words in one.
        """
        stretches = self._turned(tokens) if self.turns else _stretches(tokens)
        pieces: list[tuple[Piece, Colour]] = []
        width = 0.0
        for text, ink in stretches:
            word = spelled(text, ink.cut)
            width += word.width
            pieces += [(piece, ink.colour) for piece in word.pieces]
        if before_space and not self.turns:
            ink = tokens[-1].ink
            pieces += [(piece, ink.colour) for piece in spelled(" ", ink.cut).pieces]
        return SetLine(pieces=tuple(pieces), width=width, from_right=self.base == 1)

    def _turned(self, tokens: list[_Token]) -> list[tuple[str, Ink]]:
        """Put the letters of a line in the order in which they are seen, with their ink."""
        start, end = tokens[0].start, tokens[-1].start + len(tokens[-1].text)
        inks: list[Ink] = []
        for token in tokens:
            inks += [token.ink] * (token.start - start - len(inks) + len(token.text))
        text, heights = self.text[start:end], self.levels[start:end]
        seen: list[tuple[list[str], Ink]] = []
        for position in visual_order(text, heights, self.base):
            letter, ink = text[position], inks[position]
            if heights[position] % 2:
                letter = MIRRORED.get(letter, letter)
            if seen and seen[-1][1] is ink:
                seen[-1][0].append(letter)
            else:
                seen.append(([letter], ink))
        return [("".join(letters), ink) for letters, ink in seen]


def _stretches(tokens: list[_Token]) -> Iterator[tuple[str, Ink]]:
    """Yield what is drawn at once: words one by one, East Asian letters of one ink together."""
    together, ink = "", tokens[0].ink
    for number, token in enumerate(tokens):
        text = f" {token.text}" if token.spaced and number else token.text
        goes_on = together and not token.spaced and token.ink is ink
        if goes_on and _IS_EAST_ASIAN.match(text) and _IS_EAST_ASIAN.match(together[-1]):
            together += text
            continue
        if together:
            yield together, ink
        together, ink = text, token.ink
    yield together, ink


def _tokens(runs: list[tuple[str, Ink]]) -> Iterator[_Token]:
    start = 0
    before = ""
    spaced = True
    for text, ink in runs:
        for number, word in enumerate(text.split(" ")):
            if number:
                spaced = True
                start += 1
            for part in _parts(word):
                width = spelled(part, ink.cut).width
                joined = not (spaced or _may_part(before, part))
                yield _Token(part, ink, start, width, spaced, joined)
                start += len(part)
                before = part[-1]
                spaced = False


def _parts(word: str) -> Sequence[str]:
    """Split a word behind its hyphens and around each East Asian letter."""
    if not word:
        return ()
    if word.isalpha() and word.isascii():
        return (word,)
    return [part for part in _WHERE_TO_PART.split(word) if part]


def _may_part(before: str, text: str) -> bool:
    """Say whether a line may end after `before` and the next one begin with `text`."""
    first = text[:1]
    if first in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    if _IS_EAST_ASIAN.match(before) or _IS_EAST_ASIAN.match(first):
        return True
    return before in "-‐–—/"


def _broken(tokens: list[_Token], limit: float) -> Iterator[list[_Token]]:
    """Yield the tokens of each line."""
    line: list[_Token] = []
    filled = 0.0
    for chunk in _chunks(tokens):
        first = chunk[0]
        width = first.width if len(chunk) == 1 else sum(token.width for token in chunk)
        gap = spelled(" ", first.ink.cut).width if line and first.spaced else 0.0
        if line and filled + gap + width > limit:
            yield line
            line, filled, gap = [], 0.0, 0.0
        if width > limit:
            *full, line = _cut(chunk, limit)
            yield from full
            filled = sum(spelled(token.text, token.ink.cut).width for token in line)
        else:
            line += chunk
            filled += gap + width
    if line:
        yield line


def _keep_company(lines: list[list[_Token]], limit: float) -> None:
    """Give a short word that stands alone on the last line the word before it as company."""
    if len(lines) == 1 or len(lines[-1]) > 1:
        return
    before, (last,) = lines[-2:]
    starts = [number for number, token in enumerate(before) if not token.joined]
    if not last.spaced or last.width > limit * _SHORT_LAST or len(starts) < _WORDS_TO_SPARE:
        return
    moved = before[starts[-1] :]
    if moved[0].spaced and sum(token.width for token in moved) < limit * _SPARED:
        lines[-2:] = [before[: starts[-1]], [*moved, last]]


def _chunks(tokens: list[_Token]) -> Iterator[list[_Token]]:
    """Yield the tokens that stay together."""
    chunk: list[_Token] = []
    for token in tokens:
        if chunk and not token.joined:
            yield chunk
            chunk = []
        chunk.append(token)
    if chunk:
        yield chunk


def _cut(chunk: list[_Token], limit: float) -> Iterator[list[_Token]]:
    """Cut what is wider than a line, letter by letter, marks with the letter before them."""
    line: list[_Token] = []
    filled = 0.0
    for token in chunk:
        for offset, letters in _clusters(token.text):
            width = _width_after(line, letters, token.ink)
            if line and filled + width > limit:
                yield line
                line, filled, width = [], 0.0, _width_after([], letters, token.ink)
            if line and line[-1].ink is token.ink:
                line[-1] = line[-1]._replace(text=line[-1].text + letters)
            else:
                spaced = token.spaced and not offset
                line.append(token._replace(text=letters, start=token.start + offset, spaced=spaced))
            filled += width
    yield line


def _width_after(line: list[_Token], letters: str, ink: Ink) -> float:
    """Measure letters, with the kerning to the ones before them."""
    if line and line[-1].ink is ink:
        before = line[-1].text[-1]
        return spelled(before + letters, ink.cut).width - spelled(before, ink.cut).width
    return spelled(letters, ink.cut).width


_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u200d\ufe0f\U0001f3fb-\U0001f3ff"
_CLUSTER = re.compile(f".[{_MARKS}]*", re.DOTALL)


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    for found in _CLUSTER.finditer(text):
        yield found.start(), found.group()
