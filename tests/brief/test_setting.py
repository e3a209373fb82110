"""Lines: where they break, in which order their letters stand, and what they never contain."""

from hypothesis import given
from hypothesis import strategies as st

from journal.brief.parts import Run, Tone
from journal.brief.setting import PER_MILLE, SetLine, set_words

SIZE = 10.0
WIDE = 10_000.0


def shown(line: SetLine) -> str:
    """Return the letters of a line from left to right."""
    return "".join(piece.text for piece, _ in line.pieces)


def width_of(text: str) -> float:
    """Return how wide a text is in points."""
    return set_words((Run(text),), SIZE, WIDE)[0].width * SIZE / PER_MILLE


def lines(text: str, measure: float) -> list[str]:
    """Return what stands on each line."""
    return [shown(line) for line in set_words((Run(text),), SIZE, measure)]


@given(st.text(max_size=200), st.floats(min_value=20, max_value=300))
def test_no_line_is_wider_than_its_column(text: str, measure: float) -> None:
    """Whatever stands in it: nothing is printed over the edge of the paper."""
    for line in set_words((Run(text),), SIZE, measure):
        assert line.width * SIZE / PER_MILLE <= measure + 0.01 or len(shown(line)) <= 2


@given(st.lists(st.text(alphabet="abc-漢字、。 ", max_size=20), max_size=4))
def test_breaking_loses_no_letter(words: list[str]) -> None:
    """All that was typed is printed; only spaces at line ends go."""
    runs = tuple(Run(text) for text in words)
    printed = "".join(shown(line) for line in set_words(runs, SIZE, 60))
    assert printed.replace(" ", "") == "".join(words).replace(" ", "")


def test_lines_break_at_spaces() -> None:
    """As anybody would break them by hand; the space stays behind the line, outside its width.

    Who takes the text out of the page again would else find two words in one.
    """
    assert lines("one two three", width_of("one two") + 1) == ["one two ", "three"]
    first, _ = set_words((Run("one two three"),), SIZE, width_of("one two") + 1)
    assert first.width * SIZE / PER_MILLE == width_of("one two")


def test_a_short_last_word_has_company() -> None:
    """A full stop and five letters alone on a line look like a mistake."""
    text = "Dana names her analyst and a review date in May."
    measure = width_of(text) - 1
    assert lines(text, measure) == ["Dana names her analyst and a review date ", "in May."]
    long = "Dana names it by herself: unquestionably"
    assert lines(long, width_of(long) - 1) == ["Dana names it by herself: ", "unquestionably"]
    assert lines("a long word, as", width_of("a long word,") + 1) == ["a long word, ", "as"]


def test_a_word_of_two_tones_is_not_parted() -> None:
    """A full stop behind a strong word stays with it."""
    runs = (Run("see "), Run("Dana", Tone.STRONG), Run(", now"))
    narrow = width_of("see Dana")
    assert [shown(line) for line in set_words(runs, SIZE, narrow)] == ["see ", "Dana, ", "now"]


def test_a_hyphen_ends_a_line_between_letters_only() -> None:
    """Ranges of hours and minus signs stay whole."""
    assert lines("stock-outs", width_of("stock-o")) == ["stock-", "outs"]
    assert lines("see 10-15", width_of("see 10-")) == ["see ", "10-15"]


def test_a_word_wider_than_the_column_is_cut_and_the_next_goes_on_behind_it() -> None:
    """Three thousand letters without a space fill lines like any text."""
    three = width_of("xxx") + 0.1
    assert lines("xxxxxxx y", three) == ["xxx", "xxx", "x y"]


def test_chinese_breaks_between_letters_but_not_before_a_full_stop() -> None:
    """A line that begins with 。 looks torn off to every reader."""
    assert lines("明天不来。", width_of("明天不来")) == ["明天不", "来。"]
    assert lines("他说「来」", width_of("他说「")) == ["他说", "「来」"]


def test_chinese_of_one_tone_is_drawn_at_once() -> None:
    """Letter by letter a long note would be twice as large a file; words stay by themselves."""
    (line,) = set_words((Run("two words 药房，主"), Run("任", Tone.STRONG)), SIZE, WIDE)
    assert [piece.text for piece, _ in line.pieces][-2:] == ["药房，主", "任"]


def test_an_arabic_paragraph_is_set_from_the_right() -> None:
    """The first word stands at the right end of the first line, joined."""
    first, second = set_words((Run("محمد بن عبد"),), SIZE, width_of("محمد بن") + 1)
    assert first.from_right
    assert shown(first) == "\ufee6\ufe91 \ufeaa\ufee4\ufea4\ufee3"
    assert shown(second) == "\ufeaa\ufe92\ufecb"


def test_brackets_in_a_right_to_left_line_open_the_other_way() -> None:
    """Else the page shows ")word(" ."""
    assert shown(set_words((Run("אב (גד)"),), SIZE, WIDE)[0]) == "(דג) בא"


def test_an_arabic_name_leaves_the_english_sentence_in_its_order() -> None:
    """Tones stay with their letters when a line is turned."""
    line = set_words((Run("by "), Run("אב", Tone.STRONG), Run(" on 3 Sep")), SIZE, WIDE)[0]
    assert not line.from_right
    assert shown(line) == "by בא on 3 Sep"
    hebrew = [piece.text for piece, _ in line.pieces if "Hebrew" in piece.face.font.fontName]
    assert hebrew == ["בא"]


def test_an_empty_paragraph_is_one_empty_line() -> None:
    """A blank field keeps its row; a line without letters draws nothing."""
    assert set_words((), SIZE, WIDE) == [SetLine(pieces=(), width=0)]
    assert set_words((Run("  "),), SIZE, WIDE) == [SetLine(pieces=(), width=0)]
