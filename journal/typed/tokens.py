"""A typed line taken apart: words, numbers and signs, each with its place in the text."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

# Three alternatives that never begin alike: each character is looked at once.
_TOKEN = re.compile(r"\d+|[^\W\d_]+|\S")
_MOST_DIGITS = 4


class Order(StrEnum):
    """What comes first in 3/4."""

    DAY_MONTH = "day_month"
    MONTH_DAY = "month_day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word, a number or a single sign.

    Attributes:
        word: Folded, so that "Tue" and "TUE" are the same.
        number: None where it is none, or one of more than four digits.
        glued: Whether it stands right behind the one before.
        start: Where it begins in the text.
        end: Where it ends.
    """

    word: str
    number: int | None
    glued: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A line's tokens, which may be asked for beyond their end."""

    text: str
    tokens: tuple[Token, ...]
    order: Order = Order.DAY_MONTH

    def word(self, at: int) -> str:
        """Return the folded word or sign; empty beyond the end."""
        return self.tokens[at].word if at < len(self.tokens) else ""

    def number(self, at: int) -> int | None:
        """Return the number of at most four digits; None where there is none."""
        return self.tokens[at].number if at < len(self.tokens) else None

    def digits(self, at: int) -> int:
        """Return how many digits the number has; 0 where there is none."""
        return len(self.word(at)) if self.number(at) is not None else 0

    def glued(self, at: int) -> bool:
        """Say whether there is a token right behind the one before it."""
        return at < len(self.tokens) and self.tokens[at].glued

    def says(self, at: int, *words: str) -> bool:
        """Say whether these words stand there, one after the other."""
        return all(self.word(at + nth) == word for nth, word in enumerate(words))

    def part(self, first: int, end: int | None = None) -> "Words":
        """Return some of the tokens, of the same text."""
        return Words(text=self.text, tokens=self.tokens[first:end], order=self.order)

    def around(self, at: int) -> str:
        """Return the text between two white spaces in which a token stands."""
        first, last = at, at + 1
        while first and self.tokens[first].glued:
            first -= 1
        while self.glued(last):
            last += 1
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]


def taken_apart(text: str, order: Order = Order.DAY_MONTH) -> Words:
    """Take a line apart."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        word = unicodedata.normalize("NFKC", match[0]).casefold()
        is_number = word.isdecimal() and len(word) <= _MOST_DIGITS
        token = Token(
            word=word,
            number=int(word) if is_number else None,
            glued=bool(tokens) and tokens[-1].end == match.start(),
            start=match.start(),
            end=match.end(),
        )
        tokens.append(token)
    return Words(text=text, tokens=tuple(tokens), order=order)
