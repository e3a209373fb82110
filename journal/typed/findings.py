"""One line for every kind of finding, told by its first character.

- `"` a quote, `!` a barrier, `>` a promise of ours and `>>` one of theirs, `#` a number they are
  measured by, `@` a person, `~` a standing commitment, `*` an idea and its answer, `?` to ask next
  time, `^` a year from now. Without one of them it is a note and stays as it is.
- "Dana:" says who; the beginning of a name is enough where it fits one person. A promise of
  somebody named is that side's: "> Dana: send the list". "ours:", "theirs:" and, of a barrier,
  "both:" say whose. A barrier that is nobody's is both sides'.
- How it is known: "guess:" or "(guess)", "reported by Luis"; said, where it is of our side, where
  somebody named says it, in a quote, a promise, an answer; else it is a guess.
- "+share" at the end lets it reach the customer; only what the framework may hold can have it.
- A promise ends with its day, "by fri"; a vision only behind "by", else it comes back in a year.
- "->" stands before the answer to an idea, and before the target of a number, whose unit may
  stand in brackets: "# overtime (hours a month) -> at most 20".
- An answer that begins with "no", "not" and the like is a refusal.

What cannot be understood is told, and its words are kept: as a note, where nothing else is left.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from journal.domain.record import Basis, Side, Visibility
from journal.typed.endings import date_at_end
from journal.typed.finding import Finding, FindingKind
from journal.typed.people import Somebody, could_be, who, whole
from journal.typed.recurrences import understand_recurring
from journal.typed.remarks import Remarked, without_remarks
from journal.typed.understood import Bearings, Lean, NotUnderstood
from journal.wording import _

_DOUBLE_MARKS = frozenset('"“”„«»')
_SINGLE_MARKS = frozenset("'‘’‚")
_KINDS = {
    **dict.fromkeys(_DOUBLE_MARKS | _SINGLE_MARKS, FindingKind.QUOTE),
    "!": FindingKind.BARRIER,
    ">": FindingKind.PROMISE,
    "#": FindingKind.METRIC,
    "@": FindingKind.PERSON,
    "~": FindingKind.COMMITMENT,
    "*": FindingKind.OPTION,
    "?": FindingKind.QUESTION,
    "^": FindingKind.VISION,
}
_ONE_SIDED = frozenset({Side.OURS, Side.THEIRS})
_SIDES = {
    FindingKind.BARRIER: frozenset(Side),
    FindingKind.PROMISE: _ONE_SIDED,
    FindingKind.METRIC: _ONE_SIDED,
    FindingKind.PERSON: _ONE_SIDED,
    FindingKind.VISION: _ONE_SIDED,
}
_USUAL_SIDE = {
    FindingKind.BARRIER: Side.SHARED,
    FindingKind.METRIC: Side.THEIRS,
    FindingKind.PERSON: Side.THEIRS,
    FindingKind.VISION: Side.THEIRS,
}
_MAY_SHARE = frozenset(
    {
        FindingKind.BARRIER,
        FindingKind.PROMISE,
        FindingKind.METRIC,
        FindingKind.OPTION,
        FindingKind.VISION,
    }
)
_ALWAYS_SAID = frozenset({FindingKind.QUOTE, FindingKind.PROMISE, FindingKind.COMMITMENT})
_ARROWS = ("->", "→", "=>")
_TITLE_SIGNS = (",", ":", " - ", " – ", "(")
_NO = frozenset(
    {
        "no", "not", "never", "nothing", "none", "refused", "declined", "rejected", "won't",
        "don't", "can't", "cannot",
    }
)  # fmt: skip
_SUBJECT = re.compile(r"^(?:(?:it|this|that)(?:'s| is| was)|we(?:'re| are)?|i(?:'m| am)?|they)\s+")
_NO_OBJECTION = ("no problem", "no objection", "no issue", "not a problem", "not bad", "no doubt")
_OUTSIDE = " \t,;:–—-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ears:
    """What one has to know to understand a line.

    Attributes:
        people: Those of the account and our own.
    """

    bearings: Bearings
    people: Sequence[Somebody] = ()


def understand_finding(text: str, ears: Ears) -> Finding:
    """Understand one line."""
    line = text.strip()
    kind = _KINDS.get(line[:1])
    if kind is None:
        return Finding(kind=FindingKind.NOTE, text=line)
    if kind is FindingKind.QUOTE:
        finding = _quote(line, ears)
    else:
        finding = _READERS.get(kind, _marked)(kind, line, ears)
    if not any(map(str.isalnum, finding.text)):
        why = _("Nothing is said after “{mark}”.").format(mark=line[:1])
        return Finding(kind=FindingKind.NOTE, text=line, why=why)
    return finding


def _marked(kind: FindingKind, line: str, ears: Ears) -> Finding:
    """Read what all kinds have in common."""
    return _finding(kind, _remarked(kind, line[1:], ears.people))


def _remarked(kind: FindingKind, text: str, people: Sequence[Somebody]) -> Remarked:
    sides = _SIDES.get(kind, frozenset())
    return without_remarks(text, people, sides=sides, may_share=kind in _MAY_SHARE)


def _finding(kind: FindingKind, remarked: Remarked) -> Finding:
    person = remarked.person
    side = remarked.side
    if side is None and person is not None and kind is not FindingKind.BARRIER:
        side = person.side
    side = side or _USUAL_SIDE.get(kind, Side.OURS)
    basis = remarked.basis
    if basis is None:
        is_ours = side is Side.OURS and kind in _SIDES
        is_said = is_ours or person is not None or kind in _ALWAYS_SAID
        basis = Basis.SAID if is_said else Basis.GUESS
    return Finding(
        kind=kind,
        text=remarked.text,
        side=side,
        person=person,
        basis=basis,
        reported_by=remarked.reported_by,
        visibility=Visibility.SHAREABLE if remarked.is_shareable else Visibility.PRIVATE,
        why=remarked.why,
    )


def _quote(line: str, ears: Ears) -> Finding:
    """Read words between marks, with who said them before or behind."""
    closers = _DOUBLE_MARKS if line[0] in _DOUBLE_MARKS else _SINGLE_MARKS
    last = max((line.rfind(each, 1) for each in closers), default=-1)
    said, behind = (line[1:last], line[last + 1 :]) if last > 0 else (line[1:], "")
    speakers = who(behind, ears.people)
    finding = _finding(FindingKind.QUOTE, _remarked(FindingKind.QUOTE, said, ears.people))
    if len(speakers) == 1:
        return replace(finding, person=speakers[0])
    if not any(map(str.isalnum, behind)):
        return finding
    # The mark is no end: a word within is quoted, or an apostrophe stands there.
    body = line[1:] if closers is _SINGLE_MARKS else line
    finding = _finding(FindingKind.QUOTE, _remarked(FindingKind.QUOTE, body, ears.people))
    return replace(finding, why=could_be(behind.strip(_OUTSIDE), speakers) if speakers else "")


def _promise(kind: FindingKind, line: str, ears: Ears) -> Finding:
    is_theirs = line.startswith(">>")
    remarked = _remarked(kind, line[2:] if is_theirs else line[1:], ears.people)
    if is_theirs and remarked.side is None and remarked.person is None:
        remarked = replace(remarked, side=Side.THEIRS)
    return _with_due(_finding(kind, remarked), ears, only_marked=False)


def _vision(kind: FindingKind, line: str, ears: Ears) -> Finding:
    return _with_due(_marked(kind, line, ears), ears, only_marked=True)


def _with_due(finding: Finding, ears: Ears, *, only_marked: bool) -> Finding:
    bearings = replace(ears.bearings, lean=Lean.FORWARD)
    ending = date_at_end(finding.text, bearings, only_marked=only_marked)
    if ending.due is None:
        return finding
    if isinstance(ending.due, NotUnderstood):
        return replace(finding, why=finding.why or ending.due.why)
    # A day is all that is kept; an hour that was typed stays in the text.
    text = finding.text if ending.due.time is not None else ending.text
    return replace(finding, text=text, due=ending.due)


def _option(kind: FindingKind, line: str, ears: Ears) -> Finding:
    remarked = _remarked(kind, line[1:], ears.people)
    text, answer = _parted(remarked.text)
    if answer:
        remarked = replace(remarked, text=text, basis=remarked.basis or Basis.SAID)
    return replace(_finding(kind, remarked), answer=answer, refused=is_refusal(answer))


def _metric(kind: FindingKind, line: str, ears: Ears) -> Finding:
    finding = _marked(kind, line, ears)
    name, target = _parted(finding.text)
    before, bracket, unit = name.removesuffix(")").rpartition("(")
    has_unit = bracket and name.endswith(")") and before.strip() and unit.strip()
    if has_unit and not finding.why:
        return replace(finding, text=before.strip(), unit=unit.strip(), target=target)
    return replace(finding, text=name, target=target)


def _person(kind: FindingKind, line: str, ears: Ears) -> Finding:
    """Read a name and a title; a known person is meant only by whole words of the name."""
    finding = _finding(kind, _remarked(kind, line[1:], ()))
    signs = [at for at in map(finding.text.find, _TITLE_SIGNS) if at > 0]
    end = min(signs, default=len(finding.text))
    name, title = finding.text[:end].strip(), finding.text[end:].strip(" ,:–-()")
    known = whole(name, ears.people)
    if len(known) == 1:
        person = known[0]
        return replace(finding, text=person.name, person=person, side=person.side, title=title)
    why = could_be(name, known) if known else ""
    return replace(finding, text=name, title=title, why=why)


def _commitment(kind: FindingKind, line: str, ears: Ears) -> Finding:
    finding = _marked(kind, line, ears)
    recurring = understand_recurring(finding.text, ears.bearings)
    if isinstance(recurring, NotUnderstood):
        return Finding(kind=FindingKind.NOTE, text=line, why=recurring.why)
    return replace(finding, text=recurring.title, recurring=recurring)


_READERS: Mapping[FindingKind, Callable[[FindingKind, str, Ears], Finding]] = {
    FindingKind.PROMISE: _promise,
    FindingKind.VISION: _vision,
    FindingKind.OPTION: _option,
    FindingKind.METRIC: _metric,
    FindingKind.PERSON: _person,
    FindingKind.COMMITMENT: _commitment,
}


def is_refusal(answer: str) -> bool:
    """Say whether an answer sounds like a no, as "not a priority" and "it's not a priority" do."""
    folded = answer.casefold().replace("’", "'").lstrip(" \"'“„«")
    folded = _SUBJECT.sub("", folded, count=1)
    words = folded.split(maxsplit=1)
    return (
        bool(words)
        and words[0].strip(",.;:!\"'“”«»") in _NO
        and not folded.startswith(_NO_OBJECTION)
    )


def _parted(text: str) -> tuple[str, str]:
    """Part a text at its first arrow; without one, or with nothing before it, nothing follows."""
    places = [(at, arrow) for arrow in _ARROWS if (at := text.find(arrow)) > 0]
    if not places:
        return text, ""
    at, arrow = min(places)
    return text[:at].rstrip(), text[at + len(arrow) :].strip()
