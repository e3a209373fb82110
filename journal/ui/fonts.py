"""The fonts of the printed pages, in the window where the system has none."""

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

from journal import resources

_FAMILY = "Inter"
_System = QFontDatabase.WritingSystem
_FILES = {
    _System.Arabic: "NotoSansArabic-*.ttf",
    _System.Hebrew: "NotoSansHebrew-*.ttf",
    _System.SimplifiedChinese: "WenQuanYiMicroHei.ttf",
}


def bring_own(app: QApplication) -> None:
    """Write everything in ours; on a bare machine every letter would be a box."""
    _bring("*.ttf")
    app.setFont(QFont(_FAMILY))


def bring_scripts(window: QWidget) -> None:
    """Let customers' names be read in scripts that the system has no font for.

    It takes a while to ask the system, so the first picture does not wait for it: what is drawn
    already is drawn again.
    """
    missing = [each for script, each in _FILES.items() if not QFontDatabase.families(script)]
    for pattern in missing:
        _bring(pattern)
    if missing:
        window.update()


def _bring(pattern: str) -> None:
    for path in sorted(resources.find("fonts").glob(pattern)):
        QFontDatabase.addApplicationFont(str(path))
