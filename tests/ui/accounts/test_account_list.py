"""The accounts at the left."""

from datetime import date, time

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from journal.domain.account import Account, Aim
from journal.domain.glance import Glance
from journal.domain.rating import Level
from journal.domain.record import AccountId, RecordId
from journal.domain.span import When
from journal.ui.accounts.account_list import AccountList
from journal.ui.accounts.list_model import AccountListModel
from journal.ui.theme import Theme

TODAY = date(2026, 11, 23)


def glance(
    name: str, aim: Aim, level: Level | None = None, following: date | None = None
) -> Glance:
    """Make what the list is shown of an account."""
    when = None if following is None else When(day=following, time=time(10), zone="UTC")
    return Glance(
        account=Account(id=AccountId(RecordId(name)), name=name, aim=aim),
        level=level,
        last_held=None,
        next_meeting=when,
        promises_due=0,
    )


GLANCES = (
    glance("zeta", Aim.REPAIR, Level.DAMAGED),
    glance("Alpha", Aim.REPAIR, Level.STRAINED, date(2026, 12, 9)),
    glance("مستشفى السلام التخصصي", Aim.MAINTAIN),
)


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    """A model that breaks them crashes a view sooner or later."""
    model = AccountListModel()
    model.show(GLANCES, TODAY)
    qtmodeltester.check(model)


def test_accounts_stand_under_their_aim_by_name() -> None:
    """Repair first: there something is at stake. Case makes no difference."""
    model = AccountListModel()
    model.show(GLANCES, TODAY)
    rows = [model.row(position) for position in range(model.rowCount())]
    assert [row.text for row in rows] == [
        "Repair",
        "Alpha",
        "zeta",
        "Maintain",
        "مستشفى السلام التخصصي",
    ]
    assert [row.note for row in rows] == ["", "9 Dec", "–", "", "–"]
    assert rows[1].spoken == "Alpha, Strained, next meeting Wed 9 Dec"
    assert rows[2].spoken == "zeta, Damaged, no meeting planned"


def test_a_heading_cannot_be_chosen() -> None:
    """The arrow keys pass over it."""
    model = AccountListModel()
    model.show(GLANCES, TODAY)
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable


def test_showing_the_list_again_leaves_the_same_account_chosen(qtbot: QtBot, theme: Theme) -> None:
    """Each saved change shows it again; nobody should be thrown to the top by that."""
    view = AccountList(theme)
    qtbot.addWidget(view)
    view.show_accounts(GLANCES, TODAY)
    view.choose(GLANCES[0].account.id)
    with qtbot.assertNotEmitted(view.account_chosen):
        view.show_accounts(GLANCES[1:] + GLANCES[:1], TODAY)
    assert view.chosen_id() == GLANCES[0].account.id
    view.choose(AccountId(RecordId("nobody")))
    assert not view.selectedIndexes()


def test_neighbours_end_at_the_ends(qtbot: QtBot, theme: Theme) -> None:
    """Going on from the last account leads nowhere, not to the first."""
    view = AccountList(theme)
    qtbot.addWidget(view)
    assert view.neighbour_of(None, 1) is None
    view.show_accounts(GLANCES, TODAY)
    assert view.neighbour_of(None, 1) == "Alpha"
    assert view.neighbour_of(AccountId(RecordId("Alpha")), 1) == "zeta"
    assert view.neighbour_of(AccountId(RecordId("Alpha")), -1) is None


def test_rows_are_painted_chosen_or_not(qtbot: QtBot, theme: Theme) -> None:
    """The chosen account is seen at a glance; right-to-left names lay out."""
    view = AccountList(theme)
    qtbot.addWidget(view)
    view.show_accounts(GLANCES, TODAY)
    view.resize(228, 300)
    view.show()
    plain = view.grab().toImage()
    view.choose(GLANCES[0].account.id)
    view.setFocus()
    chosen = view.grab().toImage()
    assert plain != chosen
    row = view.visualRect(view.currentIndex())
    assert chosen.pixelColor(row.center().x(), row.top() + 4) == theme.colours.accent


def test_a_change_of_one_account_leaves_the_list_standing(qtmodeltester: ModelTester) -> None:
    """A list of thousands is not made anew because one date in it changed."""
    model = AccountListModel()
    model.show(GLANCES, TODAY)
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    zeta = glance("zeta", Aim.REPAIR, Level.POSITIVE, date(2026, 11, 24))
    model.show_change({zeta.account.id: zeta}, TODAY)
    row = model.row(2)
    assert (row.text, row.level, row.spoken) == (
        "zeta",
        Level.POSITIVE,
        "zeta, Positive, next meeting Tue 24 Nov",
    )
    assert resets == []
    qtmodeltester.check(model)


def test_what_is_new_gone_or_elsewhere_now_takes_its_place(qtbot: QtBot, theme: Theme) -> None:
    """Names are looked for where the alphabet has them; what is chosen stays chosen."""
    view = AccountList(theme)
    qtbot.addWidget(view)
    view.show_accounts(GLANCES, TODAY)
    view.choose(GLANCES[1].account.id)
    beta, raised = glance("beta", Aim.REPAIR), glance("zeta", Aim.RAISE)
    with qtbot.assertNotEmitted(view.account_chosen):
        view.show_change(
            {
                beta.account.id: beta,
                raised.account.id: raised,
                GLANCES[2].account.id: None,
                AccountId(RecordId("never there")): None,
            },
            TODAY,
        )
    model = view.model()
    words = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert words == ["Repair", "Alpha", "beta", "Raise", "zeta"]
    assert view.chosen_id() == "Alpha"
