"""Rows of a long list in words, made a page at a time when one is looked at."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")
W = TypeVar("W")

PAGE_ROWS = 128
PAGES_KEPT = 32


class PagedWords(Generic[T, W]):
    """What a model's rows say; a row near one that was asked for is ready."""

    def __init__(self, make: Callable[[T], W]) -> None:
        """Make it, empty.

        Args:
            make: Returns the words of one row; it cannot fail.
        """
        self._make = make
        self._things: Sequence[T] = ()
        self._pages: dict[int, list[W]] = {}

    def show(self, things: Sequence[T]) -> None:
        """Hold other rows; nothing is said yet."""
        self._things = things
        self._pages = {}

    def __len__(self) -> int:
        return len(self._things)

    def __getitem__(self, position: int) -> W:
        number, place = divmod(position, PAGE_ROWS)
        page = self._pages.get(number)
        return (self._load(number) if page is None else page)[place]

    def thing(self, position: int) -> T:
        """Return what stands there."""
        return self._things[position]

    def _load(self, number: int) -> list[W]:
        if len(self._pages) >= PAGES_KEPT:
            del self._pages[next(iter(self._pages))]  # the one that was loaded first
        start = number * PAGE_ROWS
        page = [self._make(each) for each in self._things[start : start + PAGE_ROWS]]
        self._pages[number] = page
        return page
