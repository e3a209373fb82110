"""What is said in a line about the line: by whom, how it is known, whether it may be shared."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from journal.domain.record import Basis, Side
from journal.typed.people import Somebody, could_be, who

_SHARE = "+share"
_GUESSES = frozenset({"guess", "a guess", "my guess", "our guess"})
_REPORTED = "reported by "
_SIDES = {
    "ours": Side.OURS, "our": Side.OURS, "we": Side.OURS, "us": Side.OURS,
    "theirs": Side.THEIRS, "their": Side.THEIRS, "they": Side.THEIRS, "them": Side.THEIRS,
    "both": Side.SHARED, "shared": Side.SHARED,
}  # fmt: skip
_SELF = frozenset({"me", "i", "myself"})
_MOST_WORDS = 4
_MOST_LETTERS = 60
_OUTSIDE = " \t,;–—-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarked:
    """A line without its remarks.

    Attributes:
        basis: None where it is not said.
        side: None where it is not said.
        why: Which name could mean several people, or nobody.
    """

    text: str
    person: Somebody | None = None
    side: Side | None = None
    basis: Basis | None = None
    reported_by: Somebody | None = None
    is_shareable: bool = False
    why: str = ""


def without_remarks(
    text: str, people: Sequence[Somebody], *, sides: frozenset[Side], may_share: bool
) -> Remarked:
    """Take the remarks off both ends of a line; what is no remark stays.

    At its end "(guess)", "(reported by Luis)" and "+share"; before a colon "Dana:", "me:",
    "guess:", "reported by Luis:", and "ours:", "theirs:" or "both:" where the line has a side.

    Args:
        sides: Those that the line may have.
        may_share: Whether the line may reach the customer at all.
    """
    line = Remarked(text=text.strip())
    shorter: Remarked | None = line
    while shorter is not None and shorter.text:
        line = shorter
        if line.why:
            break
        # Each remark is made once at most, so this ends.
        shorter = _end_off(line, people, may_share=may_share) or _lead_off(line, people, sides)
    return line


def _end_off(line: Remarked, people: Sequence[Somebody], *, may_share: bool) -> Remarked | None:
    text = line.text
    if may_share and not line.is_shareable and text.casefold().endswith(_SHARE):
        return replace(line, text=text[: -len(_SHARE)].rstrip(), is_shareable=True)
    before, bracket, inside = text.removesuffix(")").rpartition("(")
    if bracket and text.endswith(")"):
        known = _how_known(line, inside, people)
        if known is None or known.why:
            return known
        return replace(known, text=before.rstrip(_OUTSIDE))
    at = text.casefold().rfind(_REPORTED)
    # Folding may lengthen a text, so that the place is one of another text.
    if at <= 0 or text[at : at + len(_REPORTED)].casefold() != _REPORTED:
        return None
    known = _how_known(line, text[at:], people)
    if known is None or known.why:
        return None  # It is part of a sentence.
    return replace(known, text=text[:at].rstrip(_OUTSIDE))


def _lead_off(
    line: Remarked, people: Sequence[Somebody], sides: frozenset[Side]
) -> Remarked | None:
    lead, colon, _rest = line.text[:_MOST_LETTERS].partition(":")
    words = lead.casefold().split()
    if not colon or not 0 < len(words) <= _MOST_WORDS or any(map(str.isdecimal, lead)):
        return None
    rest = replace(line, text=line.text[len(lead) + 1 :].lstrip())
    side = _SIDES.get(" ".join(words))
    if side in sides and line.side is None:
        return replace(rest, side=side)
    known = _how_known(rest, lead, people)
    if known is not None and known.why:
        return replace(line, why=known.why)
    if known is not None or line.person is not None:
        return known
    meant = _meant(lead, people)
    if len(meant) > 1:
        return replace(line, why=could_be(lead.strip(), meant))
    return replace(rest, person=meant[0]) if meant else None


def _how_known(line: Remarked, remark: str, people: Sequence[Somebody]) -> Remarked | None:
    """Read "guess" or "reported by Luis"; None where it is neither, or the basis is known."""
    remark = " ".join(remark.split())
    folded = remark.casefold()
    if line.basis is not None:
        return None
    if folded in _GUESSES:
        return replace(line, basis=Basis.GUESS)
    if not folded.startswith(_REPORTED):
        return None
    name = remark[len(_REPORTED) :]
    reporters = who(name, people)
    if len(reporters) != 1:
        return replace(line, why=could_be(name, reporters))
    return replace(line, basis=Basis.REPORTED, reported_by=reporters[0])


def _meant(lead: str, people: Sequence[Somebody]) -> tuple[Somebody, ...]:
    if lead.strip().casefold() in _SELF:
        return tuple(each for each in people if each.is_self)
    return who(lead, people)
