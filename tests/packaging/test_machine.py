"""What Qt's wheels do not fit is said before anything is fetched."""

import dataclasses

import pytest

import machine

DEBIAN_12 = machine.Machine(
    system="Linux", processor="x86_64", is_64_bit=True, glibc=(2, 36), macos=None
)


@pytest.mark.parametrize(
    "good",
    [
        DEBIAN_12,
        dataclasses.replace(DEBIAN_12, glibc=(2, 34)),
        dataclasses.replace(DEBIAN_12, processor="aarch64", glibc=(2, 39)),
        machine.Machine(system="Darwin", processor="arm64", is_64_bit=True, glibc=None, macos=14),
        machine.Machine(
            system="Windows", processor="amd64", is_64_bit=True, glibc=None, macos=None
        ),
    ],
)
def test_a_machine_that_the_wheels_fit_is_accepted(good: machine.Machine) -> None:
    """The lower end of each kind."""
    machine.check(good)
    assert good.is_64_bit


@pytest.mark.parametrize(
    ("bad", "sentence"),
    [
        ({"glibc": (2, 31)}, "Qt needs glibc 2.34 or later on x86_64; this system has 2.31."),
        ({"processor": "aarch64"}, "Qt needs glibc 2.39 or later on aarch64"),
        ({"glibc": None}, "this one has another C library"),
        ({"processor": "riscv64"}, "this processor is riscv64"),
        ({"is_64_bit": False}, "needs a 64-bit Python"),
        ({"system": "Darwin", "macos": 12}, "needs macOS 13 or later; this is 12."),
    ],
)
def test_any_other_gets_a_sentence_that_says_what_would_do(
    bad: dict[str, object], sentence: str
) -> None:
    """Better than the error of pip after two minutes, which names no reason."""
    with pytest.raises(machine.SetupError, match=sentence.replace(".", r"\.")):
        machine.check(dataclasses.replace(DEBIAN_12, **bad))  # type: ignore[arg-type]


def test_the_machine_under_the_tests_is_accepted() -> None:
    """It is looked at for real, through the system's own calls."""
    found = machine.describe()
    machine.check(found)
    assert found.system in {"Linux", "Darwin", "Windows"}
