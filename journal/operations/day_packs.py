"""The briefs of a day in visiting order, onto paper."""

from datetime import date
from pathlib import Path

from journal.analysis.day import Stop
from journal.domain.errors import NotFoundError
from journal.domain.meeting import Status
from journal.domain.paper import Paper
from journal.operations import briefing, days, reading
from journal.operations.journal import Journal
from journal.wording import _


def daypack_pdf(journal: Journal, day: date, *, paper: Paper = Paper.A4) -> bytes:
    """Return the day at a glance and its briefs as one PDF.

    There is a brief for each planned meeting; of a day on which none is planned any more, for
    each that was held.

    Raises:
        NotFoundError: if nothing takes place on that day.
    """
    from journal.brief import day_pack, document

    stops = days.on_day(journal, day)
    met = _briefed(stops)
    if not met:
        raise NotFoundError(_("There is no meeting on {day}.").format(day=day.isoformat()))
    visits: list[day_pack.Visit] = []
    for each in stops:
        whole = reading.relationship(journal, each.account.id)
        brief = briefing.brief_for(journal, whole, each.meeting) if each in met else None
        visits.append(day_pack.Visit(stop=each, whole=whole, brief=brief))
    pack = day_pack.day_pack(day, visits, printed_at=journal.now())
    return document.render_pack(pack, paper)


def write_daypack(journal: Journal, day: date, path: Path, *, paper: Paper = Paper.A4) -> None:
    """Write the pack to a file, wholly or not at all.

    Raises:
        NotFoundError: if nothing takes place on that day.
        NotSavedError: if the disk does not take it; what was there is as it was.
    """
    from journal.brief import pdf

    pdf.put(path, daypack_pdf(journal, day, paper=paper))


def has_briefs(stops: tuple[Stop, ...]) -> bool:
    """Say whether a day of these meetings has a brief to print."""
    return bool(_briefed(stops))


def _briefed(stops: tuple[Stop, ...]) -> list[Stop]:
    planned = [each for each in stops if each.meeting.status is Status.PLANNED]
    return planned or [each for each in stops if each.meeting.status is Status.HELD]
