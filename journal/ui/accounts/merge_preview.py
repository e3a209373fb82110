"""What would become of two that are made one: what moves, what differs, and whose stays."""

from collections.abc import Iterator

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from journal.operations.merging import Difference, Pick, Preview
from journal.ui.accounts.elided_buttons import ElidedRadio
from journal.ui.accounts.merge_words import (
    after_words,
    ending_words,
    field_words,
    filled_words,
    moving_words,
    value_words,
)
from journal.ui.shared.form import Form
from journal.ui.shared.labels import Kind, Label, column
from journal.wording import _


class MergePreview(QWidget):
    """Filled afresh for each pair; where facts differ, the kept one's stay unless one chooses."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices: tuple[FactChoice, ...] = ()
        self._content: QWidget | None = None
        self._whole = column(self, margins=(0, 0, 0, 0), gap=0)

    def show_pair(self, preview: Preview | None, kept: str, other: str) -> None:
        """Show what becomes of two by their names; None for nothing."""
        if self._content is not None:
            self._content.hide()
            self._content.setParent(None)
            self._content.deleteLater()
            self._content = None
        self.choices = ()
        if preview is not None:
            self._content = self._filled(preview, kept, other)
            self._whole.addWidget(self._content)

    def picks(self) -> dict[str, Pick]:
        """Return whose facts are to stay."""
        return {each.field: each.pick for each in self.choices}

    def stops(self) -> tuple[QWidget, ...]:
        """Return what Tab may come to, from above."""
        return tuple(button for each in self.choices for button in each.buttons.values())

    def words(self) -> str:
        """Return what is said, a paragraph a line."""
        return "\n".join(each.text() for each in self.findChildren(Label))

    def _filled(self, preview: Preview, kept: str, other: str) -> QWidget:
        made = QWidget()
        inside = column(made, margins=(0, 0, 0, 0), gap=8)
        said = (
            moving_words(preview, kept),
            *ending_words(preview, kept),
            filled_words(preview, other),
        )
        for words in filter(None, said):
            inside.addWidget(Label(words, wraps=True))
        self.choices = tuple(FactChoice(each, kept, other) for each in preview.differences)
        if self.choices:
            inside.addSpacing(4)
            inside.addWidget(Label(_("These facts differ; choose which stay."), Kind.STRONG))
            form = Form()
            for choice in self.choices:
                form.add(field_words(choice.field), choice)
            inside.addWidget(form)
        inside.addWidget(Label(after_words(other), Kind.MUTE, wraps=True))
        return made


class FactChoice(QWidget):
    """Two values of one fact under each other, and both where both can be kept."""

    def __init__(self, difference: Difference, kept: str, other: str) -> None:
        super().__init__()
        self.field = difference.field
        self._group = QButtonGroup(self)
        name = field_words(difference.field)
        self.setAccessibleName(name)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 4, 0, 4)
        rows.setSpacing(4)
        for position, (words, who) in enumerate(_options(difference, kept, other)):
            button = ElidedRadio(words)
            button.setAccessibleName(f"{name}: {words}")
            button.setAccessibleDescription(who)
            self._group.addButton(button, position)
            rows.addWidget(button)
        self._group.button(0).setChecked(True)
        self.setFocusProxy(self._group.button(0))

    @property
    def buttons(self) -> dict[Pick, ElidedRadio]:
        """The choices."""
        found = self.findChildren(ElidedRadio)
        return dict(zip(Pick, found, strict=False))

    @property
    def pick(self) -> Pick:
        """Whose value is to stay."""
        return tuple(Pick)[self._group.checkedId()]


def _options(difference: Difference, kept: str, other: str) -> Iterator[tuple[str, str]]:
    yield value_words(difference.field, difference.kept), kept
    yield value_words(difference.field, difference.other), other
    if difference.may_be_both:
        yield _("Both, one under the other"), ""
