"""What the ratings and the aims are called; apart from `terms`, because a start needs no more."""

from journal.domain.account import Aim
from journal.domain.rating import Level
from journal.wording import _


def level_words(level: Level | None) -> str:
    """Name a rating; None is one that nobody has given yet."""
    if level is None:
        return _("Not rated")
    return {
        Level.DAMAGED: _("Damaged"),
        Level.STRAINED: _("Strained"),
        Level.NEUTRAL: _("Neutral"),
        Level.POSITIVE: _("Positive"),
        Level.OUTSTANDING: _("Outstanding"),
    }[level]


def level_meaning(level: Level) -> str:
    """Say by what one recognises a rating; shown wherever one is chosen."""
    return {
        Level.DAMAGED: _("avoids or cancels us; refuses without discussing"),
        Level.STRAINED: _("meets when it must; old complaints return"),
        Level.NEUTRAL: _("keeps appointments, settles the matter in hand, offers nothing more"),
        Level.POSITIVE: _("tells us plans and problems early; brings in colleagues"),
        Level.OUTSTANDING: _("plans a year ahead with us; each changes own plans for the other"),
    }[level]


def aim_words(aim: Aim) -> str:
    """Name an aim, as the heading of its accounts."""
    return {Aim.REPAIR: _("Repair"), Aim.RAISE: _("Raise"), Aim.MAINTAIN: _("Maintain")}[aim]
