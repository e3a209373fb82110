"""What every test may lean on: one clock, one zone, one language, no traces of the user."""

import gc
import os
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import hypothesis
import pytest

from journal import paths

# Set before anything reads them. Prague is not UTC, so a time shown in the wrong zone shows.
os.environ.update({"TZ": "Europe/Prague", "LC_ALL": "C.UTF-8", "LANGUAGE": "en"})
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for name in ("ACCOUNT_JOURNAL", "PYTHONUNBUFFERED"):
    os.environ.pop(name, None)
if hasattr(time, "tzset"):
    time.tzset()

# The same examples each time: a failure seen once is seen again. A search for new ones:
# HYPOTHESIS_PROFILE=explore.
hypothesis.settings.register_profile(
    "house",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.register_profile("explore", deadline=None, database=None, max_examples=2_000)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))


@pytest.fixture
def now() -> datetime:
    """Stand still at the Monday morning on which the tests are told."""
    return datetime(2026, 11, 23, 8, 15, tzinfo=UTC)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Name the real files of other programs, which lie beside the project and not in it."""
    folder = Path(__file__).resolve().parents[2] / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("needs the real files that lie in ../shared/data, beside the project")
    return folder


@pytest.fixture(autouse=True, scope="session")
def _no_traces(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Send what would be written into the user's own folders to a throw-away home."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
            patch.delenv(name, raising=False)
        yield


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a data folder of its own, and so a backup folder with nothing in it."""
    folder = tmp_path / "own"
    monkeypatch.setattr(paths, "data_folder", lambda: folder)
    return folder


@pytest.fixture(autouse=True)
def _qts_threads_are_measured(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Let coverage see the work in the background; it follows only Python's own threads."""
    if "qapp" not in request.fixturenames or threading.gettrace() is None:
        return
    from journal.ui.background import Task

    run = Task.run

    def measured(task: Task) -> None:
        sys.settrace(threading.gettrace())
        run(task)

    monkeypatch.setattr(Task, "run", measured)


@pytest.fixture(autouse=True)
def _no_widget_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Deliver the deferred deletes of a GUI test, and fail it where a window outlives it."""
    if "qapp" not in request.fixturenames:
        yield
        return
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    before = set(QApplication.topLevelWidgets())
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if set(QApplication.topLevelWidgets()) - before:
        gc.collect()
    left = [repr(widget) for widget in set(QApplication.topLevelWidgets()) - before]
    assert not left, f"still there after the test: {left}"
