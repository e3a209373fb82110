"""Less at a time: only some kinds of things, or only what has to do with one person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from journal.analysis.people import guests, known
from journal.domain.metric import Alignment, Metric
from journal.domain.person import Person
from journal.domain.plan import Barrier, Vision
from journal.domain.promise import Promise, Quote
from journal.domain.rating import Goal, Rating
from journal.domain.record import MeetingId, MetricId, PersonId, Side
from journal.domain.relationship import Relationship
from journal.timeline.scene import ON_LEVELS, Lane
from journal.wording import _

Attributed = Rating | Goal | Alignment | Barrier | Vision | Promise | Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """What of a relationship is shown.

    Attributes:
        kinds: Lanes; that of the ratings stands for all that is drawn on the levels.
        person_id: One of theirs; None for everybody.
        metric_id: Whose readings are the bars; None for those that `prepare` takes by itself.
    """

    kinds: frozenset[Lane] = frozenset(Lane)
    person_id: PersonId | None = None
    metric_id: MetricId | None = None

    @property
    def lanes(self) -> frozenset[Lane]:
        """Which lanes to lay out."""
        return self.kinds | ON_LEVELS if Lane.RATINGS in self.kinds else self.kinds - ON_LEVELS

    def of(self, relationship: Relationship) -> Relationship:
        """Leave out what has nothing to do with the person."""
        return relationship if self.person_id is None else _About(relationship, self.person_id).all


ALL = Narrowing()


def kind_names() -> Mapping[Lane, str]:
    """Name what can be chosen, in the order of the lanes."""
    return {
        Lane.OWNERS: _("Owners"),
        Lane.QUOTES: _("Quotes"),
        Lane.RATINGS: _("Ratings and goals"),
        Lane.MEETINGS: _("Meetings"),
        Lane.BARRIERS: _("Barriers"),
        Lane.PROMISES: _("Promises"),
        Lane.VISIONS: _("Visions due"),
        Lane.METRIC: _("Readings"),
    }


def metrics_read(relationship: Relationship) -> tuple[Metric, ...]:
    """Return whatever has readings, as `relationship` orders it."""
    read = {each.metric_id for each in relationship.readings}
    return tuple(each for each in relationship.metrics if each.id in read)


def people_named(relationship: Relationship) -> tuple[Person, ...]:
    """Return who of theirs met us, or is named by something on the timeline; by name."""
    names = _Names(relationship)
    named = {person for each in _attributed(relationship) for person in names.of(each)}
    named |= {each.person_id for each in relationship.metrics if each.person_id is not None}
    met = {person for guest in guests(relationship).values() for person in guest}
    found = known(relationship, (met | named) & names.theirs)
    return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.id)))


def _attributed(relationship: Relationship) -> Iterable[Attributed]:
    yield from relationship.ratings
    yield from relationship.goals
    yield from relationship.alignments
    yield from relationship.barriers
    yield from relationship.visions
    yield from relationship.promises
    yield from relationship.quotes


class _Names:
    """Whom each thing names.

    Attributes:
        theirs: Everybody on the customer's side.
    """

    def __init__(self, relationship: Relationship) -> None:
        invited = (person for guest in guests(relationship).values() for person in guest)
        roles = (each.person_id for each in relationship.roles if each.side is Side.THEIRS)
        # Who has no role at all, and never met us, may still have been quoted.
        ours = {each.person_id for each in relationship.roles if each.side is Side.OURS}
        ours |= {each.id for each in relationship.people if each.is_self}
        others = {each.id for each in relationship.people} - ours
        self.theirs = frozenset({*invited, *roles, *others})
        self._metrics = {each.id: each.person_id for each in relationship.metrics}

    def of(self, record: Attributed) -> frozenset[PersonId]:
        """Return who of theirs is named."""
        match record:
            case Goal():
                named = [record.shared_with_id]
            case Alignment():
                named = [record.perceived_by_id, self._metrics.get(record.their_metric_id)]
            case Barrier():
                named = [record.named_by_id]
            case Promise():
                named = [record.person_id, record.to_person_id]
            case _:
                named = [record.person_id]
        return frozenset(each for each in named if each is not None) & self.theirs


class _About:
    """What of a relationship has to do with one of theirs.

    That is what names the person; the meetings with the person; and what came up in one of
    those without naming anybody else of theirs. Our owners stay, as the ground of all.
    """

    def __init__(self, relationship: Relationship, person_id: PersonId) -> None:
        self._of = relationship
        self._person = person_id
        self._names = _Names(relationship)
        invited = guests(relationship)
        self._met = frozenset(each for each, guest in invited.items() if person_id in guest)

    @property
    def all(self) -> Relationship:
        whole = self._of
        own = {each.id for each in whole.metrics if each.person_id == self._person}
        return replace(
            whole,
            meetings=tuple(each for each in whole.meetings if each.id in self._met),
            ratings=tuple(filter(self._concerns, whole.ratings)),
            goals=tuple(filter(self._concerns, whole.goals)),
            alignments=tuple(filter(self._concerns, whole.alignments)),
            barriers=tuple(filter(self._concerns, whole.barriers)),
            visions=tuple(filter(self._concerns, whole.visions)),
            promises=tuple(filter(self._concerns, whole.promises)),
            quotes=tuple(filter(self._concerns, whole.quotes)),
            readings=tuple(each for each in whole.readings if each.metric_id in own),
        )

    def _concerns(self, record: Attributed) -> bool:
        named = self._names.of(record)
        return self._person in named or (not named and _meeting_of(record) in self._met)


def _meeting_of(record: Attributed) -> MeetingId | None:
    return None if isinstance(record, Goal) else record.meeting_id
