"""In which order the accounts stand in the list."""

from collections.abc import Iterator, Sequence

from journal.domain.account import Aim
from journal.domain.glance import Glance


def by_aim(glances: Sequence[Glance]) -> Iterator[tuple[Aim, list[Glance]]]:
    """Yield each aim that has accounts with them, by name."""
    for aim in Aim:
        group = [each for each in glances if each.account.aim is aim]
        group.sort(key=_by_name)
        if group:
            yield aim, group


def _by_name(glance: Glance) -> str:
    return glance.account.name.casefold()
