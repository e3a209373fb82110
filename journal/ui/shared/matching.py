"""Finding a name by the beginnings of its words, accents and case aside."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")


def folded(text: str) -> str:
    """Return a text without case and accents, for comparing."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


class Names(Generic[T]):
    """Things by their names, made ready to be found at each key press."""

    def __init__(self, named: Iterable[tuple[str, T]]) -> None:
        """Keep their order: of equally good ones, the earlier comes first."""
        self._named = [(f" {folded(name)}", thing) for name, thing in named]

    def find(self, words: str) -> Iterator[T]:
        """Return what has all words as beginnings of words; what begins with them first."""
        wanted = folded(words).split()
        if wanted:
            yield from self._holding(wanted, first=True)
            yield from self._holding(wanted, first=False)

    def _holding(self, wanted: Sequence[str], *, first: bool) -> Iterator[T]:
        start = f" {wanted[0]}"
        beginnings = [f" {word}" for word in wanted]
        for name, thing in self._named:
            if name.startswith(start) is first and all(each in name for each in beginnings):
                yield thing
