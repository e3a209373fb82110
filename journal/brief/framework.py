"""The page that may be shared, onto exactly one sheet of paper.

It says what the framework says and no more: the headings, and boxes to tick beside each line. The
letters are never smaller than 9 points; only the lines draw closer. What does not fit even so is
not printed, and the lines to cut are named: the last one of the section that is highest, again and
again until the rest fits, then those are put back that fit after all.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Any

from journal.brief.blocks import headed
from journal.brief.framework_rows import Column, Rows
from journal.brief.layout import Strip, gap, height_of, paragraph, text_strips
from journal.brief.letters import has_squares
from journal.brief.parts import Run, Tone, Words
from journal.brief.pdf import made
from journal.brief.pen import Pen
from journal.brief.phrases import Voice, sentences
from journal.brief.setting import PER_MILLE, set_inked
from journal.brief.styles import INKS, LABEL, SHEETS, TITLE, TITLE_INK, Sheet
from journal.brief.tags import Kind, Tag
from journal.brief.typed import cleaned, isolated, plain
from journal.domain.errors import NoRoomError
from journal.domain.framework import Framework, Part, SharedLine
from journal.domain.paper import Paper
from journal.domain.plan import Option
from journal.domain.record import Agreement, Side
from journal.terms import framework_heading, meeting_point_words, quoted, without_will
from journal.wording import _, ngettext

_FOOT_GAP = 14.0
_DAY_WIDTH = 68.0
_NAME_SHARE = 0.7  # of the foot
_NAMED = 30  # lines to cut, in one sentence
_SHORTENED = 60
_LOOSE, _CLOSER, _CLOSEST = 1.6, 0.4, 0.3  # air


def render(framework: Framework, paper: Paper) -> bytes:
    """Return the PDF: one page, with nothing of the clock, the machine or the user in it.

    Raises:
        NoRoomError: if it does not fit; it names the lines to cut.
    """
    sheets = _sheets(SHEETS[paper])
    sheet = next((each for each in sheets if _fits(framework, each)), None)
    if sheet is None:
        raise _no_room(framework, sheets[-1])
    strips = _page(framework, sheet)

    def draw(canvas: Any) -> None:  # noqa: ANN401  reportlab carries no types
        pen = Pen(canvas, sheet.height)
        top = sheet.top
        for strip in strips:
            strip.draw(pen, sheet.side, top)
            top += strip.height
        _draw_foot(pen, framework, sheet)
        canvas.showPage()

    return made(
        draw,
        size=(sheet.width, sheet.height),
        title=_title(framework),
        printed_at=datetime.combine(framework.day, time(), UTC),  # neither hour nor zone
        language="en",
    )


def _sheets(usual: Sheet) -> list[Sheet]:
    """Return the ways to set the page, the one with most room between its lines first."""
    close = usual.tighter[-1]
    closest = (replace(close, air=air) for air in (_CLOSER, _CLOSEST))
    return [replace(usual, air=_LOOSE), usual, *usual.tighter, *closest]


def _fits(framework: Framework, sheet: Sheet) -> bool:
    return height_of(_page(framework, sheet)) <= sheet.room


def _no_room(framework: Framework, sheet: Sheet) -> NoRoomError:
    cut = _to_cut(framework, sheet)
    shown = [_shortened(each.text) for each in cut[:_NAMED]]
    rest = len(cut) - len(shown)
    named = ", ".join(quoted(each) for each in shown)
    if rest:
        named += ngettext(" and {count} more", " and {count} more", rest).format(count=rest)
    sentence = ngettext(
        "The page does not hold all of it at 9 points: keep this line at home, or shorten "
        "others: {lines}. Nothing was printed.",
        "The page does not hold all of it at 9 points: keep these {count} lines at home, or "
        "shorten others: {lines}. Nothing was printed.",
        len(cut),
    ).format(count=len(cut), lines=named)
    return NoRoomError(sentence, tuple(each.record for each in cut))


def _to_cut(framework: Framework, sheet: Sheet) -> list[SharedLine]:
    left, cut = framework, list[SharedLine]()
    heights = {part: height_of(_section(framework, part, sheet)) for part in Part}
    # What is no section; a legend may come to it once a section is gone.
    apart = height_of(_page(framework, sheet)) - sum(heights.values()) + sheet.body.leading
    while left.lines and apart + sum(heights.values()) > sheet.room:
        highest = max(Part, key=lambda part: heights[part])
        cut.append(left.of(highest)[-1])
        left = left.without({cut[-1].record})
        heights[highest] = height_of(_section(left, highest, sheet))
    for each in reversed(cut.copy()):
        others = {one.record for one in cut if one is not each}
        if _fits(framework.without(others), sheet):
            cut.remove(each)
    records = {each.record for each in cut}
    return [each for each in framework.lines if each.record in records]


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHORTENED else f"{text[: _SHORTENED - 1].rstrip()}…"


def _page(framework: Framework, sheet: Sheet) -> list[Strip]:
    sections = [_section(framework, part, sheet) for part in Part]
    return [
        *_head(framework, sheet),
        *_legend(framework, sheet),
        *(strip for section in sections for strip in section),
        *_note_on_squares(framework, sheet),
    ]


def _legend(framework: Framework, sheet: Sheet) -> list[Strip]:
    """Say what bare boxes mean where no box on the page has its word beside it."""
    ticked = (
        each for part in (Part.WANTED, Part.WORKED, Part.IN_THE_WAY) for each in framework.of(part)
    )
    rows = Rows(sheet)
    if rows.has_words and any(each.agreement is not Agreement.AGREED for each in ticked):
        return []
    return [rows.legend()]


def _title(framework: Framework) -> str:
    return _("Working together: {account}").format(account=isolated(framework.account))


def _head(framework: Framework, sheet: Sheet) -> list[Strip]:
    title = _title(framework)
    set_title = set_inked([(title, TITLE_INK)], TITLE.size, sheet.measure)
    quiet = (Run(_for_discussion(framework), Tone.QUIET),)
    return [
        *text_strips(set_title, TITLE, sheet.measure, Tag(kind=Kind.TITLE, says=plain(title))),
        Strip(height=2 * sheet.air),
        *paragraph(quiet, sheet.body, sheet.measure),
    ]


def _for_discussion(framework: Framework) -> str:
    draft = {"version": framework.version, "day": _long_day(framework)}
    if not framework.recipients:
        return _("For discussion · draft {version}, {day}").format(**draft)
    names = [isolated(each) for each in framework.recipients]
    *first, last = names
    together = _("{names} and {last}").format(names=", ".join(first), last=last) if first else last
    return _("For discussion with {names} · draft {version}, {day}").format(names=together, **draft)


def _long_day(framework: Framework) -> str:
    voice = Voice(today=framework.day)
    return f"{voice.day(framework.day)}\N{NO-BREAK SPACE}{framework.day.year}"


def _section(framework: Framework, part: Part, sheet: Sheet) -> list[Strip]:
    """Return a section with its heading; nothing where it has no line."""
    if not framework.of(part):
        return []
    body = _BODIES[part](framework, part, Rows(sheet))
    return headed(framework_heading(part), body, sheet)


def _lines(framework: Framework, part: Part, rows: Rows) -> list[Strip]:
    return rows.table(rows.ticked(_said(each), each.agreement) for each in framework.of(part))


def _year_ahead(framework: Framework, part: Part, rows: Rows) -> list[Strip]:
    theirs, ours = _("Your view, as you told us"), _("Our view")
    return rows.beside(
        Column(
            title=theirs,
            lead=f"{theirs}: ",
            tone=Tone.QUIET,
            rows=tuple((_quoted(each), each.agreement) for each in framework.of(part, Side.THEIRS)),
        ),
        Column(
            title=ours,
            lead=f"{ours}: ",
            tone=Tone.QUIET,
            rows=tuple((_said(each), each.agreement) for each in framework.of(part, Side.OURS)),
        ),
    )


def _norms(framework: Framework, part: Part, rows: Rows) -> list[Strip]:
    return rows.beside(
        *(
            Column(
                title=title,
                lead=f"{title} ",
                tone=Tone.STRONG,
                rows=tuple(
                    (_said(each, without_will(each.text, side)), each.agreement)
                    for each in framework.of(part, side)
                ),
            )
            for title, side in ((_("We will"), Side.OURS), (_("You will"), Side.THEIRS))
        )
    )


def _measured(framework: Framework, part: Part, rows: Rows) -> list[Strip]:
    lines = {each.record: each for each in framework.of(part)}
    shares = (0.37, 0.35, 0.28)
    result = [rows.head((_("You"), _("We"), _("Together")), shares)]
    paired: set[str] = set()
    for pair in framework.pairs:
        both = lines[pair.theirs], lines[pair.ours]
        paired |= {pair.theirs, pair.ours}
        met: tuple[Words, ...] = ((Run(meeting_point_words(pair.effect)),),)
        cells = [_said(both[0]), _said(both[1]), met]
        agreed = all(each.agreement is Agreement.AGREED for each in both)
        result.append(
            rows.marked(cells, shares, Agreement.AGREED if agreed else Agreement.NOT_RAISED)
        )
    for line in lines.values():
        if line.record not in paired:
            cells = [_said(line), ()] if line.side is Side.THEIRS else [(), _said(line)]
            result.append(rows.marked([*cells, ()], shares, line.agreement))
    return rows.table(result)


def _ideas(framework: Framework, part: Part, rows: Rows) -> list[Strip]:
    """Return each idea with what it is judged by, then the criteria of none of them."""
    lines = {each.record: each for each in framework.of(part)}
    used = {one for each in lines.values() for one in each.judged_by}
    shares = (0.58, 0.42)
    result: list[Strip] = []
    for line in lines.values():
        is_idea = line.kind is Option
        judges = [lines[each] for each in line.judged_by if each in lines] if is_idea else [line]
        if is_idea or line.record not in used:
            cells = [_said(line) if is_idea else (), _judged_by(judges)]
            result.append(rows.marked(cells, shares, line.agreement))
    return rows.table(result)


def _judged_by(criteria: Iterable[SharedLine]) -> tuple[Words, ...]:
    texts = "; ".join(isolated(each.text) for each in criteria)
    said = _("judged by: {criteria}").format(criteria=texts)
    return ((Run(said, Tone.QUIET),),) if texts else ()


def _steps(framework: Framework, part: Part, rows: Rows) -> list[Strip]:
    voice = Voice(today=framework.day)
    day_share = _DAY_WIDTH / rows.room
    shares = (0.72 * (1 - day_share), 0.28 * (1 - day_share), day_share)
    result: list[Strip] = []
    for line in framework.of(part):
        side = _("we") if line.side is Side.OURS else _("you")
        who: tuple[Words, ...] = ((Run(isolated(line.who) or side),),)
        day: tuple[Words, ...] = ((Run(voice.day(line.day)),),) if line.day else ()
        result.append(rows.marked([_said(line), who, day], shares, line.agreement))
    return rows.table(result)


_BODIES: dict[Part, Callable[[Framework, Part, Rows], list[Strip]]] = {
    Part.WANTED: _lines,
    Part.WORKED: _lines,
    Part.IN_THE_WAY: _lines,
    Part.YEAR_AHEAD: _year_ahead,
    Part.MEASURED: _measured,
    Part.NORMS: _norms,
    Part.IDEAS: _ideas,
    Part.STEPS: _steps,
}


def _said(line: SharedLine, text: str | None = None) -> tuple[Words, ...]:
    """Return what a line says; behind their wording, that it is theirs."""
    words = sentences(line.text if text is None else text)
    if line.agreement is Agreement.CHANGED and words:
        theirs = Run(_(" (your wording)"), Tone.QUIET)
        words = (*words[:-1], (*words[-1], theirs))
    return words


def _quoted(line: SharedLine) -> tuple[Words, ...]:
    return ((Run(quoted(cleaned(line.text).strip())),),)


def _note_on_squares(framework: Framework, sheet: Sheet) -> list[Strip]:
    """Say what a square within a word is: it is no box to tick."""
    texts = (each for line in framework.lines for each in (line.text, line.who))
    if not any(has_squares(cleaned(each)) for each in (framework.account, *texts)):
        return []
    note = _("□ within a word stands for a letter that the fonts of this program do not have.")
    return [
        gap(sheet.body.leading / 2),
        *paragraph((Run(note, Tone.QUIET),), sheet.body, sheet.measure),
    ]


def _draw_foot(pen: Pen, framework: Framework, sheet: Sheet) -> None:
    """Write who keeps the journal, cut where the name is long, and the day of the draft."""
    top = sheet.height - sheet.bottom + _FOOT_GAP + LABEL.leading / 2
    for text, is_right in ((framework.author, False), (_long_day(framework), True)):
        line = set_inked([(text, INKS[Tone.QUIET])], LABEL.size, sheet.measure * _NAME_SHARE)[0]
        width = line.width * LABEL.size / PER_MILLE
        x = sheet.width - sheet.side - width if is_right else sheet.side
        pen.text(line, x, top, LABEL.size)
