"""After Qt, imports go as Python does them."""

import builtins
import linecache
import sys
from importlib.util import find_spec

import pytest

from journal.ui import importing


def reads_its_source(module: str, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Import a module that nobody has imported, and say whether its source was looked through."""
    found = find_spec(module)
    assert found is not None
    assert found.origin is not None
    assert module not in sys.modules
    __import__(module)
    monkeypatch.delitem(sys.modules, module)
    return found.origin in linecache.cache


def test_no_source_is_read_for_an_import(monkeypatch: pytest.MonkeyPatch) -> None:
    """PySide reads each, and keeps it; the day it does not, this fails and the module can go."""
    monkeypatch.setattr(builtins, "__import__", builtins.__dict__["__feature_import__"])
    assert reads_its_source("colorsys", monkeypatch)

    importing.bring_qt()
    assert not reads_its_source("tabnanny", monkeypatch)
