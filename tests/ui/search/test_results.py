"""What was found, in the list at the left."""

from datetime import UTC, date, datetime

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from journal.domain.finding import Hit, Hits
from journal.domain.meeting import Meeting
from journal.domain.promise import Quote
from journal.domain.record import AccountId, RecordId
from journal.ui.search.field import SearchField
from journal.ui.search.results import Found, ResultList, ResultModel, found
from journal.ui.theme import Theme

MERCY = AccountId(RecordId("mercy"))
NAMES = {MERCY: "Mercy General", AccountId(RecordId("harbor")): "Harbor Health"}
TODAY = date(2026, 11, 23)


def hit(record: str, account: AccountId | None = MERCY, excerpt: str = "the spend per bed") -> Hit:
    """Make a hit of which the word `spend` was found."""
    return Hit(
        kind=Quote if account else Meeting,
        record=RecordId(record),
        account_id=account,
        happened_at=datetime(2026, 9, 3, tzinfo=UTC),
        title="Quote",
        excerpt=excerpt,
        marks=((4, 9),),
    )


def rows(words: str, *hits: Hit) -> tuple[Found, ...]:
    """Make rows of them."""
    return found(NAMES, words, Hits(hits=hits, capped=False), TODAY)


def test_accounts_by_name_stand_before_what_they_hold() -> None:
    """Most searches are for an account; it stands there once, not twice."""
    made = rows("MERCY ", hit("mercy"), hit("quote"))
    assert [(row.title, row.excerpt, row.note) for row in made] == [
        ("Mercy General", "account", ""),
        ("Mercy General", "the spend per bed", "Thu 3 Sep"),
    ]


def test_what_belongs_to_no_account_that_is_there_is_left_out() -> None:
    """It could not be opened."""
    assert rows("spend", hit("p", None), hit("q", AccountId(RecordId("gone")))) == ()


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    """A model that breaks them crashes a view sooner or later."""
    model = ResultModel()
    model.show(rows("spend", hit("a"), hit("b")))
    qtmodeltester.check(model)


def test_going_to_a_row_says_which_record_of_which_account(qtbot: QtBot, theme: Theme) -> None:
    """It opens where it stands."""
    view = ResultList(theme)
    qtbot.addWidget(view)
    view.show_found(rows("spend", hit("a"), hit("b")))
    view.show()
    with qtbot.waitSignal(view.hit_chosen) as chosen:
        view.go_down()
    assert chosen.args == ["mercy", "a"]
    with qtbot.waitSignal(view.hit_chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert chosen.args == ["mercy", "b"]


def test_going_down_into_nothing_is_nothing(qtbot: QtBot, theme: Theme) -> None:
    """No hits, no choice."""
    view = ResultList(theme)
    qtbot.addWidget(view)
    with qtbot.assertNotEmitted(view.hit_chosen):
        view.go_down()


def test_the_words_found_are_set_apart(qtbot: QtBot, theme: Theme) -> None:
    """The eye goes to them, in a list that is read in passing."""
    view = ResultList(theme)
    qtbot.addWidget(view)
    view.resize(228, 120)
    view.show()
    view.show_found(rows("spend", hit("a")))
    marked = view.grab().toImage()
    unmarked = Hit(
        kind=Quote,
        record=RecordId("a"),
        account_id=MERCY,
        happened_at=datetime(2026, 9, 3, tzinfo=UTC),
        title="Quote",
        excerpt="the spend per bed",
        marks=(),
    )
    view.show_found(rows("spend", unmarked))
    assert view.grab().toImage() != marked
    view.go_down()
    assert view.grab().toImage() != marked


def test_the_field_shows_its_key_until_something_is_typed(qtbot: QtBot, theme: Theme) -> None:
    """Keys are learned where they are used."""
    field = SearchField(theme, "Ctrl+K")
    qtbot.addWidget(field)
    field.resize(208, 32)
    field.show()
    empty = field.grab().toImage()
    with qtbot.waitSignal(field.words_typed) as typed:
        qtbot.keyClicks(field, "s")
    assert typed.args == ["s"]
    assert field.grab().toImage() != empty


def test_escape_in_an_empty_field_is_left_to_the_window(qtbot: QtBot, theme: Theme) -> None:
    """There it goes back."""
    field = SearchField(theme, "")
    qtbot.addWidget(field)
    field.show()
    with qtbot.assertNotEmitted(field.words_typed):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not field.grab().isNull()
