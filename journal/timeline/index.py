"""Makes a relationship ready: each lane as sorted arrays, made once and read each frame."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from itertools import pairwise
from statistics import median_low

from journal.analysis.ownership import Tenure, tenures
from journal.domain.meeting import Meeting
from journal.domain.metric import Alignment, Metric, MetricReading
from journal.domain.plan import Barrier, Vision
from journal.domain.promise import Promise, Quote
from journal.domain.rating import Facet, Goal, Level, Rating, Viewpoint
from journal.domain.record import MetricId, Side
from journal.domain.relationship import Relationship
from journal.domain.span import zone_named
from journal.timeline.dates import FIRST_DAY, LAST_DAY, Dates, Wall, plain_dates
from journal.timeline.dating import Dating, moment_of
from journal.timeline.fates import (
    MEETING_SHAPES,
    PROMISE_SHAPES,
    is_turning_point,
    meeting_shape,
    promise_shape,
)
from journal.timeline.lettering import clean
from journal.timeline.prepared import Owner, Timeline
from journal.timeline.raters import raters_before
from journal.timeline.scale import DAY_S
from journal.timeline.scene import Lane
from journal.timeline.sentences import Sentences
from journal.timeline.spans import Row, row, rows
from journal.timeline.tracks import Track, split, track
from journal.wording import _

_MONTH_S = 30 * DAY_S
_MEETING_KIND = {shape: kind for kind, shape in enumerate(MEETING_SHAPES)}
_VIEWPOINT_KIND = {viewpoint: kind for kind, viewpoint in enumerate(Viewpoint)}
_PROMISE_KIND = {shape: kind for kind, shape in enumerate(PROMISE_SHAPES)}


def prepare(
    relationship: Relationship,
    *,
    now: datetime,
    metric_id: MetricId | None = None,
    dates: Dates | None = None,
) -> Timeline:
    """Make a relationship ready to be drawn.

    Args:
        now: Aware; its zone is that of the laptop, for an account that names none.
        metric_id: Whose readings to show as bars; None for the first metric of ours that has
            readings, else the first of theirs.
        dates: How days are said; None for plain ones in the chosen language.
    """
    return _Preparing(relationship, now, dates or plain_dates(), metric_id).timeline()


class _Preparing:
    """The places of all entries of one relationship, on the customer's wall."""

    def __init__(
        self,
        relationship: Relationship,
        now: datetime,
        dates: Dates,
        metric_id: MetricId | None,
    ) -> None:
        account = relationship.account
        self._of = relationship
        self._now = now
        zone = zone_named(account.time_zone) if account.time_zone else now.tzinfo or UTC
        self._dating = Dating(Wall(zone=zone), relationship.meetings)
        self._wall = self._dating.wall
        self._today = self._wall.day_at(now.timestamp())
        self._dates = dates
        self._metric = _chosen_metric(relationship, metric_id)
        self._raters_before = raters_before(relationship.ratings)
        self._say = Sentences(
            account=account,
            now=now,
            today=self._today,
            dates=dates,
            people={each.id: each for each in relationship.people},
            metrics={each.id: each for each in relationship.metrics},
            raters_before=self._raters_before,
        )

    def timeline(self) -> Timeline:
        meetings = self._meetings()
        steps = {each: self._ratings(each) for each in Viewpoint}
        barriers = self._barriers()
        readings = self._readings()
        goals = self._goals()
        values = [0.0, *(each.value for each in readings.entries)]
        return Timeline(
            title=clean(self._of.account.name),
            words=self._say.whole(meetings.kinds, steps[Viewpoint.OURS].entries, self._of.goals),
            wall=self._wall,
            dates=self._dates,
            now=self._now.timestamp(),
            owners=self._owners(),
            steps=steps,
            dots={each: self._dots(steps, each) for each in Level},
            by_another=frozenset(self._raters_before),
            goals=split(goals, Level),
            standing_goals=tuple(
                (goal, by)
                for goal, by in zip(goals.entries, goals.times, strict=True)
                if goal.ended_on is None
            ),
            turning_points=self._turning_points(),
            quotes=self._quotes(),
            meetings=meetings,
            barriers=track(
                Lane.BARRIERS, ((start, each) for start, _, each in barriers), say=self._say.barrier
            ),
            barrier_rows=rows(Lane.BARRIERS, barriers, say=self._say.barrier),
            promises=self._promises(),
            visions=self._visions(),
            metric=self._metric,
            readings=readings,
            extremes=(min(values), max(values)),
            reading_period=_period(readings.times),
            undated=tuple(self._dating.undated),
        )

    def _meetings(self) -> Track[Meeting]:
        account, now = self._of.account, self._now
        return track(
            Lane.MEETINGS,
            ((moment_of(each), each) for each in self._of.meetings),
            say=self._say.meeting,
            kind=lambda each: _MEETING_KIND[meeting_shape(each, account, now)],
        )

    def _owners(self) -> Row[Owner]:
        lasting = ((*self._tenure_span(each), _owner(each)) for each in tenures(self._of))
        return row(Lane.OWNERS, lasting, say=self._say.tenure)

    def _tenure_span(self, tenure: Tenure) -> tuple[float, float]:
        first, last = tenure.span.start or FIRST_DAY, tenure.span.end or LAST_DAY
        bounded = [min(max(each, FIRST_DAY), LAST_DAY) for each in (first, last)]
        return self._wall.start_of(bounded[0]), self._wall.end_of(bounded[1])

    def _ratings(self, viewpoint: Viewpoint) -> Track[Rating]:
        dated = (
            (self._dating.at(each.day, each.meeting_id), each)
            for each in self._of.ratings
            if each.viewpoint is viewpoint and each.facet is Facet.OVERALL
        )
        return track(Lane.RATINGS, dated, say=self._say.rating, kind=lambda each: each.level)

    def _dots(self, steps: Mapping[Viewpoint, Track[Rating]], level: Level) -> Track[Rating]:
        dated = (
            (time, entry)
            for viewpoint in Viewpoint
            for time, entry in zip(steps[viewpoint].times, steps[viewpoint].entries, strict=True)
            if entry.level is level
        )
        return track(
            Lane.RATINGS,
            dated,
            say=self._say.rating,
            kind=lambda each: _VIEWPOINT_KIND[each.viewpoint],
        )

    def _goals(self) -> Track[Goal]:
        dated = ((self._wall.noon_of(each.ended_on or each.by), each) for each in self._of.goals)
        return track(Lane.GOALS, dated, say=self._say.goal, kind=lambda each: each.level)

    def _turning_points(self) -> Track[Alignment]:
        turned = [each for each in self._of.alignments if is_turning_point(each)]
        dated = self._dating.dated(turned, lambda each: each.checked_on)
        return track(Lane.TURNING_POINTS, dated, say=self._say.turning_point)

    def _quotes(self) -> Track[Quote]:
        pinned = [each for each in self._of.quotes if each.pinned]
        dated = self._dating.dated(pinned, lambda each: each.said_on or each.noted_on)
        return track(Lane.QUOTES, dated, say=self._say.quote)

    def _barriers(self) -> list[tuple[float, float, Barrier]]:
        """Return from when to when each barrier stood; until now, where it still does."""
        now = self._now.timestamp()
        found = self._dating.dated(
            self._of.barriers, lambda each: each.named_on or each.noted_on or each.lifted_on
        )
        return [
            (start, max(start, self._wall.noon_of(each.lifted_on) if each.lifted_on else now), each)
            for start, each in found
        ]

    def _promises(self) -> Track[Promise]:
        dated = self._dating.dated(
            self._of.promises,
            lambda each: (
                each.due_on or each.kept_on or each.dropped_on or each.made_on or each.noted_on
            ),
        )
        return track(
            Lane.PROMISES,
            dated,
            say=self._say.promise,
            kind=lambda each: _PROMISE_KIND[promise_shape(each, self._today)],
        )

    def _visions(self) -> Track[Vision]:
        dated = ((self._wall.noon_of(each.due_on), each) for each in self._of.visions)
        return track(Lane.VISIONS, dated, say=self._say.vision)

    def _readings(self) -> Track[MetricReading]:
        shown = self._metric.id if self._metric else None
        dated = (
            (self._wall.noon_of(each.day), each)
            for each in self._of.readings
            if each.metric_id == shown
        )
        return track(Lane.METRIC, dated, say=self._say.reading)


def _period(times: Sequence[float]) -> float:
    gaps = [after - before for before, after in pairwise(times)]
    return 1.5 * median_low(gaps) if gaps else _MONTH_S


def _owner(tenure: Tenure) -> Owner:
    person = tenure.person
    name = clean(person.name) if person else _("Somebody")
    is_self = person is not None and person.is_self
    return Owner(
        id=tenure.role.id,
        name=_("You") if is_self else name,
        title="" if is_self else clean(tenure.role.title),
        is_self=is_self,
        remark=clean(tenure.role.note),
    )


def _chosen_metric(relationship: Relationship, metric_id: MetricId | None) -> Metric | None:
    if metric_id is not None:
        return next((each for each in relationship.metrics if each.id == metric_id), None)
    measured = {each.metric_id for each in relationship.readings}
    known = [each for each in relationship.metrics if each.id in measured]
    ours = [each for each in known if each.side is Side.OURS]
    return next(iter(ours + known), None)
