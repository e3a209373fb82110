"""Text with some words set apart."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.ui.shared.marked_text import Look, MarkedText, Run
from journal.ui.theme import Scheme, Theme

LONG = "Measured on drug spend per bed-day; believed our growth raises it. " * 3


def test_it_is_read_as_its_whole_text(qtbot: QtBot, theme: Theme) -> None:
    """A screen reader knows nothing of looks."""
    text = MarkedText(theme, (Run("Learned  ", Look.STRONG), Run("how they are measured")))
    qtbot.addWidget(text)
    assert text.accessibleName() == text.text() == "Learned  how they are measured"


def test_it_grows_downwards_where_there_is_less_room(qtbot: QtBot, theme: Theme) -> None:
    """Nothing of what was said is cut off."""
    text = MarkedText(theme, (Run(LONG),))
    qtbot.addWidget(text)
    line = text.heightForWidth(10_000)
    assert text.heightForWidth(300) >= 3 * line
    assert text.sizeHint().height() == line


def test_a_new_line_in_the_text_is_a_new_line(qtbot: QtBot, theme: Theme) -> None:
    """Notes are shown as they were typed."""
    one, two = MarkedText(theme, (Run("a b"),)), MarkedText(theme, (Run("a\nb"),))
    qtbot.addWidget(one)
    qtbot.addWidget(two)
    assert two.heightForWidth(500) == 2 * one.heightForWidth(500)


def test_looks_fall_on_their_own_words_beyond_the_first_plane(
    qtbot: QtBot, theme: Theme, qapp: QApplication
) -> None:
    """Qt counts an emoji as two; looks after one must not slip by one."""
    text = MarkedText(theme, (Run("🏥 a "), Run("late", Look.ALARM)))
    qtbot.addWidget(text)
    formats = text._layout.formats()
    assert [(each.start, each.length) for each in formats] == [(0, 5), (5, 4)]
    assert formats[1].format.foreground().color() == theme.colours.alarm


def test_it_follows_the_colours(qtbot: QtBot, theme: Theme) -> None:
    """A text that stayed dark on dark could not be read."""
    text = MarkedText(theme, (Run("late", Look.ALARM),))
    qtbot.addWidget(text)
    theme.choose(Scheme.DARK)
    assert text._layout.formats()[0].format.foreground().color() == theme.colours.alarm


def test_markup_in_it_is_only_text(qtbot: QtBot, theme: Theme) -> None:
    """What a stranger wrote is shown, never obeyed."""
    hostile = "<a href='file:///etc/passwd'>here</a>"
    text = MarkedText(theme, (Run(hostile),))
    qtbot.addWidget(text)
    text.resize(300, 60)
    assert not text.grab().isNull()
    assert text.text() == hostile
