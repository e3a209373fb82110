"""Names by the beginnings of their words."""

import pytest

from journal.ui.shared.matching import Names, folded


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("mer", ["Mercy General", "General Mercy"]),
        ("gen mer", ["General Mercy", "Mercy General"]),
        ("MÉR", ["Mercy General", "General Mercy"]),
        ("skal", ["Nemocnice Pod Skálou"]),
        ("ercy", []),
        ("mercy x", []),
        ("", []),
        ("  ", []),
    ],
)
def test_a_name_is_found_by_the_beginnings_of_its_words(words: str, names: list[str]) -> None:
    """What begins with the first word comes first; accents and case do not matter."""
    known = ("General Mercy", "Mercy General", "Nemocnice Pod Skálou")
    order = Names((each, each) for each in known)
    assert list(order.find(words)) == names


def test_folding_leaves_other_scripts_alone() -> None:
    """Chinese has no case, Arabic no accents that would be missed."""
    assert folded("华宁 Ñandú") == "华宁 nandu"
