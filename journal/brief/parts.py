"""What a page is made of, as plain typed values: text with a tone, lists, tables, figures, blanks.

`content` fills them, `layout` and `figures` draw them. Nothing here knows paper, fonts or
reportlab, so what a brief says can be tested, and printed as text, without making a PDF.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum

from journal.domain.metric import Effect
from journal.domain.rating import Level


class Tone(StrEnum):
    """How a run of text is meant; `styles` says how that looks."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    QUOTE = "quote"
    GUESS = "guess"
    ALARM = "alarm"


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one tone. It prints as it stands; no character in it has another meaning."""

    text: str
    tone: Tone = Tone.PLAIN


Words = tuple[Run, ...]
"""One paragraph: runs that follow each other without anything between."""


class Mark(StrEnum):
    """What stands before each line of a list."""

    NONE = "none"
    BULLET = "bullet"
    NUMBER = "number"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sentence, larger than the rest."""

    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """Paragraphs below each other."""

    items: tuple[Words, ...]
    mark: Mark = Mark.NONE


def bullets(items: Iterable[Words]) -> tuple[Lines, ...]:
    """Return a list with a bullet before each line; nothing where there is no line."""
    found = tuple(items)
    return (Lines(items=found, mark=Mark.BULLET),) if found else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of cells; a cell is some paragraphs.

    Attributes:
        head: One title for each column; empty for no head.
        shares: Of the width, one for each column, adding up to 1; empty to go by what stands in
            them.
    """

    rows: tuple[tuple[tuple[Words, ...], ...], ...]
    shares: tuple[float, ...] = ()
    head: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """Empty lines to write on, below a quiet label."""

    count: int
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blanks:
    """Labels with room beside each to fill in by hand, in rows."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """From this day on, this level."""

    day: date
    level: Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """Where the relationship should be: a level on a day."""

    day: date
    level: Level


@dataclass(frozen=True, slots=True, kw_only=True)
class StepGraph:
    """Ratings over time: ours solid, theirs dotted, the goal dashed to a ring.

    Attributes:
        level_names: Lowest first, five of them.
        ours: In order of day; may be empty.
        theirs: Likewise.
        until: Where the step lines end, mostly the day of printing.
        our_name: What stands at the end of our line, such as "we".
        said: The same in words, for who has the page read aloud.
    """

    level_names: tuple[str, ...]
    ours: tuple[Step, ...]
    theirs: tuple[Step, ...]
    until: date
    our_name: str
    their_name: str
    goal: Aim | None = None
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """What one number does to another, and the words on the line that says so."""

    effect: Effect
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TiedPair:
    """A number of theirs and one of ours, as they see it (dashed) and as checked (solid).

    Attributes:
        theirs: Empty where ours stands alone.
        ours: Empty where theirs stands alone.
        untold: What stands on a dotted line where neither is known; empty for no line.
        is_turning_point: Whether it was feared, checked, and is not so.
    """

    theirs: Words
    ours: Words
    perceived: Tie | None = None
    checked: Tie | None = None
    untold: str = ""
    is_turning_point: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TieFigure:
    """Numbers side by side: theirs left, ours right, lines between."""

    their_name: str
    our_name: str
    pairs: tuple[TiedPair, ...]


Part = Statement | Lines | Table | Ruled | Blanks | StepGraph | TieFigure


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Two columns; on narrow paper the right one comes below the left."""

    left: tuple[Part, ...]
    right: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands under it."""

    title: str
    parts: tuple[Part | Beside, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """What is needed at the door.

    Attributes:
        account: Its name, the largest text of the page.
        people: Who, by name and title.
        when: Day and time.
        where: Place, drive and when to leave.
        next_fixed: Their next fixed thing; empty where none is known.
        slot: How this slot went so far; empty where nothing is known.
    """

    account: str
    people: Words
    when: Words
    where: Words
    next_fixed: Words = ()
    slot: Words = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """All that is printed.

    Attributes:
        first: The sections of page 1.
        second: Those that begin on a page of their own.
        printed_at: An aware moment; the only time in the file.
        foot_left: Stands at the foot of each page, left.
        foot_right: Likewise right; `{page}` and `{pages}` are filled in, and within a pack
            `{leaf}` and `{leaves}`, counted over all of it.
        language: Of the printed sentences, such as `en`.
    """

    title: str
    door: Door
    first: tuple[Section, ...]
    second: tuple[Section, ...]
    printed_at: datetime
    foot_left: str
    foot_right: str
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """Several briefs as one document: each on pages of its own.

    Attributes:
        printed_at: An aware moment; the only time in the file.
        language: Of the printed sentences, such as `en`.
    """

    title: str
    briefs: tuple[Brief, ...]
    printed_at: datetime
    language: str = "en"


def runs_in(value: object) -> Iterator[Run]:
    """Yield every run of text in a brief or a part of one, in the order of reading."""
    if isinstance(value, Run):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from runs_in(each)
    elif is_dataclass(value):
        for each in fields(value):
            yield from runs_in(getattr(value, each.name))
