"""Light and dark: one palette and one stylesheet, made of a set of colours.

The palette is our own on every system: asking Qt for a colour scheme does nothing on a bare X11
display and off screen, and a widget half in the system's colours cannot be read.
"""

from dataclasses import fields
from enum import StrEnum
from functools import cache
from string import Template

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from journal import resources
from journal.ui.colours import DARK, LIGHT, Colours

BODY_PX = 13
LABEL_PX = 11
STATEMENT_PX = 17
TITLE_PX = 22


class Scheme(StrEnum):
    """What the user asked for in the View menu."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class Theme(QObject):
    """The colours in use; painted widgets read `colours` and repaint on `changed`."""

    changed = Signal()

    def __init__(self, app: QApplication, scheme: Scheme = Scheme.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self.scheme = scheme
        self.colours = LIGHT
        font = app.font()  # the system's, or ours where the system has none
        font.setPixelSize(BODY_PX)
        app.setFont(font)
        self._follows = False
        self._is_system_dark = _is_dark(app.palette())
        self._apply()

    def follow_system(self) -> None:
        """Ask Qt from now on whether the system is dark.

        The first picture goes by the colours that the system gives: to be asked this, PySide
        makes every enumeration of Qt's, a tenth of a start.
        """
        if not self._follows:
            self._follows = True
            self._app.styleHints().colorSchemeChanged.connect(self._system_changed)
            self._system_changed()

    def choose(self, scheme: Scheme) -> None:
        """Use another scheme from now on."""
        self.scheme = scheme
        self._apply()
        self.changed.emit()

    @Slot()
    def _system_changed(self) -> None:
        from PySide6.QtCore import Qt

        self._is_system_dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        if self.scheme is Scheme.SYSTEM and self._wanted() is not self.colours:
            self.choose(Scheme.SYSTEM)

    def _wanted(self) -> Colours:
        dark = self.scheme is Scheme.DARK or (self.scheme is Scheme.SYSTEM and self._is_system_dark)
        return DARK if dark else LIGHT

    def _apply(self) -> None:
        self.colours = self._wanted()
        self._app.setPalette(palette(self.colours))
        weight = strong_weight(self._app.font().family())
        self._app.setStyleSheet(stylesheet(self.colours, weight))


def _is_dark(system: QPalette) -> bool:
    return system.window().color().lightness() < system.windowText().color().lightness()


def sized(font: QFont, pixels: int, *, strong: bool = False, italic: bool = False) -> QFont:
    """Return the same family at another size."""
    made = QFont(font)
    made.setPixelSize(pixels)
    if strong:
        made.setWeight(strong_weight(font.family()))
    made.setItalic(italic)
    return made


@cache
def strong_weight(family: str) -> QFont.Weight:
    """Return what sets a word apart in a family: half bold, or bold where it has no such face."""
    # The family may be an alias, such as Sans Serif, which lists no faces of its own.
    styles = QFontDatabase.styles(QFontInfo(QFont(family)).family())
    has_face = any("bold" in style.casefold() for style in styles)
    return QFont.Weight.DemiBold if has_face else QFont.Weight.Bold


def palette(colours: Colours) -> QPalette:
    """Give each of Qt's colour roles its colour."""
    made = QPalette()
    role = QPalette.ColorRole
    for name, colour in (
        (role.Window, colours.paper),
        (role.WindowText, colours.ink),
        (role.Base, colours.card),
        (role.AlternateBase, colours.paper),
        (role.Text, colours.ink),
        (role.PlaceholderText, colours.mute),
        (role.Button, colours.card),
        (role.ButtonText, colours.ink),
        (role.BrightText, colours.alarm),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.accent_ink),
        (role.Accent, colours.accent),
        (role.Link, colours.accent_text),
        (role.LinkVisited, colours.accent_text),
        (role.ToolTipBase, colours.card),
        (role.ToolTipText, colours.ink),
        (role.Light, colours.card),
        (role.Midlight, colours.hover),
        (role.Mid, colours.line),
        (role.Dark, colours.edge),
        (role.Shadow, colours.line),
    ):
        made.setColor(name, colour)
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, colours.mute)
    return made


def stylesheet(colours: Colours, strong: QFont.Weight = QFont.Weight.DemiBold) -> str:
    """Fill colours, sizes and the weight of strong words into the sheet of `resources/themes`."""
    sheet = resources.find("themes/window.qss").read_text(encoding="utf-8")
    names = {
        field.name: getattr(colours, field.name).name()
        for field in fields(colours)
        if isinstance(getattr(colours, field.name), QColor)
    }
    for level, look in colours.levels.items():
        names[level.name.lower()] = look.fill.name()
        names[f"{level.name.lower()}_ink"] = look.ink.name()
    sizes = {"body": BODY_PX, "label": LABEL_PX, "statement": STATEMENT_PX, "title": TITLE_PX}
    names |= {key: f"{px}px" for key, px in sizes.items()} | {"strong": str(strong.value)}
    return Template(sheet).substitute(names)
