"""People by the beginnings of their names, as one types them."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from journal.domain.record import PersonId, Side
from journal.wording import _

_FEWEST_LETTERS = 2
# Letters that are no accented ones, so that nothing falls off them.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Somebody:
    """A person whom a line may name; `side` is that of the present role."""

    id: PersonId
    name: str
    side: Side
    is_self: bool = False


def who(typed: str, people: Sequence[Somebody]) -> tuple[Somebody, ...]:
    """Return whom a typed name can mean, as few as it says.

    Whole names go before words of a name, and those before beginnings, so that Dan is not taken
    for Dana where there is a Dan. Accents and case do not count.
    """
    return whole(typed, people) or tuple(
        each for each in people if _fits(name_words(typed), name_words(each.name), begun=True)
    )


def whole(typed: str, people: Sequence[Somebody]) -> tuple[Somebody, ...]:
    """Return whom a name can mean that is not cut short."""
    words = name_words(typed)
    same = tuple(each for each in people if words and name_words(each.name) == words)
    return same or tuple(
        each for each in people if _fits(words, name_words(each.name), begun=False)
    )


def name_words(name: str) -> list[str]:
    """Return a name's words as they are compared."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_PLAIN))
    letters = (each for each in plain if not unicodedata.combining(each))
    return "".join(each if each.isalnum() else " " for each in letters).split()


def could_be(typed: str, people: Sequence[Somebody]) -> str:
    """Say that a name can mean several, or nobody."""
    if not people:
        return _("“{typed}” is nobody known here.").format(typed=typed)
    names = _(" or ").join(each.name for each in people)
    return _("“{typed}” could be {names}.").format(typed=typed, names=names)


def _fits(typed: list[str], name: list[str], *, begun: bool) -> bool:
    """Say whether each typed word is a word of the name, or begins one, in the same order."""
    left = iter(name)
    return bool(typed) and all(
        any(word == each or (begun and _begins(word, each)) for each in left) for word in typed
    )


def _begins(typed: str, word: str) -> bool:
    return len(typed) >= _FEWEST_LETTERS and word.startswith(typed)
