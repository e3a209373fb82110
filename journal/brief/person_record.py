"""What the journal holds about one person: all of it, private notes included."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from journal.brief.held_words import About, what, where
from journal.brief.parts import Brief, Door, Lines, Mark, Run, Section, Table, Tone, Words
from journal.brief.phrases import Voice, sentences
from journal.brief.typed import isolated
from journal.domain.holding import Holding, Mention, names_of, naming
from journal.domain.meeting import Meeting, Participation
from journal.domain.record import Record
from journal.terms import record_words
from journal.wording import _, ngettext

_LABEL_SHARE = 0.2
_WHAT_SHARE = 0.72
_AROUND = 60  # letters shown at either side of a name in a text
REPORTED = "reported_by_id"


@dataclass(frozen=True, slots=True)
class Part:
    """One heading and which references stand below it, as kind and field.

    Attributes:
        title: Called when it is printed, in the language chosen by then.
    """

    title: Callable[[], str]
    references: tuple[tuple[str, str], ...]


PARTS = (
    Part(lambda: _("Places"), (("Role", "person_id"),)),
    Part(lambda: _("Who reports to them"), (("Role", "reports_to_id"),)),
    Part(lambda: _("What recurs in their calendar"), (("StandingCommitment", "person_id"),)),
    Part(lambda: _("What they said"), (("Quote", "person_id"),)),
    Part(lambda: _("How they are measured"), (("Metric", "person_id"),)),
    Part(lambda: _("How they see two numbers"), (("Alignment", "perceived_by_id"),)),
    Part(lambda: _("What they want"), (("Interest", "person_id"),)),
    Part(lambda: _("A year from now, in their words"), (("Vision", "person_id"),)),
    Part(lambda: _("What they named as standing between us"), (("Barrier", "named_by_id"),)),
    Part(lambda: _("What they promised"), (("Promise", "person_id"),)),
    Part(lambda: _("What they were promised"), (("Promise", "to_person_id"),)),
    Part(lambda: _("Questions to them"), (("Question", "person_id"),)),
    Part(lambda: _("Ratings that are theirs"), (("Rating", "person_id"),)),
    Part(lambda: _("Goals they were told"), (("Goal", "shared_with_id"),)),
    Part(
        lambda: _("What they reported"),
        tuple(
            (kind, REPORTED)
            for kind in (
                *("Metric", "Barrier", "Vision", "Norm", "Interest", "Criterion", "Option"),
                *("Alternative", "Question", "Promise", "Quote"),
            )
        ),
    ),
    Part(lambda: _("Meetings they called off"), (("Meeting", "cancellation.by_person_id"),)),
    Part(lambda: _("Meetings they were invited to"), (("Participation", "person_id"),)),
)
"""In the order in which they are printed."""


def person_record(holding: Holding, *, printed_at: datetime, language: str = "en") -> Brief:
    """Say all that is held about a person.

    Args:
        printed_at: An aware moment, in the zone of who prints.
        language: Of the chosen wording.
    """
    voice = Voice(today=printed_at.date(), people=holding.people)
    name = holding.person.name
    sections = [
        _facts(holding),
        *_nothing(holding),
        *_held(holding, voice),
        *_mentioned(holding),
        *_imported(holding),
        *_altered(holding),
    ]
    page = _("page {page} of {pages} · printed {printed}")
    return Brief(
        title=_("What we hold about {name}").format(name=name),
        door=Door(
            account=name,
            people=(Run(_("What we hold about this person, over all accounts")),),
            when=(Run(voice.dates.full_day(printed_at.date()), Tone.STRONG),),
            where=(Run(_("Private notes included"), Tone.QUIET),),
        ),
        first=tuple(sections),
        second=(),
        printed_at=printed_at,
        foot_left=_("Private · personal data"),
        foot_right=page.format(page="{page}", pages="{pages}", printed=voice.stamp(printed_at)),
        language=language,
    )


def _facts(holding: Holding) -> Section:
    person = holding.person
    note = _("private note")
    facts = (
        (_("Name"), "", person.name),
        (_("Email"), "", person.email),
        (_("Phone"), "", person.phone),
        (_("To remember"), note, person.remember),
        (_("To avoid"), note, person.avoid),
        (_("Note"), note, person.note),
    )
    rows = tuple(
        (tuple(_label(label, kind)), sentences(text)) for label, kind, text in facts if text.strip()
    )
    return Section(
        title=_("Facts"), parts=(Table(rows=rows, shares=(_LABEL_SHARE, 1 - _LABEL_SHARE)),)
    )


def _nothing(holding: Holding) -> Iterator[Section]:
    if not (holding.held or holding.mentions or holding.origins):
        said = ((Run(_("Nothing else is held about this person."), Tone.QUIET),),)
        yield Section(title=_("Beyond that"), parts=(Lines(items=said),))


def _label(label: str, kind: str) -> Iterator[Words]:
    yield (Run(label, Tone.STRONG),)
    if kind:
        yield (Run(kind, Tone.QUIET),)


def _held(holding: Holding, voice: Voice) -> Iterator[Section]:
    about = About(holding, voice)
    for part in PARTS:
        found = (
            each
            for each in holding.held
            if (type(each.record).__name__, each.field) in part.references
        )
        in_order = sorted(found, key=lambda each: _when(each.record, holding))
        rows = tuple((what(each, about), where(each, about)) for each in in_order)
        if rows:
            table = Table(rows=rows, shares=(_WHAT_SHARE, 1 - _WHAT_SHARE))
            yield Section(title=_counted(part.title(), len(rows)), parts=(table,))


_DAYS = ("said_on", "made_on", "day", "start", "first_day", "set_on", "perceived_on", "noted_on")


def _when(record: Record, holding: Holding) -> str:
    """Return a key for the order of time; what is of no day comes last."""
    meeting = record if isinstance(record, Meeting) else None
    if isinstance(record, Participation):
        meeting = holding.meetings.get(record.meeting_id)
    if meeting is not None:
        return f"{meeting.when.day} {meeting.when.time or ''}"
    days = (getattr(record, name, None) for name in _DAYS)
    return next((str(day) for day in days if isinstance(day, date)), "later")


def _counted(title: str, count: int) -> str:
    return title if count == 1 else _("{title} ({count})").format(title=title, count=count)


def _mentioned(holding: Holding) -> Iterator[Section]:
    rows = tuple(
        (((tuple(_excerpt(each, holding))),), (tuple(_place(each, holding)),))
        for each in holding.mentions
    )
    if rows:
        table = Table(rows=rows, shares=(_WHAT_SHARE, 1 - _WHAT_SHARE))
        yield Section(
            title=_counted(_("Where else the name, or a part of it, is written"), len(rows)),
            parts=(table,),
        )


def _excerpt(mention: Mention, holding: Holding) -> Iterator[Run]:
    """Show the name as it stands in the text, with some letters at either side."""
    text = " ".join(mention.text.split())
    found = naming(names_of(holding.person)).search(text)
    start, end = (0, 0) if found is None else found.span()
    before = text[max(0, start - _AROUND) : start]
    after = text[end : end + _AROUND]
    yield Run(("…" if start > _AROUND else "") + before)
    yield Run(text[start:end], Tone.STRONG)
    yield Run(after + ("…" if end + _AROUND < len(text) else ""))


def _place(mention: Mention, holding: Holding) -> Iterator[Run]:
    account = "" if mention.account_id is None else holding.accounts.get(mention.account_id, "")
    said = [record_words(mention.kind), isolated(account)]
    if mention.is_trashed:
        said.append(_("in the trash"))
    yield Run(" · ".join(each for each in said if each), Tone.QUIET)


def _imported(holding: Holding) -> Iterator[Section]:
    """Say by which name files know the person; of the records, which are many, how many."""
    own = [each for each in holding.origins if each.record == holding.person.id]
    others = Counter(each.source for each in holding.origins if each not in own)
    items = [
        *((Run(isolated(each.source), Tone.QUIET), Run(f" {isolated(each.key)}")) for each in own),
        *((Run(_record_count(source, count), Tone.QUIET),) for source, count in others.items()),
    ]
    if items:
        lines = Lines(items=tuple(items), mark=Mark.BULLET)
        yield Section(title=_("From which files it came"), parts=(lines,))


def _record_count(source: str, count: int) -> str:
    said = ngettext("{source}: {count} record", "{source}: {count} records", count)
    return said.format(source=isolated(source), count=count)


def _altered(holding: Holding) -> Iterator[Section]:
    """Count what the history keeps of earlier versions."""
    if not holding.altered:
        return
    said = [_entries(kind, count) for kind, count in holding.altered.items()]
    lines = (
        (Run(_("The history keeps what was changed, before and after: ")), Run(", ".join(said))),
    )
    yield Section(title=_("In the history"), parts=(Lines(items=lines),))


def _entries(kind: type[Record], count: int) -> str:
    entries = ngettext("{count} entry", "{count} entries", count).format(count=count)
    return _("{kind} {entries}").format(kind=record_words(kind), entries=entries)
