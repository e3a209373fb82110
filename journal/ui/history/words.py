"""The past in words: the names of fields, and what stood in them."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from typing import get_args, get_type_hints

from journal.domain.account import Aim
from journal.domain.meeting import Kind, Whereabouts
from journal.domain.person import BuyingRole
from journal.domain.rating import Level, Viewpoint
from journal.domain.record import Record, Side
from journal.levels import aim_words, level_words
from journal.operations.past import Cell, FieldChange, Past
from journal.terms import (
    buying_role_words,
    kind_words,
    record_words,
    side_words,
    viewpoint_words,
    whereabouts_words,
)
from journal.ui.history.fields import field_words
from journal.ui.shared.words import full_day_words
from journal.wording import _

_LONGEST = 300
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")


def past_words(past: Past) -> str:
    """Say what one action did, without when."""
    if past.kind == "undo":
        return _("Undone: {what}").format(what=past.name)
    if past.kind == "redo":
        return _("Done again: {what}").format(what=past.name)
    return past.name


def change_words(past: Past, change: FieldChange) -> str:
    """Say what became of one field."""
    if change.field == "deleted_at":
        return _("put into the trash") if change.after else _("taken out of the trash")
    field = field_words(change.field)
    before, after = (_value(past.of, change.field, cell) for cell in (change.before, change.after))
    if not before:
        return _("{field}: {after}").format(field=field, after=after)
    if not after:
        return _("{field}: {before}, taken away").format(field=field, before=before)
    return _("{field}: {after}, before {before}").format(field=field, before=before, after=after)


def title_words(kind: type[Record], title: str) -> str:
    """Name a record by its kind and its title."""
    name = record_words(kind)
    return f"{name[0].upper()}{name[1:]}: {title}" if title else f"{name[0].upper()}{name[1:]}"


def _value(kind: type[Record], field: str, cell: Cell) -> str:
    """Say what stood in a cell; empty for nothing."""
    if cell is None or cell == "":
        return ""
    choices = _choices(kind, field)
    if choices is not None:
        return _CHOICE_WORDS.get(choices, _plain)(choices(cell))
    return _text(cell) if isinstance(cell, str) else str(cell)


def _text(text: str) -> str:
    if _MOMENT.match(text):
        moment = datetime.fromisoformat(text)  # a wall time as it is, an instant as seen from here
        moment = moment if moment.tzinfo is None else moment.astimezone()
        return f"{full_day_words(moment.date())}, {moment:%H:%M}"
    if _DAY.fullmatch(text):
        return full_day_words(date.fromisoformat(text))
    return _("“{text}”").format(text=text if len(text) <= _LONGEST else text[:_LONGEST] + "…")


def _plain(member: Enum) -> str:
    return str(member.value).replace("_", " ")


# What the vocabularies are called that have words of their own; the others are their value.
_CHOICE_WORDS: Mapping[type[Enum], Callable[..., str]] = {
    Aim: aim_words,
    BuyingRole: buying_role_words,
    Kind: kind_words,
    Level: level_words,
    Side: side_words,
    Viewpoint: viewpoint_words,
    Whereabouts: whereabouts_words,
}


def _choices(kind: type[Record], field: str) -> type[Enum] | None:
    """Return the closed vocabulary that a field is chosen from; None where it is free."""
    hint = get_type_hints(kind).get(field)
    for each in (hint, *get_args(hint)):
        if isinstance(each, type) and issubclass(each, Enum):
            return each
    return None
