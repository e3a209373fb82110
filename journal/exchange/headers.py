"""Which column of a meeting log holds what."""

import unicodedata
from collections.abc import Mapping as MappingOf
from collections.abc import Sequence
from dataclasses import dataclass

from journal.domain.errors import RefusedFileError
from journal.exchange.mapping import Field, Mapping
from journal.exchange.synonyms import COUNTED_IN, COUNTING, NAMING, SYNONYMS

# Several columns may hold these; of all others, the one with the best name does.
_MANY = (Field.PERSON, Field.OURS, Field.DETAIL)
_TEXTS = (Field.PURPOSE, Field.SUMMARY, Field.NOTES, Field.PLACE)
_SHOWN_HEADERS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where each field stands in a row.

    Attributes:
        headers: As they are written in the file.
        places: The positions of the columns of a field, best first.
        key: The positions of the columns that name one meeting; empty where none do.
        key_counts: Whether the key is a mere number, which names a meeting only within its
            day.
        unused: Headers of columns that are not read.
    """

    headers: tuple[str, ...]
    places: MappingOf[Field, tuple[int, ...]]
    key: tuple[int, ...]
    key_counts: bool
    unused: tuple[str, ...]


def folded(header: str) -> str:
    """Return what is compared of a header: letters and digits, without accents and case."""
    plain = unicodedata.normalize("NFKD", header)
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    # Composed again, since a Korean syllable is taken apart like an accented letter.
    whole = unicodedata.normalize("NFC", letters).casefold()
    return "".join(each for each in whole if each.isalnum())


def match(cells: Sequence[str], mapping: Mapping, *, account_given: bool) -> Columns | None:
    """Match the header cells with the fields.

    Returns:
        None where no date, or no organisation, can be made out, so that this is no header.

    Raises:
        RefusedFileError: if the mapping names a column that is not there.
    """
    headers = [folded(cell) for cell in cells]
    places = _places_said(headers, mapping)
    free = [each for each in range(len(headers)) if not any(each in at for at in places.values())]
    for field, names in SYNONYMS.items():
        if field not in _MANY and field not in places:
            best = min(_candidates(headers, free, names), default=None)
            if best is not None:
                places[field] = (best[1],)
                free.remove(best[1])
    if Field.DATE not in places or not (account_given or Field.ORGANISATION in places):
        return None
    said = places.pop(Field.KEY, ())
    key, counts = (said, False) if said else _key(headers, free, mapping)
    free = [each for each in free if each not in key]
    for field in _MANY:
        names = SYNONYMS[field] + (() if field is not Field.DETAIL else _text_names())
        found = tuple(sorted(each for _, each in _candidates(headers, free, names)))
        if found:
            places[field] = places.get(field, ()) + found
            free = [each for each in free if each not in found]
    return Columns(
        headers=tuple(cells),
        places=places,
        key=key,
        key_counts=counts,
        unused=tuple(cells[each] for each in free if cells[each]),
    )


def _candidates(
    headers: Sequence[str], free: Sequence[int], names: Sequence[str]
) -> list[tuple[int, int]]:
    """Return pairs of how good the name is, smallest best, and where it stands."""
    return [(names.index(headers[each]), each) for each in free if headers[each] in names]


def _text_names() -> tuple[str, ...]:
    """Names of texts: one that lost its field to a better name is still worth keeping."""
    return tuple(name for field in _TEXTS for name in SYNONYMS[field])


def _places_said(headers: list[str], mapping: Mapping) -> dict[Field, tuple[int, ...]]:
    places: dict[Field, tuple[int, ...]] = {}
    for header, field in mapping.columns.items():
        places[field] = (*places.get(field, ()), _position(headers, header))
    return places


def _position(headers: list[str], header: str) -> int:
    name = folded(header)
    if name not in headers:
        message = f"The mapping file names a column {header!r} that the log does not have."
        raise RefusedFileError(message)
    return headers.index(name)


def _key(headers: list[str], free: Sequence[int], mapping: Mapping) -> tuple[tuple[int, ...], bool]:
    if mapping.key:
        return tuple(_position(headers, header) for header in mapping.key), False
    naming = min(_candidates(headers, free, NAMING), default=None)
    if naming is not None:
        return (naming[1],), False
    counting = min(_candidates(headers, free, COUNTING), default=None)
    if counting is None:
        return (), False
    counted_in = sorted(_candidates(headers, free, COUNTED_IN))
    return (*(each for _, each in counted_in), counting[1]), True


def refusal(cells: Sequence[str], *, account_given: bool) -> RefusedFileError:
    """Say which columns were found and which are needed."""
    shown = ", ".join(repr(cell) for cell in cells[:_SHOWN_HEADERS] if cell) or "none"
    needed = "a date (Date, Datum, Fecha ...)"
    if not account_given:
        needed += " and an organisation (Organisation, Customer, Firma ...), or name the account"
    sentence = (
        f"The columns cannot be made out. Found: {shown}. Needed: {needed}."
        " A mapping file says which column is which."
    )
    return RefusedFileError(sentence)
