"""A brief onto paper: parts to strips, strips to pages, pages to the bytes of a PDF."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from string import ascii_letters
from typing import Any, NamedTuple

from journal.brief import faces
from journal.brief.blocks import section_strips
from journal.brief.entrance import door_strips
from journal.brief.layout import Placed, Strip, pages, paragraph
from journal.brief.letters import has_squares
from journal.brief.parts import Blanks, Brief, Pack, Run, Section, Tone, runs_in
from journal.brief.pdf import made, put
from journal.brief.pen import Pen
from journal.brief.setting import PER_MILLE, SetLine, set_inked
from journal.brief.styles import (
    INKS,
    LABEL,
    NARROW,
    SHEETS,
    Ink,
    Sheet,
)
from journal.brief.typed import cleaned
from journal.domain.paper import Paper
from journal.wording import _

_ENDLESS = 1_000_000.0
_FEW = 4  # pages; of more it matters little whether there is one less
_FOOT_GAP = 14.0
_ANY_DAY = datetime(2000, 1, 1, tzinfo=UTC)


class Place(NamedTuple):
    """Where a page stands: within its brief, and within all that is printed."""

    page: int
    pages: int
    leaf: int
    leaves: int


def render(brief: Brief, paper: Paper) -> bytes:
    """Return the PDF."""
    alone = Pack(
        title=brief.title,
        briefs=(brief,),
        printed_at=brief.printed_at,
        language=brief.language,
    )
    return render_pack(alone, paper)


def render_pack(pack: Pack, paper: Paper) -> bytes:
    """Return several briefs as one PDF, each on pages of its own."""
    sheet = SHEETS[paper]
    filled = [(brief, _leaves(brief, sheet)) for brief in pack.briefs]
    count = sum(len(leaves) for _, leaves in filled)

    def draw(canvas: Any) -> None:  # noqa: ANN401  reportlab carries no types
        pen = Pen(canvas, sheet.height)
        drawn = 0
        for brief, leaves in filled:
            for number, leaf in enumerate(leaves, 1):
                drawn += 1
                for placed in leaf:
                    placed.strip.draw(pen, sheet.side, sheet.top + placed.top)
                _draw_foot(pen, brief, sheet, Place(number, len(leaves), drawn, count))
                canvas.showPage()

    return made(
        draw,
        size=(sheet.width, sheet.height),
        title=pack.title,
        printed_at=pack.printed_at,
        language=pack.language,
    )


def warm() -> None:
    """Read the fonts that every page needs and print nothing once, so that a page need not wait.

    Takes about a tenth of a second; for a thread that has nothing better to do.
    """
    faces.warm()
    sheet = SHEETS[Paper.A4]

    def draw(canvas: Any) -> None:  # noqa: ANN401  reportlab carries no types
        pen = Pen(canvas, sheet.height)
        for tone in Tone:
            pen.text(_set(ascii_letters, INKS[tone]), sheet.side, sheet.top, LABEL.size)
        canvas.showPage()

    size = (sheet.width, sheet.height)
    made(draw, size=size, title="", printed_at=_ANY_DAY, language="en")


def write(brief: Brief, path: Path, paper: Paper) -> None:
    """Write the PDF, wholly or not at all.

    Raises:
        NotSavedError: The folder or the disk refused; a file that was there is as it was.
    """
    put(path, render(brief, paper))


def _leaves(brief: Brief, sheet: Sheet) -> list[list[Placed]]:
    """Fill the pages; the second part begins on one of its own.

    Blanks alone stand below the first part, where a sheet of paper is saved by that.
    """

    def door(on: Sheet) -> list[Strip]:
        return [*door_strips(brief.door, on), *_sections(brief.first, on)]

    def rest(on: Sheet) -> list[Strip]:
        return [*_sections(brief.second, on), *_note_on_squares(brief, on)]

    if _is_blank(brief.second):
        alone = pages([*door(sheet), *rest(sheet)], sheet.room)
        if len(alone) == 1:
            return alone
    return _filled(door, sheet) + [leaf for leaf in _filled(rest, sheet) if leaf]


def _is_blank(sections: tuple[Section, ...]) -> bool:
    """Say whether nothing was prepared: there is only something to fill in by hand."""
    return bool(sections) and all(
        any(isinstance(part, Blanks) for part in section.parts) for section in sections
    )


def _filled(strips: Callable[[Sheet], list[Strip]], sheet: Sheet) -> list[list[Placed]]:
    """Fill pages, set only as much tighter as saves one."""
    loose = pages(strips(sheet), sheet.room)
    if not 1 < len(loose) <= _FEW:
        return loose
    tighter = (pages(strips(each), sheet.room) for each in sheet.tighter)
    return next((tight for tight in tighter if len(tight) < len(loose)), loose)


def _sections(sections: tuple[Section, ...], sheet: Sheet) -> list[Strip]:
    return [strip for section in sections for strip in section_strips(section, sheet)]


def _note_on_squares(brief: Brief, sheet: Sheet) -> list[Strip]:
    """Say what the squares are, where a letter had to be printed as one."""
    if not any(has_squares(cleaned(run.text)) for run in runs_in(brief)):
        return []
    words = (
        Run(_("□ stands for a letter that the fonts of this program do not have."), Tone.QUIET),
    )
    gap = Strip(height=sheet.body.leading, yields=True)
    return [gap, *paragraph(words, sheet.body, sheet.measure)]


def _draw_foot(pen: Pen, brief: Brief, sheet: Sheet, place: Place) -> None:
    """Write the foot: one line, two where the paper is narrow; the account's name is cut."""
    ink = INKS[Tone.QUIET]
    left = _set(brief.foot_left, ink)
    right = _set(brief.foot_right.format(**place._asdict()), ink)
    taken = _width(left) + _width(right) + 2 * _FOOT_GAP
    top = sheet.height - sheet.bottom + _FOOT_GAP
    if sheet.measure < NARROW:
        pen.text(left, sheet.side, top, LABEL.size)
        name = _clipped(brief.door.account, sheet.measure - _width(left) - _FOOT_GAP, ink)
        _at_right(pen, name, sheet, top)
        _at_right(pen, right, sheet, top + LABEL.leading)
        return
    top += LABEL.leading / 2
    pen.text(left, sheet.side, top, LABEL.size)
    _at_right(pen, right, sheet, top)
    name = _clipped(brief.door.account, sheet.measure - taken, ink)
    pen.text(name, sheet.side + _width(left) + _FOOT_GAP, top, LABEL.size)


def _set(text: str, ink: Ink) -> SetLine:
    return set_inked([(text, ink)], LABEL.size, _ENDLESS)[0]


def _width(line: SetLine) -> float:
    return line.width * LABEL.size / PER_MILLE


def _at_right(pen: Pen, line: SetLine, sheet: Sheet, top: float) -> None:
    pen.text(line, sheet.width - sheet.side - _width(line), top, LABEL.size)


def _clipped(text: str, room: float, ink: Ink) -> SetLine:
    """Set as much of a name as fits, with an ellipsis where it was cut."""
    text = cleaned(text)
    line = _set(text, ink)
    while len(text) > 1 and _width(line) > room:
        text = text[: min(len(text) - 1, int(len(text) * room / _width(line)))].rstrip()
        line = _set(f"{text}…", ink)
    return line
