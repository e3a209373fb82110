"""Right to left: the Unicode bidirectional algorithm for one paragraph (UAX #9).

Written here because the library for it (python-bidi) hands back the turned-round string only, and
a line of several weights and colours must know where each letter came from. What it leaves out:
explicit embeddings and overrides (X2 to X5), which `letters.cleaned` takes away. Isolates, which
our own sentences put around names, are kept. The tests hold it against python-bidi.
"""

import re
from collections.abc import Iterator, Sequence
from unicodedata import bidirectional, category

FIRST_STRONG_ISOLATE = "\u2068"
POP_ISOLATE = "\u2069"

_ISOLATES = frozenset({"LRI", "RLI", "FSI"})
_REMOVED = frozenset({"RLE", "LRE", "RLO", "LRO", "PDF", "BN"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"})
_AT_LINE_END = _NEUTRAL - {"ON"} | _REMOVED
_STRONG = frozenset({"L", "R", "AL"})
_RIGHT = frozenset({"R", "AL", "EN", "AN"})
# All right-to-left letters lie in these blocks; most text has no letter of them.
_MAY_TURN = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_OPENED_AT_MOST = 63  # BD16
_DEEPEST = 125  # BD2

# BidiMirroring.txt, those that an ordinary text has; the letters between stand in pairs.
_PAIRS = "()[]{}<>«»‹›≤≥≪≫⁅⁆⁽⁾₍₎⌈⌉⌊⌋⟦⟧⟨⟩⟪⟫⦃⦄⦅⦆〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞＜＞（）［］｛｝｟｠｢｣"  # noqa: E501
MIRRORED = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
MIRRORED |= {right: left for left, right in MIRRORED.items()}


def has_right_to_left(text: str) -> bool:
    """Say whether any letter asks for this module at all."""
    if not _MAY_TURN.search(text):
        return False
    return any(bidirectional(each) in {"R", "AL", "AN"} for each in text)


def base_level(text: str) -> int:
    """Return 1 where the first strong letter outside isolates runs right to left, else 0 (P2)."""
    depth = 0
    for each in text:
        kind = bidirectional(each)
        if kind in _ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and kind in _STRONG:
            return int(kind != "L")
    return 0


def levels(text: str, base: int) -> list[int]:
    """Return the embedding level of each letter of a paragraph; odd ones run right to left.

    Lines are broken in this logical order, and only then turned, each for itself.
    """
    paragraph = _Paragraph(text)
    paragraph.resolve(0, len(text), base)
    return paragraph.levels


def visual_order(text: str, line_levels: Sequence[int], base: int) -> list[int]:
    """Return the positions of a line's letters from left to right (L1, L2).

    Args:
        text: The line, in logical order.
        line_levels: The paragraph's levels of these letters.
        base: The level of the paragraph.
    """
    final = list(line_levels)
    for position in range(len(text) - 1, -1, -1):
        if bidirectional(text[position]) not in _AT_LINE_END:
            break
        final[position] = base
    order = list(range(len(text)))
    for level in range(max(final, default=0), 0, -1):
        start = None
        for position in range(len(order) + 1):
            inside = position < len(order) and final[position] >= level
            if inside and start is None:
                start = position
            elif not inside and start is not None:
                order[start:position] = reversed(order[start:position])
                final[start:position] = reversed(final[start:position])
                start = None
    return order


class _Paragraph:
    """The working state: a class and a level for each letter."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.kinds = [bidirectional(each) for each in text]
        self.levels = [0] * len(text)

    def resolve(self, start: int, end: int, level: int) -> None:
        """Resolve the letters from start to end, which lie in one isolate of this level."""
        outside: list[int] = []
        position = start
        while position < end:
            kind = self.kinds[position]
            self.levels[position] = level
            if kind not in _REMOVED:
                outside.append(position)
            if kind in _ISOLATES and level + 2 <= _DEEPEST:
                closing = self._closing(position, end)
                inner = self._inner_level(position, closing, level)
                self.resolve(position + 1, closing, inner)
                position = closing
            else:
                position += 1
        _Sequence(self, outside, level).resolve()

    def _closing(self, opening: int, end: int) -> int:
        """Return where the isolate that opens here ends: its PDI, or the end."""
        depth = 0
        for position in range(opening, end):
            if self.kinds[position] in _ISOLATES:
                depth += 1
            elif self.kinds[position] == "PDI":
                depth -= 1
                if depth == 0:
                    return position
        return end

    def _inner_level(self, opening: int, closing: int, level: int) -> int:
        kind = self.kinds[opening]
        right = kind == "RLI" or (
            kind == "FSI" and base_level(self.text[opening + 1 : closing]) == 1
        )
        return level + 1 if (level + 1) % 2 == int(right) else level + 2


class _Sequence:
    """An isolating run sequence (BD13): letters of one level, isolates inside it left out."""

    def __init__(self, paragraph: _Paragraph, positions: list[int], level: int) -> None:
        self.paragraph = paragraph
        self.positions = positions
        self.level = level
        self.side = "R" if level % 2 else "L"
        self.text = "".join(paragraph.text[each] for each in positions)
        self.kinds = [paragraph.kinds[each] for each in positions]

    def resolve(self) -> None:
        """Apply W, N and I, and write the levels back."""
        self._marks_and_numbers()
        self._separators()
        self._numbers_after_latin()
        self._brackets()
        self._neutrals()
        for position, kind in zip(self.positions, self.kinds, strict=True):
            odd = self.level % 2
            if kind in {"AN", "EN"}:
                self.paragraph.levels[position] = self.level + (1 if odd else 2)
            elif (kind == "R") != bool(odd):
                self.paragraph.levels[position] = self.level + 1

    def _marks_and_numbers(self) -> None:
        """W1 to W3: marks follow their letter; numbers after Arabic are Arabic; AL is R."""
        previous, strong = self.side, self.side
        for index, kind in enumerate(self.kinds):
            settled = kind
            if kind == "NSM":
                settled = "ON" if previous in _ISOLATES | {"PDI"} else previous
            elif kind == "EN" and strong == "AL":
                settled = "AN"
            if kind in _STRONG:
                strong = kind
            self.kinds[index] = previous = settled
        self.kinds = ["R" if kind == "AL" else kind for kind in self.kinds]

    def _separators(self) -> None:
        """W4 to W6: a separator inside a number, and a sign beside one, belong to it."""
        kinds = self.kinds
        for index in range(1, len(kinds) - 1):
            before, after = kinds[index - 1], kinds[index + 1]
            between_equals = before == after and before in {"EN", "AN"}
            if between_equals and (
                kinds[index] == "CS" or (kinds[index] == "ES" and before == "EN")
            ):
                kinds[index] = before
        for start, end in _runs(kinds, frozenset({"ET"})):
            beside = {kinds[start - 1] if start else "", kinds[end] if end < len(kinds) else ""}
            kinds[start:end] = ["EN" if "EN" in beside else "ON"] * (end - start)
        self.kinds = ["ON" if kind in {"ES", "CS"} else kind for kind in kinds]

    def _numbers_after_latin(self) -> None:
        """W7."""
        strong = self.side
        for index, kind in enumerate(self.kinds):
            if kind in {"L", "R"}:
                strong = kind
            elif kind == "EN" and strong == "L":
                self.kinds[index] = "L"

    def _brackets(self) -> None:
        """N0: a pair of brackets goes with what it holds, or with what stands before it."""
        for opening, closing in sorted(self._bracket_pairs()):
            inside = {
                "R" if kind in _RIGHT else kind
                for kind in self.kinds[opening + 1 : closing]
                if kind in _RIGHT or kind == "L"
            }
            if not inside:
                continue
            side = self.side
            if side not in inside:
                side = self._side_before(opening)
            for bracket in (opening, closing):
                self.kinds[bracket] = side
                self._marks_after(bracket, side)

    def _side_before(self, opening: int) -> str:
        for kind in reversed(self.kinds[:opening]):
            if kind == "L":
                return "L"
            if kind in _RIGHT:
                return "R"
        return self.side

    def _marks_after(self, bracket: int, side: str) -> None:
        for index in range(bracket + 1, len(self.text)):
            if bidirectional(self.text[index]) != "NSM":
                break
            self.kinds[index] = side

    def _bracket_pairs(self) -> list[tuple[int, int]]:
        opened: list[tuple[str, int]] = []
        pairs: list[tuple[int, int]] = []
        for index, each in enumerate(self.text):
            if self.kinds[index] != "ON" or each not in MIRRORED:
                continue
            if category(each) == "Ps":
                if len(opened) == _OPENED_AT_MOST:
                    return []
                opened.append((MIRRORED[each], index))
            elif category(each) == "Pe":
                for depth in range(len(opened) - 1, -1, -1):
                    if opened[depth][0] == each:
                        pairs.append((opened[depth][1], index))
                        del opened[depth:]
                        break
        return pairs

    def _neutrals(self) -> None:
        """N1, N2: between two letters of one side they go along, else with the paragraph."""
        kinds = self.kinds
        for start, end in _runs(kinds, _NEUTRAL):
            before = self.side if start == 0 else kinds[start - 1]
            after = self.side if end == len(kinds) else kinds[end]
            left, right = ("R" if kind in _RIGHT else "L" for kind in (before, after))
            kinds[start:end] = [left if left == right else self.side] * (end - start)


def _runs(kinds: list[str], wanted: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield start and end of each stretch of wanted kinds."""
    start = None
    for index, kind in enumerate([*kinds, ""]):
        if kind in wanted and start is None:
            start = index
        elif kind not in wanted and start is not None:
            yield start, index
            start = None
