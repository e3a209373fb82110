"""The recorder, compiled once for a run of the tests."""

from pathlib import Path

import pytest

from tests.faults.recording import NoRecorderError, build_recorder, find_compiler


@pytest.fixture(scope="session")
def recorder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the recorder, or skip with a sentence where it cannot be had."""
    try:
        compiler = find_compiler()
    except NoRecorderError as error:
        pytest.skip(str(error))
    return build_recorder(tmp_path_factory.mktemp("recorder"), compiler)
