"""The bundled fonts: that they have what the page promises, and may be bundled."""

from unicodedata import name

import pytest

from journal import resources
from journal.brief.faces import Family, face, face_with, warm
from journal.brief.letters import MISSING, has_squares, shaped, spelled
from journal.brief.styles import Cut


def test_each_font_has_its_licence_beside_it() -> None:
    """Who passes the program on passes the licences on with it."""
    folder = resources.find("fonts")
    fonts = {path.stem.partition("-")[0] for path in folder.glob("*.ttf")}
    licences = {path.name.removesuffix("-LICENSE.txt") for path in folder.glob("*-LICENSE.txt")}
    assert fonts == licences


@pytest.mark.parametrize("cut", Cut)
def test_figures_are_all_of_one_width(cut: Cut) -> None:
    """Numbers below each other can be compared at a glance."""
    widths = face(Family.TEXT, cut).widths
    assert len({round(widths[ord(figure)], 3) for figure in "0123456789"}) == 1


@pytest.mark.parametrize("cut", Cut)
@pytest.mark.parametrize(
    ("letters", "family"),
    [
        ("Aé–“”…·•№€ßŁğĐặ", Family.TEXT),
        ("Ωάλ", Family.TEXT),
        ("ЖыїЊ", Family.TEXT),
        ("عبپچگ،؟٣", Family.ARABIC),
        ("אםש", Family.HEBREW),
        ("漢药診한글あア「。，", Family.EAST_ASIAN),
        ("Հայქართული∀☎", Family.SIGNS),
        ("😀🚀🧿", Family.EMOJI),
    ],
)
def test_each_alphabet_has_a_face(letters: str, family: Family, cut: Cut) -> None:
    """A customer's name is printed in whatever letters it is written."""
    for letter in letters:
        found = face_with(letter, cut)
        assert found is not None, name(letter)
        assert found.font.fontName == face(family, cut).font.fontName, name(letter)


def test_a_letter_that_no_face_has_is_a_square_once() -> None:
    """Neither a crash nor a black box; its marks do not count as letters of their own."""
    word = spelled("क़ि", Cut.REGULAR)
    assert [piece.text for piece in word.pieces] == [MISSING]


@pytest.mark.parametrize(
    ("text", "has"), [("plain", False), ("漢字 😀 محمد\u2069", False), ("x ཀ", True)]
)
def test_squares_are_foreseen(text: str, *, has: bool) -> None:
    """So that the page can say what its squares stand for."""
    assert has_squares(text) is has


def test_what_has_no_mark_on_paper_is_not_drawn() -> None:
    """Joiners, variation selectors and skin tones change letters; alone they would be boxes."""
    drawn = spelled("👩🏽\u200d⚕\ufe0f\u2068x\u2069", Cut.REGULAR)
    assert "".join(piece.text for piece in drawn.pieces) == "👩⚕x"


def test_arabic_letters_are_joined() -> None:
    """Unjoined they are as hard to read as spaced capitals."""
    assert shaped("محمد") == "\ufee3\ufea4\ufee4\ufeaa"
    assert shaped("Dana") == "Dana"


def test_a_strong_word_is_wider_only_where_there_is_a_strong_cut() -> None:
    """East Asian letters are outlined instead, and keep their squares."""
    assert spelled("Dana", Cut.STRONG).width > spelled("Dana", Cut.REGULAR).width
    assert spelled("漢字", Cut.STRONG).width == spelled("漢字", Cut.REGULAR).width
    assert spelled("漢字", Cut.STRONG).pieces[0].face.outlined_by > 0
    assert spelled("😀", Cut.STRONG).pieces[0].face.outlined_by == 0


def test_pairs_are_kerned() -> None:
    """The o stands under the arm of the T: -160 of 2,048 units."""
    together = spelled("To", Cut.REGULAR)
    apart = spelled("T", Cut.REGULAR).width + spelled("o", Cut.REGULAR).width
    assert together.width == pytest.approx(apart - 160 / 2.048)
    assert [index for index, _ in together.pieces[0].kerns] == [1]


def test_every_page_finds_its_three_cuts_read() -> None:
    """So that the first brief after the start need not wait for them."""
    warm()
    assert face(Family.TEXT, Cut.ITALIC) is face(Family.TEXT, Cut.ITALIC)
