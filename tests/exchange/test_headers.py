"""Which column holds what."""

from pathlib import Path

import pytest

from journal.domain.errors import RefusedFileError
from journal.exchange.headers import Columns, folded, match, refusal
from journal.exchange.mapping import Field, Mapping
from journal.exchange.synonyms import SYNONYMS
from journal.exchange.table import Rows


def matched(*cells: str, mapping: Mapping | None = None, account: bool = False) -> Columns:
    """Match a header that can be made out."""
    columns = match(cells, mapping or Mapping(), account_given=account)
    assert columns is not None
    return columns


def test_case_spaces_signs_and_accents_make_no_difference() -> None:
    """People write them as they like."""
    assert folded(" Durée (min.) ") == folded("DUREE_MIN") == "dureemin"
    assert folded("日期") == "日期"


def test_every_synonym_is_written_as_it_is_compared() -> None:
    """Else it would never be found."""
    for names in SYNONYMS.values():
        assert [folded(name) for name in names] == list(names)


@pytest.mark.parametrize(
    "header",
    [
        ("Date", "Customer", "Notes"),
        ("Datum", "Firma", "Bemerkungen"),
        ("Date", "Société", "Remarques"),
        ("Fecha", "Empresa", "Observaciones"),
        ("Datum", "Zákazník", "Poznámka"),
        ("Datum sestanka", "Organizacija", "Opombe"),
        ("日期", "客户", "备注"),
    ],
)
def test_headers_are_known_in_several_languages(header: tuple[str, str, str]) -> None:
    """The table of synonyms covers the languages in which logs occur."""
    places = matched(*header).places

    assert (places[Field.DATE], places[Field.ORGANISATION], places[Field.NOTES]) == (
        (0,),
        (1,),
        (2,),
    )


def test_the_better_name_wins_and_the_other_text_is_kept() -> None:
    """Two columns may both be texts; the one that lost its field goes to the notes."""
    columns = matched("Date", "Company", "Subject", "Purpose", "Week")

    assert columns.places[Field.PURPOSE] == (3,)
    assert columns.places[Field.DETAIL] == (2,)
    assert columns.unused == ("Week",)


def test_a_lone_name_is_the_customers_and_beside_one_a_persons() -> None:
    """What "Name" means depends on what else is there."""
    assert matched("Date", "Name").places[Field.ORGANISATION] == (1,)

    columns = matched("Date", "Name", "Company")
    assert columns.places[Field.ORGANISATION] == (2,)
    assert columns.places[Field.PERSON] == (1,)


def test_a_calendar_export_is_read_when_the_account_is_given(shared_data: Path) -> None:
    """It has no column for the customer, so without that it is refused."""
    text = (shared_data / "csv" / "headers" / "outlook_calendar.csv").read_text(encoding="utf-8")
    header = next(iter(Rows(text))).cells

    assert match(header, Mapping(), account_given=False) is None
    columns = matched(*header, account=True)
    found = {field: [header[at] for at in places] for field, places in columns.places.items()}
    assert found == {
        Field.DATE: ["Start Date"],
        Field.TIME: ["Start Time"],
        Field.END: ["End Time"],
        Field.PERSON: ["Required Attendees", "Optional Attendees"],
        Field.OURS: ["Meeting Organizer"],
        Field.PLACE: ["Location"],
        Field.PURPOSE: ["Subject"],
        Field.NOTES: ["Description"],
        Field.DETAIL: ["Categories"],
    }


def test_the_mapping_wins_over_the_table() -> None:
    """The user knows the log; columns can also be left out."""
    mapping = Mapping(
        columns={"note": Field.ORGANISATION, "Company": Field.DETAIL, "Owner": Field.IGNORE}
    )

    columns = matched("Date", "Company", "Note", "Owner", mapping=mapping)

    assert columns.places[Field.ORGANISATION] == (2,)
    assert columns.places[Field.DETAIL] == (1,)
    assert Field.OURS not in columns.places
    assert columns.unused == ()


def test_a_mapping_that_names_no_column_is_refused() -> None:
    """It belongs to another log, or has a slip in it."""
    for mapping in (Mapping(columns={"Wer": Field.PERSON}), Mapping(key=("Wer",))):
        with pytest.raises(RefusedFileError, match="'Wer'"):
            matched("Date", "Company", mapping=mapping)


def test_a_naming_column_is_the_key_and_a_counting_one_needs_its_scope() -> None:
    """A number alone comes again on every page of every file."""
    assert matched("ID", "Date", "Company").key == (0,)

    counted = matched("No.", "File", "Date", "Company", "Page")
    assert (counted.key, counted.key_counts) == ((1, 4, 0), True)
    assert matched("Date", "Company").key == ()


def test_the_user_can_say_which_columns_are_the_key() -> None:
    """As a list, in its order, or column by column."""
    listed = matched("A", "B", "Date", "Company", mapping=Mapping(key=("B", "A")))
    assert (listed.key, listed.key_counts) == ((1, 0), False)

    named = matched("A", "Date", "Company", mapping=Mapping(columns={"A": Field.KEY}))
    assert (named.key, named.key_counts) == ((0,), False)


def test_a_refusal_says_what_was_found_and_what_is_needed() -> None:
    """So that the user can write a mapping file, or take another file."""
    error = refusal(("Wer", "", "Was"), account_given=False)
    assert "'Wer', 'Was'" in error.sentence
    assert "an organisation" in error.sentence
    assert "an organisation" not in refusal((), account_given=True).sentence
