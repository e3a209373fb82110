"""What can be chosen of a line: whose it is, who said it, how it is known, where it belongs."""

from dataclasses import dataclass, replace

from journal.domain.person import Person
from journal.domain.plan import Barrier, Criterion, Interest, Option, Question, Vision
from journal.domain.record import Basis, NegotiationId, PersonId, Side
from journal.domain.relationship import Relationship
from journal.operations.findings import somebodies
from journal.terms import basis_words
from journal.ui.negotiation import words
from journal.ui.negotiation.groups import PlanLine
from journal.wording import _

Namer = tuple[Side, PersonId | None]
Source = tuple[Basis, PersonId | None]
Personal = Interest | Vision | Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What a line stands in.

    Attributes:
        lines: What is looked at of it.
        negotiation_id: The one that is open; None where none is.
        negotiation: Its title.
    """

    whole: Relationship
    lines: tuple[PlanLine, ...]
    negotiation_id: NegotiationId | None = None
    negotiation: str = ""

    def people(self, side: Side | None = None) -> tuple[Person, ...]:
        """Return who may be chosen, of one side or theirs first and then ours."""
        sides = self._sides()
        found = (each for each in self.whole.people if side in {None, sides[each.id]})
        return tuple(
            sorted(found, key=lambda each: (sides[each.id] is Side.OURS, each.name.casefold()))
        )

    def namers(self) -> list[tuple[Namer, str]]:
        """Return who may have named a barrier."""
        sides = self._sides()
        found: list[tuple[Namer, str]] = [
            ((Side.OURS, None), _("somebody of us")),
            ((Side.THEIRS, None), _("somebody of theirs")),
        ]
        return [*found, *(((sides[each.id], each.id), each.name) for each in self.people())]

    def persons(
        self, side: Side | None, nobody: str, present: PersonId | None
    ) -> list[tuple[PersonId | None, str]]:
        """Return whose a line may be, or who may be asked; who is it now always."""
        found = self.people(side)
        now = self.whole.person(present)
        others = () if now is None or now in found else (now,)
        none: list[tuple[PersonId | None, str]] = [(None, nobody)]
        return [*none, *((each.id, each.name) for each in (*found, *others))]

    def sources(self) -> list[tuple[Source, str]]:
        """Return how a line may be known."""
        plain = (Basis.SAID, Basis.GUESS, Basis.REPORTED)
        reported = Basis.REPORTED
        return [
            *(((each, None), basis_words(each)) for each in plain),
            *(
                ((reported, who.id), basis_words(reported, words.apart(who.name)))
                for who in self.people()
            ),
        ]

    def belongings(self) -> list[tuple[NegotiationId | None, str]]:
        """Return what a line may belong to."""
        whole: list[tuple[NegotiationId | None, str]] = [(None, _("the account as a whole"))]
        if self.negotiation_id is None:
            return whole
        return [(self.negotiation_id, self.negotiation), *whole]

    def _sides(self) -> dict[PersonId, Side]:
        found = somebodies(self.whole.roles, self.whole.people)
        return {each.id: each.side for each in found}


def sides_of(kind: type[PlanLine]) -> list[tuple[Side, str]]:
    """Return whose a line of a kind may be; none for a kind that belongs to no side."""
    if kind in {Barrier, Interest, Criterion}:
        return [(each, words.whose(each)) for each in (Side.OURS, Side.THEIRS, Side.SHARED)]
    if "side" in kind.__dataclass_fields__:
        return [(each, words.whose(each)) for each in (Side.OURS, Side.THEIRS)]
    return []


def with_side(line: PlanLine, side: Side) -> PlanLine:
    """Say whose a line is; somebody of the other side it is not any more."""
    if isinstance(line, Barrier):
        return replace(line, share=side)
    if isinstance(line, Interest | Vision):
        return replace(line, side=side, person_id=None)
    return line if isinstance(line, Option | Question) else replace(line, side=side)
