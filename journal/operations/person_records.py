"""What the journal holds about one person: gathered over all accounts, and onto paper."""

from journal.domain.account import Origin
from journal.domain.holding import Holding, names_of
from journal.domain.meeting import Meeting, Participation
from journal.domain.metric import Alignment, Metric, MetricReading
from journal.domain.paper import Paper
from journal.domain.person import Person
from journal.domain.record import PersonId
from journal.operations.journal import Journal
from journal.store import holding as store
from journal.store import records
from journal.store.relationships import people_named


def holding(journal: Journal, person: PersonId) -> Holding:
    """Gather all that is held about a person, also what lies in the trash.

    Raises:
        NotFoundError: if the person is gone or in the trash.
    """
    connection = journal.file.connection
    who = records.get(connection, Person, person)
    held = store.held(connection, person)
    own = [each.record for each in held]
    metrics = {each.id for each in own if isinstance(each, Metric) and each.person_id == person}
    readings = store.among(connection, MetricReading, "metric_id", metrics)
    alignments = dict.fromkeys(
        each
        for column in ("their_metric_id", "our_metric_id")
        for each in store.among(connection, Alignment, column, metrics)
    )
    tied = [each for each in (*own, *alignments) if isinstance(each, Alignment)]
    both = {each for tie in tied for each in (tie.their_metric_id, tie.our_metric_id)}
    met = {
        each.meeting_id if isinstance(each, Participation) else getattr(each, "meeting_id", None)
        for each in own
    }
    named = {each for record in (*own, *alignments) for each in people_named(record)}
    ids = {person, *(each.id for each in (*own, *readings, *alignments))}
    return Holding(
        person=who,
        held=held,
        meetings={
            each.id: each
            for each in (
                *store.among(connection, Meeting, "id", filter(None, met)),
                *(each for each in own if isinstance(each, Meeting)),
            )
        },
        readings=readings,
        alignments=tuple(alignments),
        metrics={each.id: each for each in store.among(connection, Metric, "id", both)},
        accounts=store.account_names(connection),
        people=store.among(connection, Person, "id", named),
        asked_at=journal.now(),
        mentions=store.mentions(connection, names_of(who), ids),
        origins=store.among(connection, Origin, "record", ids),
        altered=store.altered(connection, ids),
    )


def person_pdf(journal: Journal, person: PersonId, *, paper: Paper = Paper.A4) -> bytes:
    """Return all that is held about a person as a PDF, private notes included.

    Raises:
        NotFoundError: if the person is gone or in the trash.
    """
    from journal.brief import document, person_record

    content = person_record.person_record(holding(journal, person), printed_at=journal.now())
    return document.render(content, paper)
