"""Each column of the file, labelled by whether it may reach the customer.

An explicit list: a column that is not named here fails a test, so whoever adds one has to decide.
What is private cannot be read by the connection that the framework is read through
(`journal.store.framework`), neither for the page nor for a condition.
"""

from collections.abc import Iterator, Mapping
from enum import Enum


class Label(Enum):
    """Where the content of a column may go.

    SHAREABLE may stand on the page. DECIDING is read in conditions, to choose and order the rows,
    and never handed out. PRIVATE is not read at all.
    """

    SHAREABLE = "shareable"
    DECIDING = "deciding"
    PRIVATE = "private"


_KEPT = "created_at updated_at revision row_digest"
_LINE = "id text agreement agreed_wording"
_CHOSEN = "account_id negotiation_id visibility deleted_at position"
_HOME = f"noted_on reported_by_id meeting_id {_KEPT}"
_NEVER = f"{_LINE} {_CHOSEN} {_HOME} basis"

_SHAREABLE: Mapping[str, str] = {
    "accounts": "id name",
    "people": "id name",
    "metrics": f"{_LINE} side",
    "alignments": "id their_metric_id our_metric_id checked",
    "negotiations": "id",
    "barriers": f"{_LINE} share",
    "visions": f"{_LINE} side",
    "norms": f"{_LINE} side",
    "interests": f"{_LINE} side",
    "criteria": _LINE,
    "options": _LINE,
    "option_links": "option_id criterion_id",
    "promises": f"{_LINE} side due_on kept_on",
    "issued_documents": "id version recipients",
    "issued_lines": "record text agreement",
}
_DECIDING: Mapping[str, str] = {
    "accounts": "deleted_at",
    "people": "is_self deleted_at",
    "metrics": f"{_CHOSEN} basis",
    "alignments": "account_id visibility deleted_at",
    "negotiations": "account_id closed_on deleted_at",
    "barriers": f"{_CHOSEN} basis lifted_on",
    "visions": f"{_CHOSEN} basis outcome",
    "norms": _CHOSEN,
    "interests": _CHOSEN,
    "criteria": f"{_CHOSEN} side basis",
    "options": _CHOSEN,
    "option_links": "id deleted_at",
    "promises": f"{_CHOSEN} person_id dropped_on",
    "issued_documents": "account_id kind deleted_at",
    "issued_lines": "document_id deleted_at",
}
_PRIVATE: Mapping[str, str] = {
    "accounts": "aim unit place address time_zone travel_min contact_interval_days note " + _KEPT,
    "people": f"email phone remember avoid note {_KEPT}",
    "roles": "id account_id person_id side title buying_role support reports_to_id start end note"
    f" deleted_at {_KEPT}",
    "standing_commitments": "id person_id title rule first_day start minutes zone last_day basis"
    f" note deleted_at {_KEPT}",
    "meetings": "id account_id status kind minutes held_minutes place travel_min purpose best"
    " least opening summary notes outcome successor_id starts_at time_zone starts_utc weekday"
    " minute_of_day cancelled_by cancelled_by_id cancelled_at whereabouts stated_reason"
    f" found_reason found_commitment_id deleted_at {_KEPT}",
    "participations": f"id meeting_id person_id account_id came deleted_at {_KEPT}",
    "ratings": "id account_id day level viewpoint facet person_id meeting_id remark"
    f" deleted_at {_KEPT}",
    "goals": "id account_id level by set_on sentence shared_on shared_with_id ended_on"
    f" deleted_at {_KEPT}",
    "metrics": f"{_HOME} person_id unit target",
    "metric_readings": f"id metric_id day value note deleted_at {_KEPT}",
    "alignments": "perceived perceived_on perceived_by_id checked_on evidence meeting_id " + _KEPT,
    "negotiations": f"title opened_on result {_KEPT}",
    "barriers": f"{_HOME} named_by named_by_id named_on acknowledged_on lifted_how",
    "visions": f"{_HOME} due_on person_id outcome_on",
    "norms": f"{_HOME} basis",
    "interests": f"{_HOME} basis person_id",
    "criteria": _HOME,
    "options": f"{_HOME} basis answer answered_on refused",
    "option_links": f"interest_id {_KEPT}",
    "alternatives": f"{_NEVER} side",
    "questions": f"{_NEVER} person_id asked_on answer",
    "promises": f"{_HOME} basis to_person_id made_on",
    "quotes": f"{_NEVER} person_id said_on pinned",
    "issued_documents": f"issued_on digest meeting_id negotiation_id {_KEPT}",
    "issued_lines": f"id section position agreed_wording {_KEPT}",
    "attachments": "id account_id name digest size_bytes media_type meeting_id note"
    f" deleted_at {_KEPT}",
    "origins": f"id record source key digest deleted_at {_KEPT}",
    "changes": "number at time_zone name kind target",
    "history": "number change table_name record before after",
    "search_documents": "key table_name record account_id happened_utc title body accounts",
    "search_index": "title body accounts search_index rank",
    "search_index_data": "id block",
    "search_index_idx": "segid term pgno",
    "search_index_docsize": "id sz",
    "search_index_config": "k v",
    "_sqlite_migrations": "id migration_set name applied_at",
    "sqlite_sequence": "name seq",
}


def labels() -> dict[tuple[str, str], Label]:
    """Return the label of each column, by table and column.

    Raises:
        ValueError: if a column has two.
    """
    found: dict[tuple[str, str], Label] = {}
    for column, label in _all():
        if column in found:
            message = f"{column} is {found[column].value} and {label.value}"
            raise ValueError(message)
        found[column] = label
    return found


def _all() -> Iterator[tuple[tuple[str, str], Label]]:
    given = ((_SHAREABLE, Label.SHAREABLE), (_DECIDING, Label.DECIDING), (_PRIVATE, Label.PRIVATE))
    for tables, label in given:
        for table, columns in tables.items():
            for column in columns.split():
                yield (table, column), label
