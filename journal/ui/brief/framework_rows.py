"""The lines of the framework as a list shows them: on the page, at home, and as they answered."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter

from journal.analysis.sharing import Caution, CautionKind, HomeLine, StaysHome
from journal.domain.document import IssuedLine
from journal.domain.framework import Part, SharedLine, SharedPair
from journal.domain.metric import Alignment
from journal.domain.record import Agreement, Record, RecordId
from journal.operations.framework import Draft, Version
from journal.terms import (
    agreement_words,
    framework_heading,
    meeting_point_words,
    quoted,
    record_words,
)
from journal.ui.shared.words import date_words
from journal.wording import _

_LONGEST = 300  # letters of a line; all of it stands on the page beside


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of the list.

    Attributes:
        note: Below the text; may be empty.
        record: What it is about; None for a heading.
        kind: Of the record it comes from; None where it is an issued line.
        is_ticked: Whether it may be shared; None where there is no choice.
        is_alarm: Whether to look at it twice.
        is_heading: Whether it names what follows.
    """

    text: str
    note: str = ""
    record: RecordId | None = None
    kind: type[Record] | None = None
    is_ticked: bool | None = None
    is_alarm: bool = False
    is_heading: bool = False


def draft_rows(draft: Draft, *, to_cut: Container[str]) -> Iterator[Row]:
    """Yield what is on the page, section by section, then what stays home.

    Args:
        draft: The next version.
        to_cut: The ids of the records whose lines do not fit.
    """
    for part in Part:
        rows = tuple(_on_the_page(draft, part, to_cut))
        if rows:
            yield Row(text=framework_heading(part), is_heading=True)
            yield from rows
    if draft.home:
        yield Row(text=_("Stays home"), is_heading=True)
        yield from _at_home(draft.home)


def version_rows(version: Version) -> Iterator[Row]:
    """Yield what a version said, section by section, with what they said to it."""
    for section, lines in groupby(version.lines, key=attrgetter("section")):
        yield Row(text=section, is_heading=True)
        for each in lines:
            yield Row(text=_short(each.text), note=_said_to(each), record=each.id)


def version_words(version: Version, today: date) -> str:
    """Name a version: when it was handed out, and to whom."""
    document = version.document
    names = ", ".join(document.recipients.splitlines())
    day = date_words(document.issued_on, today)
    if not names:
        return _("Version {version}, {day}").format(version=document.version, day=day)
    return _("Version {version}, {day}, to {names}").format(
        version=document.version, day=day, names=_short(names)
    )


def _said_to(line: IssuedLine) -> str:
    if line.agreement is Agreement.CHANGED and line.agreed_wording:
        return _("changed to {wording}").format(wording=quoted(_short(line.agreed_wording)))
    return agreement_words(line.agreement)


def _on_the_page(draft: Draft, part: Part, to_cut: Container[str]) -> Iterator[Row]:
    cautions = {each.line: each for each in reversed(draft.cautions)}
    for line in draft.framework.of(part):
        notes = (
            _("does not fit any more") if line.record in to_cut else "",
            _caution_words(cautions.get(line.record)),
            _answer(line),
        )
        yield Row(
            text=_short(line.text),
            note="\n".join(filter(None, notes)),
            record=line.record,
            kind=line.kind,
            is_ticked=True,
            is_alarm=bool(notes[0] or notes[1]),
        )
    if part is Part.MEASURED:
        yield from (_pair(draft, each, to_cut) for each in draft.framework.pairs)


def _pair(draft: Draft, pair: SharedPair, to_cut: Container[str]) -> Row:
    texts = {each.record: each.text for each in draft.framework.lines}
    names = f"{texts[pair.theirs]} – {texts[pair.ours]}"
    return Row(
        text=_short(names),
        note=meeting_point_words(pair.effect),
        record=pair.record,
        kind=Alignment,
        is_ticked=True,
        is_alarm=pair.record in to_cut,
    )


def _answer(line: SharedLine) -> str:
    return {
        Agreement.AGREED: _("they agreed"),
        Agreement.CHANGED: _("in their wording"),
    }.get(line.agreement, "")


def _caution_words(caution: Caution | None) -> str:
    if caution is None:
        return ""
    template = {
        CautionKind.OTHER_ACCOUNT: _("names another customer: {words}"),
        CautionKind.OTHER_PERSON: _("names somebody of another customer: {words}"),
        CautionKind.PRIVATE_WORDS: _("stands in a private note as well: {words}"),
    }[caution.kind]
    return template.format(words=quoted(_short(caution.words)))


def _at_home(lines: Iterable[HomeLine]) -> Iterator[Row]:
    """Yield what a tick would put on the page, then what has no choice."""
    for each in sorted(lines, key=_has_no_choice):
        has_choice = not _has_no_choice(each)
        why = "" if has_choice else _home_words(each.why)
        yield Row(
            text=_short(each.text),
            note=" · ".join(filter(None, (record_words(type(each.record)), why))),
            record=each.record.id,
            kind=type(each.record),
            is_ticked=False if has_choice else None,
        )


def _has_no_choice(line: HomeLine) -> bool:
    return line.why is not StaysHome.PRIVATE


def _home_words(why: StaysHome) -> str:
    return {
        StaysHome.NOT_SAID: _("not said by them yet; ask"),
        StaysHome.DECLINED: agreement_words(Agreement.DECLINED),
        StaysHome.NO_PLACE: _("has no place on the page"),
    }[why]


def _short(text: str) -> str:
    joined = " ".join(text.split())
    return joined if len(joined) <= _LONGEST else f"{joined[:_LONGEST]}…"
