"""Before somebody is erased: what goes, what stays, and which names in texts go along."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from journal.operations.change import Change
from journal.operations.erasing import Named, Preview, erase
from journal.operations.journal import Journal
from journal.ui.background import Progress, Work, Workbench
from journal.ui.people.erase_words import (
    done_words,
    elsewhere_words,
    going_words,
    mention_words,
    named_words,
    staying_words,
    warning_words,
)
from journal.ui.shared.buttons import button_row, other_button
from journal.ui.shared.fitting import fit
from journal.ui.shared.form import Scrolled
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.tick_box import TickBox
from journal.ui.shared.working_dialog import WorkingDialog
from journal.wording import _, ngettext

_SIZE_PX = (680, 640)
_MENTIONS_SHOWN = 3


class EraseDialog(WorkingDialog):
    """Enter cancels; `erased` says a sentence once it is done."""

    erased = Signal(str)

    def __init__(
        self,
        preview: Preview,
        journal: Journal,
        workbench: Workbench,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workbench, _("Erasing…"), parent)
        self._preview = preview
        self._journal = journal
        name = preview.person.name
        self.setWindowTitle(_("Erase {name}").format(name=name))
        self.names = tuple(_tick(each) for each in preview.names)
        self.cancel = other_button(_("Cancel"))
        self.cancel.setDefault(True)
        self.erase = other_button(_("Erase for good"))
        self._lay_out()
        self.cancel.clicked.connect(self.leave)
        self.erase.clicked.connect(self._erase_clicked)
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        fit(self, *_SIZE_PX)

    def words(self) -> str:
        """Return what is said, a paragraph a line."""
        return "\n".join(each.text() for each in self.findChildren(Label))

    @override
    def show_working(self) -> None:
        for each in (self.erase, *self.names):
            each.setEnabled(not self.is_working)
        self.cancel.setVisible(not self.is_working)  # the progress has its own

    def _lay_out(self) -> None:
        preview = self._preview
        content = QWidget()
        inside = column(content, margins=(0, 0, 12, 0), gap=16)
        inside.addWidget(_part(_("What goes"), Label(going_words(preview), wraps=True)))
        inside.addWidget(_part(_("What stays"), Label(staying_words(preview), wraps=True)))
        if self.names:
            named = zip(self.names, preview.names, strict=True)
            texts = [each for tick, one in named for each in (tick, _shown(one))]
            inside.addWidget(_part(_("Take the name out of other texts as well"), *texts))
        left = [Label(each, wraps=True) for each in elsewhere_words(preview)]
        inside.addWidget(_part(_("What this does not reach"), *left))
        inside.addStretch(1)
        heading = _("Erase {name} for good?").format(name=preview.person.name)
        whole = column(self, margins=(24, 20, 24, 16), gap=12)
        whole.addWidget(Label(heading, Kind.STATEMENT, wraps=True))
        whole.addWidget(Label(warning_words(), Kind.ALARM, wraps=True))
        whole.addWidget(Scrolled(_("What becomes of it"), content), 1)
        whole.addWidget(self.progress)
        whole.addLayout(button_row(self.erase, self.cancel))

    @Slot()
    def _erase_clicked(self) -> None:
        ticked = [
            named.name
            for tick, named in zip(self.names, self._preview.names, strict=True)
            if tick.isChecked()
        ]
        self.start(_erasing(self._preview, ticked), self._erased)

    def _erased(self, change: Change) -> None:
        self.accept()
        self._journal.announce(change)
        self.erased.emit(done_words(self._preview))


def _part(title: str, *widgets: QWidget) -> QWidget:
    made = QWidget()
    inside = column(made, margins=(0, 0, 0, 0), gap=4)
    inside.addWidget(Label(title, Kind.STRONG, wraps=True))
    for each in widgets:
        inside.addWidget(each)
    return made


def _tick(named: Named) -> QCheckBox:
    made = TickBox(named_words(named).replace("&", "&&"))
    made.setChecked(named.is_certain)
    return made


def _shown(named: Named) -> Label:
    made = Label("\n".join(_examples(named)), Kind.MUTE, wraps=True)
    made.setContentsMargins(24, 0, 0, 8)
    return made


def _examples(named: Named) -> Iterator[str]:
    for each in named.mentions[:_MENTIONS_SHOWN]:
        yield mention_words(each, named.name)
    more = len(named.mentions) - _MENTIONS_SHOWN
    if more > 0:
        yield ngettext("and {count} more", "and {count} more", more).format(count=more)


def _erasing(preview: Preview, names: list[str]) -> Work:
    def work(journal: Journal, progress: Progress) -> Change:
        progress(_("Erasing…"), 0, 0)
        return erase(journal, preview.person.id, names)

    return work
