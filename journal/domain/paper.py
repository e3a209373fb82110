"""The sizes of paper."""

from enum import StrEnum


class Paper(StrEnum):
    """What a document is printed on."""

    A4 = "a4"
    LETTER = "letter"
    A5 = "a5"
