"""The pages over all accounts."""

from enum import StrEnum


class Place(StrEnum):
    """Each of them, in their order at the side."""

    TODAY = "today"
    FOLLOW_UPS = "follow_ups"
    PORTFOLIO = "portfolio"
