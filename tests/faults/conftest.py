"""What is loaded into the program, compiled once for a run of the tests."""

from pathlib import Path

import pytest

from tests.faults.recording import NoRecorderError, build, find_compiler


@pytest.fixture(scope="session")
def recorder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the recorder, or skip with a sentence where it cannot be had."""
    return _built("recorder", tmp_path_factory)


@pytest.fixture(scope="session")
def failing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build what lets calls fail, or skip likewise."""
    return _built("failing", tmp_path_factory)


def _built(name: str, folders: pytest.TempPathFactory) -> Path:
    try:
        compiler = find_compiler()
    except NoRecorderError as error:
        pytest.skip(str(error))
    return build(name, folders.mktemp(name), compiler)
