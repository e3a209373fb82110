"""Our own source keeps the rules of the house, and each rule can be seen to bite."""

from dataclasses import dataclass
from pathlib import PurePosixPath

import pytest

from tests.houserules import errors, imports, purity, shape, testing, widgets, words
from tests.houserules.source import ROOT, Rule, parse, project_files, project_sources

UI = "journal/ui/accounts/page.py"
TEST = "tests/store/test_file.py"
SAYING = '"""Why."""\n'


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A rule with its two controls: a source that breaks it, and one that does not."""

    rule: Rule
    path: str
    bad: str
    good: str


def many(line: str, count: int) -> str:
    """Repeat a line; each `#` in it becomes the number of the line."""
    return "".join(line.replace("#", str(number)) + "\n" for number in range(count))


CASES = [
    Case(rule=shape.long_file, path=UI, bad=many("x", 401), good=many("x", 400)),
    Case(
        rule=shape.long_function,
        path=UI,
        bad="def f():\n" + many("    x", 50),
        good="def f():\n" + many("    x", 49),
    ),
    Case(
        rule=shape.large_class,
        path=UI,
        bad="class C:\n" + many("    def m#(self): ...", 13),
        good="class C:\n" + many("    @override\n    def m#(self): ...", 13),
    ),
    Case(rule=shape.empty_name, path="journal/store/utils.py", bad="x", good=""),
    Case(
        rule=imports.relative_import,
        path=UI,
        bad="from . import theme",
        good="from journal.ui import theme",
    ),
    Case(
        rule=imports.import_for_types_only,
        path=UI,
        bad="if typing.TYPE_CHECKING:\n    import x",
        good="import x",
    ),
    Case(
        rule=imports.package_with_code,
        path="journal/store/__init__.py",
        bad=f"{SAYING}from journal.store.file import open_journal",
        good=SAYING,
    ),
    Case(
        rule=imports.package_with_code,
        path="journal/__init__.py",
        bad="__version__ = '1'",
        good=f"{SAYING}__version__ = '1'",
    ),
    Case(rule=imports.re_export, path=UI, bad="__all__ = ['x']", good="all_names = ['x']"),
    Case(
        rule=imports.re_export,
        path=UI,
        bad="from journal.domain.span import Span as Span",
        good="from journal.domain.span import Span",
    ),
    Case(
        rule=imports.sql_outside_store,
        path="journal/operations/plans.py",
        bad="connection.execute('select 1')",
        good="plans.read(connection)",
    ),
    Case(
        rule=purity.world_in_pure_room,
        path="journal/analysis/trend.py",
        bad="def f():\n    from os import path",
        good="from datetime import datetime",
    ),
    Case(
        rule=purity.clock_in_pure_room,
        path="journal/domain/meeting.py",
        bad="started = datetime.datetime.now(tz=UTC)",
        good="started = now",
    ),
    Case(
        rule=purity.clock_in_pure_room,
        path="journal/timeline/svg.py",
        bad="open('x')",
        good="opened('x')",
    ),
    Case(
        rule=purity.loose_mapping,
        path="journal/operations/plans.py",
        bad="def f(row: dict[str, Any]): ...",
        good="def f(row: dict[str, int]): ...",
    ),
    Case(
        rule=errors.catch_all,
        path="journal/store/file.py",
        bad="try:\n    x()\nexcept (OSError, Exception):\n    y()",
        good="try:\n    x()\nexcept OSError:\n    y()",
    ),
    Case(
        rule=errors.catch_all,
        path="journal/store/file.py",
        bad="with contextlib.suppress(Exception):\n    x()",
        good="with contextlib.suppress(OSError):\n    x()",
    ),
    Case(
        rule=errors.catch_all,
        path="journal/store/file.py",
        bad="try:\n    x()\nexcept:\n    y()",
        good="try:\n    x()\nexcept BaseException:\n    y()\n    raise",
    ),
    Case(
        rule=errors.swallowed_error,
        path="journal/store/file.py",
        bad="try:\n    x()\nexcept OSError:\n    pass",
        good="try:\n    x()\nexcept OSError:\n    y = None",
    ),
    Case(
        rule=errors.unfinished,
        path="journal/store/file.py",
        bad="def f():\n    raise NotImplementedError('later')",
        good="def f():\n    raise ValueError('now')",
    ),
    Case(
        rule=widgets.unfreed_connection,
        path=UI,
        bad="self.save.clicked.connect(lambda: self.save(quiet=True))",
        good="self.save.clicked.connect(self._save_clicked)",
    ),
    Case(
        rule=widgets.unfreed_connection,
        path=UI,
        bad="self.save.clicked.connect(functools.partial(self.save, 1))",
        good="self.save.clicked.connect(self.saved)",
    ),
    Case(
        rule=widgets.unfreed_connection,
        path=UI,
        bad="def f(self):\n    def g(): self.x()\n    a.clicked.connect(g)",
        good="def g(): ...\ndef f(self):\n    a.clicked.connect(g)",
    ),
    Case(
        rule=widgets.unmarked_slot,
        path=UI,
        bad="class P:\n    def _connect(self): a.b.connect(self._f)\n    def _f(self): ...",
        good="class P:\n    def _connect(self): a.b.connect(self._f)\n"
        "    @Slot(str)\n    def _f(self): ...",
    ),
    Case(rule=widgets.asks_for_sender, path=UI, bad="self.sender()", good="self.sender"),
    Case(rule=widgets.climbs_parents, path=UI, bad="x.parent().parent()", good="x.parent()"),
    Case(
        rule=widgets.global_application,
        path=UI,
        bad="QtWidgets.QApplication.instance().quit()",
        good="application.quit()",
    ),
    Case(
        rule=widgets.short_enum,
        path=UI,
        bad="index.data(Qt.DisplayRole)",
        good="def f(x: Qt.Orientation): index.data(Qt.ItemDataRole.DisplayRole)\nK = Qt.Key",
    ),
    Case(
        rule=widgets.short_enum,
        path=UI,
        bad="policy = QSizePolicy.Expanding",
        good="policy = QSizePolicy.Policy.Expanding",
    ),
    Case(
        rule=widgets.rich_text,
        path=UI,
        bad="label.setTextFormat(Qt.TextFormat.AutoText)",
        good="label.setTextFormat(Qt.TextFormat.PlainText)",
    ),
    Case(rule=widgets.rich_text, path=UI, bad="view.setHtml(text)", good="view.setPlainText(text)"),
    Case(
        rule=testing.silent_test,
        path=TEST,
        bad="def test_x():\n    x()",
        good="def test_x():\n    with pytest.raises(OSError):\n        x()",
    ),
    Case(
        rule=testing.silent_test,
        path=TEST,
        bad="def test_x():\n    assert x()\n    assert True",
        good="def test_x():\n    assert x()",
    ),
    Case(
        rule=testing.unexplained_test,
        path=TEST,
        bad="def test_x():\n    assert x",
        good="def test_x():\n    '''Why.'''\n    assert x",
    ),
    Case(rule=testing.fixed_wait, path=TEST, bad="qtbot.wait(100)", good="qtbot.waitUntil(saved)"),
    Case(
        rule=testing.mocked_house,
        path=TEST,
        bad="from unittest import mock",
        good="from unittest import case",
    ),
]
EVERY_RULE = sorted({case.rule for case in CASES}, key=lambda rule: rule.__name__)


@pytest.mark.parametrize("rule", EVERY_RULE, ids=lambda rule: rule.__name__)
def test_our_own_source_keeps_the_rule(rule: Rule) -> None:
    """What is agreed once is kept without anybody having to watch for it."""
    found = [str(one) for source in project_sources() for one in rule(source)]
    assert not found, "\n".join(["", *found])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule.__name__)
def test_the_rule_finds_what_breaks_it_and_only_that(case: Case) -> None:
    """A rule that finds nothing anywhere would look just like a clean house."""
    assert len(list(case.rule(parse(case.path, case.bad)))) == 1
    good_path = "journal/store/file.py" if not case.good else case.path
    assert list(case.rule(parse(good_path, case.good))) == []


def test_every_rule_is_applied() -> None:
    """A rule that is written and not listed above would never be asked."""
    modules = (errors, imports, purity, shape, testing, widgets)
    written = {
        member
        for module in modules
        for name, member in vars(module).items()
        if getattr(member, "__module__", "") == module.__name__ and not name.startswith("_")
    }
    assert written == set(EVERY_RULE)


@pytest.mark.parametrize("rule", [words.machine_path, words.registry_in_lock])
def test_no_file_of_any_kind_names_a_machine_or_a_registry(rule: words.TextRule) -> None:
    """What works on one computer only, or asks one server only, is no good elsewhere."""
    found = []
    for path in project_files():
        try:
            text = (ROOT / path).read_text(encoding="utf-8")
        except UnicodeDecodeError:  # a picture, a font
            continue
        found += [str(one) for one in rule(path, text)]
    assert not found, "\n".join(["", *found])


def test_a_machine_or_a_registry_would_be_found() -> None:
    """The negative control of the test above."""
    lock = PurePosixPath("packaging/locks/run.txt")
    home = "/home"  # apart from the rest, or this file is found
    assert len(list(words.machine_path(lock, f"see {home}/anna/journal.db"))) == 1
    assert len(list(words.registry_in_lock(lock, "--index-url x"))) == 1


def test_each_room_has_its_tests() -> None:
    """The core of X is journal/X, its tests are tests/X: nobody has to search."""
    rooms = {path.parts[1] for path in project_files() if path.match("journal/*/__init__.py")}
    tested = {path.parts[1] for path in project_files() if path.match("tests/*/**/test_*.py")}
    tested |= {path.parts[1] for path in project_files() if path.match("tests/*/test_*.py")}
    assert rooms - tested == set()
