"""What each field of the file is called, for telling its past."""

from functools import cache

from journal.wording import _


def field_words(field: str) -> str:
    """Name a field of any record."""
    return _names().get(field, field.replace("_", " "))


@cache
def _names() -> dict[str, str]:
    return _of_accounts_and_people() | _of_meetings() | _days() | _of_lines()


def _of_accounts_and_people() -> dict[str, str]:
    return {
        "account_id": _("Account"),
        "address": _("Address"),
        "aim": _("Aim"),
        "avoid": _("To avoid"),
        "buying_role": _("Buying role"),
        "contact_interval_days": _("Contact at least every (days)"),
        "email": _("Email"),
        "end": _("Until"),
        "first_day": _("First day"),
        "is_self": _("Is myself"),
        "last_day": _("Last day"),
        "name": _("Name"),
        "note": _("Note"),
        "person_id": _("Person"),
        "phone": _("Phone"),
        "remember": _("To remember"),
        "reports_to_id": _("Reports to"),
        "rule": _("Recurs"),
        "start": _("From"),
        "support": _("Support"),
        "title": _("Title"),
        "unit": _("Unit"),
        "zone": _("Time zone"),
    }


def _of_meetings() -> dict[str, str]:
    return {
        "best": _("Best outcome"),
        "cancelled_at": _("Cancelled at"),
        "cancelled_by": _("Cancelled by"),
        "cancelled_by_id": _("Cancelled by"),
        "found_commitment_id": _("Standing commitment behind it"),
        "found_reason": _("Found reason"),
        "held_minutes": _("Took (minutes)"),
        "kind": _("Kind"),
        "least": _("Least acceptable outcome"),
        "minutes": _("Minutes"),
        "notes": _("Notes"),
        "opening": _("Opening sentence"),
        "place": _("Place"),
        "purpose": _("Purpose"),
        "starts_at": _("When"),
        "stated_reason": _("Stated reason"),
        "status": _("What happened"),
        "successor_id": _("Moved to"),
        "summary": _("In one line"),
        "time_zone": _("Time zone"),
        "travel_min": _("Travel (minutes)"),
        "whereabouts": _("Where I was"),
    }


def _days() -> dict[str, str]:
    return {
        "acknowledged_on": _("Acknowledged on"),
        "answered_on": _("Answered on"),
        "asked_on": _("Asked on"),
        "checked_on": _("Checked on"),
        "closed_on": _("Closed on"),
        "day": _("Day"),
        "dropped_on": _("Dropped on"),
        "due_on": _("Due on"),
        "ended_on": _("Ended on"),
        "issued_on": _("Issued on"),
        "kept_on": _("Kept on"),
        "lifted_on": _("Lifted on"),
        "made_on": _("Made on"),
        "named_on": _("Named on"),
        "noted_on": _("Noted on"),
        "opened_on": _("Opened on"),
        "outcome_on": _("Outcome on"),
        "perceived_on": _("Perceived on"),
        "said_on": _("Said on"),
        "set_on": _("Set on"),
        "shared_on": _("Shared on"),
    }


def _of_lines() -> dict[str, str]:
    return {
        "agreed_wording": _("Agreed wording"),
        "agreement": _("Agreement"),
        "answer": _("Answer"),
        "basis": _("Basis"),
        "by": _("By"),
        "came": _("Came"),
        "checked": _("As checked"),
        "criterion_id": _("Criterion"),
        "document_id": _("Shared page"),
        "evidence": _("Evidence"),
        "facet": _("Of"),
        "interest_id": _("Interest"),
        "level": _("Rating"),
        "lifted_how": _("How it was lifted"),
        "media_type": _("Kind of file"),
        "meeting_id": _("Meeting"),
        "metric_id": _("Metric"),
        "named_by": _("Named by"),
        "named_by_id": _("Named by"),
        "negotiation_id": _("Negotiation"),
        "option_id": _("Option"),
        "our_metric_id": _("Our metric"),
        "outcome": _("Outcome"),
        "perceived": _("As they perceive it"),
        "perceived_by_id": _("Perceived by"),
        "pinned": _("Pinned"),
        "position": _("Position"),
        "recipients": _("Recipients"),
        "refused": _("Refused"),
        "remark": _("Remark"),
        "reported_by_id": _("Reported by"),
        "result": _("Result"),
        "sentence": _("Sentence"),
        "share": _("Own share"),
        "shared_with_id": _("Shared with"),
        "side": _("Side"),
        "target": _("Target"),
        "text": _("Text"),
        "their_metric_id": _("Their metric"),
        "to_person_id": _("To"),
        "value": _("Value"),
        "viewpoint": _("Viewpoint"),
        "visibility": _("Visibility"),
    }
