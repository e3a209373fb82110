"""What is known of one person: each edit reaches the journal, and is undone by one step."""

from dataclasses import replace
from datetime import date, time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QMessageBox
from pytestqt.qtbot import QtBot

from journal.domain.person import BuyingRole, Support
from journal.domain.record import Basis, Side
from journal.operations import records
from journal.ui.people.person_panel import PersonPanel
from tests.ui.case import DANA, LUIS, ME, SPEND, UNITS
from tests.ui.people.conftest import LUIS_ROLE, MARSH, REYES, Seen, stops, write
from tests.ui.windows import desk_of


def panel_of(seen: Seen, name: str = "Dana") -> PersonPanel:
    """Go to somebody, and return what is known of them."""
    seen.go_to(name)
    return seen.tab.panel


def pick(field: QComboBox, words: str) -> None:
    """Choose as the user does: by the list's own signal."""
    field.setCurrentIndex(field.findText(words))
    field.activated.emit(field.currentIndex())


def test_texts_save_themselves(seen: Seen) -> None:
    """No button; leaving the field is enough."""
    panel = panel_of(seen)
    for field, name in (
        (panel.name, "name"),
        (panel.email, "email"),
        (panel.phone, "phone"),
    ):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, f"new {name}")
        QTest.keyClick(field, Qt.Key.Key_Tab)
        assert getattr(seen.person(), name) == f"new {name}"
    assert seen.undo() == "Edit phone"
    assert seen.person().phone == ""
    assert panel.phone.text() == ""


def test_what_to_remember_and_to_avoid_are_of_the_person(seen: Seen) -> None:
    """They go along to each account, and never onto a shared page."""
    panel = panel_of(seen)
    for field, name in (
        (panel.remember, "remember"), (panel.avoid, "avoid"), (panel.note, "note")
    ):  # fmt: skip
        field.setFocus()
        QTest.keyClicks(field, f"{name} this")
        QTest.keyClick(field, Qt.Key.Key_Tab)
    held = seen.person()
    assert (held.remember, held.avoid, held.note) == (
        "remember this", "avoid this", "note this",
    )  # fmt: skip


def test_a_name_is_never_emptied(seen: Seen) -> None:
    """Somebody without a name could not be found again."""
    panel = panel_of(seen)
    panel.name.setFocus()
    panel.name.selectAll()
    QTest.keyClick(panel.name, Qt.Key.Key_Delete)
    panel.phone.setFocus()
    assert panel.name.text() == seen.person().name == "Dana Whitfield"


def test_a_role_is_told_by_its_choices(seen: Seen) -> None:
    """Each choice is one change that has its own name."""
    fields = panel_of(seen).role
    pick(fields.buying, "decides")
    pick(fields.support, "champion")
    pick(fields.boss, "Helen Marsh")
    role = seen.role()
    assert (role.buying_role, role.support, role.reports_to_id) == (
        BuyingRole.DECIDES, Support.CHAMPION, MARSH,
    )  # fmt: skip
    assert seen.spoken("Dana").endswith("champion, reports to Helen Marsh")
    assert [seen.undo(), seen.undo(), seen.undo()] == [
        "Change whom they report to", "Change support", "Change buying role",
    ]  # fmt: skip
    assert seen.role() == replace(
        role, buying_role=None, support=None, reports_to_id=None, revision=seen.role().revision
    )


def test_nobody_reports_in_a_ring(seen: Seen) -> None:
    """The refusal is told, and the field shows what is so."""
    fields = panel_of(seen, "Helen").role
    told: list[object] = []
    seen.tab.failed.connect(told.append)
    pick(fields.boss, "Luis Ortega")
    assert "report to each other" in str(told[0])
    assert seen.role(MARSH).reports_to_id is None
    assert fields.boss.currentText() == "not known"
    for box in seen.window.findChildren(QMessageBox):
        box.close()


def test_who_leaves_gets_a_day_and_is_kept(seen: Seen) -> None:
    """Grey among those who left; what they said and promised stays explained."""
    write(panel_of(seen, "Luis").role.until.line, "30 oct")
    assert seen.role(LUIS).end == date(2026, 10, 30)
    names = seen.names()
    assert names.index("Have left") < names.index("Luis Ortega")
    assert seen.spoken("Luis") == "Luis Ortega, Buyer · left Oct 2026"
    assert seen.tab.panel.name.text() == "Luis Ortega"
    assert seen.undo() == "Date role"
    assert seen.role(LUIS).end is None


def test_days_in_disorder_are_refused(seen: Seen) -> None:
    """Reyes left in June 2025; the line shows again what is so."""
    fields = panel_of(seen, "M. Reyes").role
    write(fields.since.line, "1 jul 2025")
    assert seen.role(REYES).start == date(2020, 1, 1)
    assert fields.since.line.text() == "Wed 1 Jan 2020"
    (box,) = seen.window.findChildren(QMessageBox)
    assert "end before it begins" in box.text()
    box.close()


def test_what_was_left_behind_is_asked_of_who_has_left_and_of_us(seen: Seen) -> None:
    """For the ownership history: nothing could be done here."""
    assert not panel_of(seen).role.note.isVisible()
    assert panel_of(seen, "M. Reyes").role.note.isVisible()
    fields = panel_of(seen, "R. Haas").role
    assert not fields.buying.isVisible()
    fields.note.setFocus()
    QTest.keyClicks(fields.note, "nothing could be done here")
    QTest.keyClick(fields.note, Qt.Key.Key_Tab)
    haas = next(each for each in seen.whole.roles if each.side is Side.OURS and each.note)
    assert haas.note == "nothing could be done here"


def test_a_number_is_added_by_typing_it(seen: Seen) -> None:
    """A guess until somebody says so, and noted today."""
    panel = panel_of(seen, "Luis")
    assert seen.tab.answer() == "3 people of theirs; nobody knows how 2 of them are measured."
    write(panel.metrics.add.line, "days in stock")
    (metric,) = [each for each in seen.whole.metrics if each.person_id == LUIS]
    assert (metric.text, metric.side, metric.basis, metric.noted_on) == (
        "days in stock", Side.THEIRS, Basis.GUESS, date(2026, 11, 23),
    )  # fmt: skip
    assert seen.tab.answer() == "3 people of theirs; nobody knows how 1 of them is measured."
    assert panel.metrics.add.line.text() == ""
    assert seen.undo() == "Add metric"
    assert not panel.metrics.rows.all()


def test_a_number_of_ours_is_on_our_side(seen: Seen) -> None:
    """How I am measured stands beside how they are; nobody has to say so."""
    panel = panel_of(seen, "Ana")
    write(panel.metrics.add.line, "visits held")
    mine = [each for each in seen.whole.metrics if each.person_id == ME]
    assert [(each.text, each.side) for each in mine] == [
        ("Units sold", Side.OURS), ("visits held", Side.OURS),
    ]  # fmt: skip
    assert not panel.metrics.rows.all()[1].basis.isVisible()


def test_how_a_number_is_known_is_told_with_who_reported_it(seen: Seen) -> None:
    """Only a reported line has a reporter."""
    (row,) = panel_of(seen).metrics.rows.all()
    assert not row.reporter.isVisible()
    pick(row.basis, "reported")
    assert row.reporter.isVisible()
    pick(row.reporter, "Luis Ortega")
    (metric,) = [each for each in seen.whole.metrics if each.id == SPEND]
    assert (metric.basis, metric.reported_by_id) == (Basis.REPORTED, LUIS)
    pick(row.basis, "said")
    (metric,) = [each for each in seen.whole.metrics if each.id == SPEND]
    assert (metric.basis, metric.reported_by_id) == (Basis.SAID, None)


def test_what_is_being_typed_is_in_the_file_before_a_choice_is(seen: Seen) -> None:
    """The choice writes the whole record; it must not take the text back."""
    (row,) = panel_of(seen).metrics.rows.all()
    row.text.setFocus()
    row.text.selectAll()
    QTest.keyClicks(row.text, "spend")
    pick(row.basis, "a guess")
    (metric,) = [each for each in seen.whole.metrics if each.id == SPEND]
    assert (metric.text, metric.basis) == ("spend", Basis.GUESS)
    assert not seen.window.findChildren(QMessageBox)


def test_a_number_goes_into_the_trash_with_what_it_was(seen: Seen) -> None:
    """And comes back with it."""
    (row,) = panel_of(seen, "Ana").metrics.rows.all()
    assert len(seen.whole.readings) == 12
    row.trash.click()
    assert not [each for each in seen.whole.metrics if each.id == UNITS]
    assert seen.whole.readings == ()
    assert seen.undo() == "Trash metric"
    assert len(seen.whole.readings) == 12


def test_what_a_number_was_is_added_changed_and_removed(seen: Seen) -> None:
    """The latest first; each is one line that is read as typed."""
    (row,) = panel_of(seen).metrics.rows.all()
    write(row.readings.add.line, "12.5 on 30 sep")
    write(row.readings.add.line, "11")
    lines = [each.line.line.text() for each in row.readings.rows.all()]
    assert lines == ["11 on Mon 23 Nov 2026", "12.5 on Wed 30 Sep 2026"]

    write(row.readings.rows.all()[1].line.line, "13 on 30 sep")
    values = {each.value for each in seen.whole.readings if each.metric_id == SPEND}
    assert values == {11, 13}
    row.readings.rows.all()[1].trash.click()
    assert len(row.readings.rows.all()) == 1
    assert [seen.undo(), seen.undo(), seen.undo(), seen.undo()] == [
        "Trash reading", "Change reading", "Add reading", "Add reading",
    ]  # fmt: skip


def test_an_emptied_reading_stays_as_it_was(seen: Seen) -> None:
    """To remove it there is a button; an empty line says nothing."""
    (row,) = panel_of(seen).metrics.rows.all()
    write(row.readings.add.line, "11")
    (reading,) = row.readings.rows.all()
    write(reading.line.line, "")
    assert reading.line.line.text() == "11 on Mon 23 Nov 2026"


def test_a_long_series_shows_its_latest_and_then_all(seen: Seen) -> None:
    """Twelve quarters of units sold would push away all else."""
    (row,) = panel_of(seen, "Ana").metrics.rows.all()
    assert len(row.readings.rows.all()) == 2
    assert row.readings.more.text() == "10 more"
    row.readings.more.click()
    assert len(row.readings.rows.all()) == 12
    assert not row.readings.more.isVisible()


def test_what_recurs_is_typed_in_one_line(seen: Seen) -> None:
    """With the understanding beside it before it counts."""
    field = panel_of(seen, "Luis").commitments
    field.add.line.setFocus()
    QTest.keyClicks(field.add.line, "first tue of the month 8:30 ward round")
    assert field.add.words() == (
        "ward round: first Tue of the month 08:30–09:30, from Tue 1 Dec 2026"
    )
    QTest.keyClick(field.add.line, Qt.Key.Key_Return)
    (held,) = [each for each in seen.whole.commitments if each.person_id == LUIS]
    assert (held.title, held.rule, held.start, held.minutes, held.zone) == (
        "ward round", "FREQ=MONTHLY;BYDAY=1TU", time(8, 30), 60, "America/New_York",
    )  # fmt: skip
    (row,) = field.rows.all()
    assert row.when.line.text() == "first Tue of the month 08:30–09:30"
    assert row.when.words() == "next Tue 1 Dec"
    assert seen.undo() == "Note standing commitment"
    assert not field.rows.all()


def test_when_something_recurs_is_typed_over(seen: Seen) -> None:
    """It keeps its first day; with another one typed it begins there."""
    (row,) = panel_of(seen).commitments.rows.all()
    assert row.when.line.text() == "every Thu 15:00–16:00"
    write(row.when.line, "every fri 9:00-9:45")
    (held,) = [each for each in seen.whole.commitments if each.person_id == DANA]
    assert (held.rule, held.start, held.minutes) == ("FREQ=WEEKLY;BYDAY=FR", time(9), 45)
    assert held.first_day == date(2024, 1, 4)
    write(row.when.line, "fri 9:00-9:45 since 1 sep")
    (held,) = [each for each in seen.whole.commitments if each.person_id == DANA]
    assert held.first_day == date(2026, 9, 4)
    assert [seen.undo(), seen.undo()] == ["Change standing commitment"] * 2


def test_only_a_time_is_typed_where_a_time_stands(seen: Seen) -> None:
    """The title has its own line; what is no time is named."""
    (row,) = panel_of(seen).commitments.rows.all()
    write(row.when.line, "thu 15:00 staff")
    assert row.when.words() == "“staff” says nothing of when it is."
    write(row.when.line, "now and then")
    assert row.when.words().startswith("Say when it recurs")
    assert seen.whole.commitments[0].start == time(15)


def test_what_recurs_ends_on_a_day(seen: Seen) -> None:
    """Until then it explains what was lost; it cannot end before it begins."""
    (row,) = panel_of(seen).commitments.rows.all()
    write(row.until.line, "1 dec 2023")
    assert row.until.words() == "That is before it begins."
    write(row.until.line, "yesterday")
    assert seen.whole.commitments[0].last_day == date(2026, 11, 22)
    assert row.when.words() == "not any more"
    write(row.when.line, "thu 15:00 from 1 dec")
    assert row.when.words() == "It would end before it begins."
    write(row.until.line, "")
    assert seen.whole.commitments[0].last_day is None


def test_how_it_is_known_and_that_it_goes_are_told(seen: Seen) -> None:
    """A meeting in somebody else's calendar is often a guess."""
    (row,) = panel_of(seen).commitments.rows.all()
    pick(row.basis, "a guess")
    assert seen.whole.commitments[0].basis is Basis.GUESS
    row.trash.click()
    assert seen.whole.commitments == ()
    assert seen.undo() == "Trash standing commitment"
    assert len(seen.whole.commitments) == 1


def test_a_rule_of_a_calendar_stays_as_it_came(seen: Seen) -> None:
    """It says more than one types; only another time replaces it."""
    (held,) = seen.whole.commitments
    records.edit(seen.journal, "x", replace(held, rule="FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1"))
    (row,) = panel_of(seen).commitments.rows.all()
    assert row.when.line.text() == "by the rule FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1 15:00–16:00"
    assert row.when.words() == "next 1 Mar 2027"


def test_another_account_is_one_press_away(seen: Seen) -> None:
    """Luis advises Harbor Health as well."""
    panel = panel_of(seen, "Luis")
    (row,) = panel.elsewhere.rows.all()
    assert row.words.text() == "Harbor Health · Adviser"
    row.go.click()
    view = desk_of(seen.window).page.view
    assert view is not None
    assert view.relationship.account.name == "Harbor Health"
    assert panel.name.text() == "Luis Ortega"


def test_a_role_by_mistake_goes_and_the_person_stays(seen: Seen) -> None:
    """Luis stays in the other account."""
    panel_of(seen, "Luis").trash_role.click()
    assert not [each for each in seen.whole.roles if each.id == LUIS_ROLE]
    assert seen.undo() == "Trash role"
    assert seen.role(LUIS).id == LUIS_ROLE


def test_a_person_by_mistake_goes_with_all_of_theirs(seen: Seen) -> None:
    """And comes back whole by one step; the list goes on with somebody."""
    panel_of(seen, "Luis").trash.click()
    assert "Luis Ortega" not in seen.names()
    assert seen.tab.chart.chosen()
    assert seen.undo() == "Trash person"
    assert "Luis Ortega" in seen.names()


def test_oneself_cannot_be_trashed(seen: Seen) -> None:
    """The journal is somebody's."""
    assert not panel_of(seen, "Ana").trash.isVisible()
    assert panel_of(seen, "R. Haas").trash.isVisible()


def test_who_was_here_before_says_so(seen: Seen) -> None:
    """A second role of the same person, in words."""
    old = replace(seen.role(REYES), id=seen.journal.new_id(), title="Trainee", revision=0)
    records.add(seen.journal, "x", replace(old, start=None, end=date(2019, 12, 31)))
    panel = panel_of(seen, "M. Reyes")
    assert panel._earlier.text() == "Earlier here: Trainee, until Dec 2019"


def test_what_is_typed_is_not_taken_for_somebody_else(seen: Seen) -> None:
    """One types a day, and goes to another person by the keyboard of the palette."""
    panel = panel_of(seen, "Luis")
    panel.role.since.line.setFocus()
    QTest.keyClicks(panel.role.since.line, "1 mar 2024")
    panel.metrics.add.line.setText("half a number")
    seen.go_to("Helen")
    assert seen.role(LUIS).start == date(2024, 3, 1)
    assert seen.role(MARSH).start is None
    assert panel.role.since.line.text() == ""
    assert [each.person_id for each in seen.whole.metrics if each.text == "half a number"] == [LUIS]


def test_tab_goes_down_the_panel(qtbot: QtBot, seen: Seen) -> None:
    """Rows that came later stand in the order in which one reads them."""
    panel = panel_of(seen)
    (row,) = panel.metrics.rows.all()
    write(row.readings.add.line, "12")
    write(row.readings.add.line, "13 on 1 nov")
    first, second = row.readings.rows.all()
    qtbot.waitUntil(second.isVisible)
    wanted = [
        *(panel.name, panel.role.title, panel.role.buying, row.text, row.target, row.basis),
        *(first.line.line, second.line.line, row.readings.add.line, panel.metrics.add.line),
        *(panel.commitments.rows.all()[0].title, panel.commitments.add.line, panel.remember),
    ]
    found = stops(panel.name, lambda widget: widget is seen.window.sidebar.search)
    places = [found.index(each) for each in wanted]
    assert places == sorted(places)
