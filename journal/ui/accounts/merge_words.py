"""What becomes of two that are made one, in words."""

from collections.abc import Sequence

from journal.domain.account import Aim
from journal.domain.plan import Negotiation
from journal.domain.rating import Goal
from journal.domain.record import Record
from journal.levels import aim_words, level_words
from journal.operations.merging import Preview
from journal.terms import counted_words, minutes_words, record_words
from journal.ui.accounts.interval import interval_text
from journal.ui.shared.readings import zone_text
from journal.ui.shared.words import full_day_words
from journal.wording import _, ngettext


def field_words(field: str) -> str:
    """Name a fact of an account or of a person."""
    return {
        "name": _("Name"),
        "aim": _("Aim"),
        "unit": _("Unit"),
        "place": _("Place"),
        "address": _("Address"),
        "time_zone": _("Time zone"),
        "travel_min": _("Travel time"),
        "contact_interval_days": _("Meet at least every"),
        "email": _("Email"),
        "phone": _("Phone"),
        "remember": _("To remember"),
        "avoid": _("To avoid"),
        "note": _("Note"),
    }[field]


def value_words(field: str, value: object) -> str:
    """Say what one of the two has in a field."""
    if isinstance(value, Aim):
        return aim_words(value)
    if isinstance(value, int):
        return interval_text(value) if field == "contact_interval_days" else minutes_words(value)
    text = str(value)
    return zone_text(text) if field == "time_zone" else text


def moving_words(preview: Preview, kept: str) -> str:
    """Say what goes over: `12 meetings and 1 role go over to Mercy General`."""
    said = [counted_words(kind, count) for kind, count in preview.moving.items()]
    if not said:
        return _("Nothing hangs on the other one.")
    total = sum(preview.moving.values())
    return ngettext("{what} goes over to {name}.", "{what} go over to {name}.", total).format(
        what=_listed(said), name=kept
    )


def filled_words(preview: Preview, other: str) -> str:
    """Say what only the other one has; empty for nothing."""
    if not preview.filled:
        return ""
    said = ", ".join(field_words(each) for each in preview.filled)
    return _("Only {name} has these, so they are taken over: {facts}.").format(
        name=other, facts=said
    )


def ending_words(preview: Preview, kept: str) -> tuple[str, ...]:
    """Say what ends because there is one of it in an account."""
    return tuple(
        _("{what} ends today, because {name} has one that stands.").format(
            what=_ending(each), name=kept
        )
        for each in preview.ends
    )


def after_words(other: str) -> str:
    """Say where the other one is afterwards."""
    return _(
        "What says the same twice then stays once. {name} goes into the trash; one undo parts "
        "the two again."
    ).format(name=other)


def _ending(record: Record) -> str:
    if isinstance(record, Goal):
        return _("Its goal, {level} by {day},").format(
            level=level_words(record.level), day=full_day_words(record.by)
        )
    if isinstance(record, Negotiation):
        return _("Its negotiation “{title}”").format(title=record.title)
    return _("Its {what}").format(what=record_words(type(record)))


def _listed(words: Sequence[str]) -> str:
    if len(words) == 1:
        return words[0]
    return _("{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1])
