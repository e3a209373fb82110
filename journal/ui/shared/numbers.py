"""Numbers as words, where a sentence opens a page."""

from journal.wording import _

_LARGEST = 12


def number_words(number: int) -> str:
    """Write a number out up to twelve, in digits beyond."""
    if not 0 <= number <= _LARGEST:
        return str(number)
    words = _("no, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve")
    return words.split(", ")[number]


def sentence(text: str) -> str:
    """Begin with a capital and end with a full stop, whatever the first word is."""
    return _("{clause}.").format(clause=text[:1].upper() + text[1:])
