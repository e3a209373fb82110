"""What this machine is, and why it may not do. Standard library only, and no changes."""

import os
import platform
import shutil
import sys
from dataclasses import dataclass

# The oldest glibc of Qt's wheels for each processor.
GLIBC_FLOORS = {"x86_64": (2, 34), "aarch64": (2, 39)}
MACOS_FLOOR = 13
COMPILERS = ("cc", "gcc", "clang")


class SetupError(Exception):
    """What cannot be done here, as a sentence for the user."""


def say(sentence: str) -> None:
    """Tell the user at once how it goes; stdout is left to the answer of what is started."""
    print(sentence, file=sys.stderr, flush=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """What decides whether the wheels of Qt fit.

    Attributes:
        system: `Linux`, `Darwin` or `Windows`.
        processor: In lower case, as the system calls it.
        is_64_bit: Whether Python is; a 32-bit one may run on a 64-bit processor.
        glibc: Major and minor; None where there is none (musl, or another system).
        macos: Major; None elsewhere.
    """

    system: str
    processor: str
    is_64_bit: bool
    glibc: tuple[int, int] | None
    macos: int | None


def describe() -> Machine:
    """Look at the machine under this Python."""
    release = platform.mac_ver()[0].split(".")[0]
    return Machine(
        system=platform.system(),
        processor=platform.machine().lower(),
        is_64_bit=sys.maxsize > 2**32,
        glibc=_glibc(),
        macos=int(release) if release else None,
    )


def check(machine: Machine) -> None:
    """Accept a machine that the wheels of Qt fit.

    Raises:
        SetupError: They do not; the sentence says what would.
    """
    if not machine.is_64_bit:
        message = "Account Journal needs a 64-bit Python; this one has 32 bits."
        raise SetupError(message)
    if machine.system == "Linux":
        _check_linux(machine)
    if machine.macos is not None and machine.macos < MACOS_FLOOR:
        message = f"Account Journal needs macOS {MACOS_FLOOR} or later; this is {machine.macos}."
        raise SetupError(message)


def has_compiler() -> bool:
    """Tell whether the power-cut recorder of tests/faults can be built with what is here."""
    return any(shutil.which(name) for name in COMPILERS)


def _check_linux(machine: Machine) -> None:
    floor = GLIBC_FLOORS.get(machine.processor)
    if floor is None:
        known = " and ".join(GLIBC_FLOORS)
        message = f"Qt is to be had for {known} only; this processor is {machine.processor}."
        raise SetupError(message)
    needed = f"{floor[0]}.{floor[1]}"
    if machine.glibc is None:
        message = f"Qt needs a Linux with glibc {needed} or later; this one has another C library."
        raise SetupError(message)
    if machine.glibc < floor:
        found = f"{machine.glibc[0]}.{machine.glibc[1]}"
        message = (
            f"Qt needs glibc {needed} or later on {machine.processor}; this system has {found}. "
            "A newer release of the system has it, for example Debian 12 on x86_64 or Debian 13."
        )
        raise SetupError(message)


def _glibc() -> tuple[int, int] | None:
    try:
        name, _, version = (os.confstr("CS_GNU_LIBC_VERSION") or "").partition(" ")
    except (AttributeError, OSError, ValueError):  # another system, or another C library
        return None
    if name != "glibc":
        return None
    major, minor = version.split(".")[:2]
    return int(major), int(minor)
