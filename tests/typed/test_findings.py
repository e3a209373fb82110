"""One line for every kind of finding, told by its first character."""

import pytest

from journal.domain.record import Basis, Side, Visibility
from journal.typed.finding import FindingKind
from journal.typed.findings import Ears, is_refusal, understand_finding
from tests.typed.listening import ANA, DANA, LUIS, NORA, heard, shown
from tests.typed.reading import BEHIND

EITHER = " !! “Da” could be Dana Whitfield or Dan Brown."
NOBODY = " !! “Nobody” is nobody known here."
WHEN = "Say when it recurs, such as thu 15:00 or first tue of the month 8:30."

SHOWN = [
    # A note is kept as it is.
    ("She was in a hurry", "Note · She was in a hurry"),
    ("  guess: she leaves  ", "Note · guess: she leaves"),
    ("", "Note · "),
    # Quotes: who said it stands before or behind.
    ('"Nobody ever asked how I\'m measured."', "Quote · “Nobody ever asked how I'm measured.”"),
    ('"Dana: I now see potential', "Quote · Dana Whitfield · “I now see potential”"),
    ('"I now see potential" Dana', "Quote · Dana Whitfield · “I now see potential”"),
    ("“I now see potential” — Dana Whitfield", "Quote · Dana Whitfield · “I now see potential”"),
    ("„Es geht“", "Quote · “Es geht”"),
    ("«never» Luis", "Quote · Luis Ortega · “never”"),
    ("'I don't know' Dana", "Quote · Dana Whitfield · “I don't know”"),
    ("'I don't know", "Quote · “I don't know”"),
    ('"never" is what she said', 'Quote · "never" is what she said'),
    ('"I see" Da', 'Quote · "I see" Da !! “Da” could be Dana Whitfield or Dan Brown.'),
    ('"It works" +share', 'Quote · "It works" +share'),
    ('"it is not a priority (reported by Luis)"',
     "Quote · “it is not a priority” · reported by Luis Ortega"),
    # Barriers: whose share, and who named it.
    ("! the meeting right behind our slot",
     "Barrier · both sides' · the meeting right behind our slot · a guess"),
    ("!ours: wasting her time", "Barrier · ours · wasting her time"),
    ("! we: came unprepared", "Barrier · ours · came unprepared"),
    ("! theirs: no access to the committee",
     "Barrier · theirs · no access to the committee · a guess"),
    ("! both: too few hours +share",
     "Barrier · both sides' · too few hours · a guess · may be shared"),
    ("! Dana: three of us in three years",
     "Barrier · both sides' · named by Dana Whitfield · three of us in three years"),
    ("! dana: ours: each began anew",
     "Barrier · ours · named by Dana Whitfield · each began anew"),
    ("! theirs: she fears the audit (guess)",
     "Barrier · theirs · she fears the audit · a guess"),
    ("! guess: Dana: fears the audit",
     "Barrier · both sides' · named by Dana Whitfield · fears the audit · a guess"),
    ("! reported by Luis: stock is counted by hand",
     "Barrier · both sides' · stock is counted by hand · reported by Luis Ortega"),
    ("! theirs: incidents reported by nurses are ignored",
     "Barrier · theirs · incidents reported by nurses are ignored · a guess"),
    ("! Da: no time", f"Barrier · both sides' · Da: no time · a guess{EITHER}"),
    ("! price: too high", "Barrier · both sides' · price: too high · a guess"),
    # Promises: ours, theirs, by when.
    ("> send stock figures by fri", "Promise · ours · send stock figures · by Fri 27 Nov"),
    ("> send stock figures", "Promise · ours · send stock figures"),
    (">send stock figures by 8 jan", "Promise · ours · send stock figures · by Fri 8 Jan 2027"),
    ("> me: bed-day comparison 22 dec",
     "Promise · ours · Nora Lindqvist · bed-day comparison · by Tue 22 Dec"),
    ("> Ana: training plan in 2 weeks", "Promise · ours · Ana Ruiz · training plan · by Mon 7 Dec"),
    (">> list of short lines by next week",
     "Promise · theirs · list of short lines · by Mon 30 Nov"),
    ("> Dana: send the list by tue +share",
     "Promise · theirs · Dana Whitfield · send the list · by Tue 24 Nov · may be shared"),
    (">> Dana: send the list", "Promise · theirs · Dana Whitfield · send the list"),
    ("> theirs: send the list", "Promise · theirs · send the list"),
    ("> both: meet", "Promise · ours · both: meet"),
    ("> call Dana thu 10", "Promise · ours · call Dana thu 10 · by Thu 26 Nov"),
    ("> pay by 31 jun", "Promise · ours · pay by 31 jun !! June has 30 days."),
    ("> by fri", "Promise · ours · by fri"),
    ("> Da: pay by 31 jun", f"Promise · ours · Da: pay by 31 jun{EITHER}"),
    # Numbers: unit and target.
    ("# Drug spend per bed-day", "Metric · theirs · Drug spend per bed-day · a guess"),
    ("# Dana: Drug spend per bed-day -> −4 %",
     "Metric · theirs · Dana Whitfield · Drug spend per bed-day · target −4 %"),
    ("# overtime (hours a month) → at most 20 (guess)",
     "Metric · theirs · overtime · hours a month · target at most 20 · a guess"),
    ("# Stock-outs per month, reported by Luis",
     "Metric · theirs · Stock-outs per month · reported by Luis Ortega"),
    ("# hours (reported by Nobody)",
     f"Metric · theirs · hours (reported by Nobody) · a guess{NOBODY}"),
    ("# reported by Nobody: hours",
     f"Metric · theirs · reported by Nobody: hours · a guess{NOBODY}"),
    ("# ours: units sold (thousand)", "Metric · ours · units sold · thousand"),
    ("# (hours)", "Metric · theirs · (hours) · a guess"),
    # People: new or known, and their title.
    ("@ Dana Whitfield, Director of Pharmacy",
     "Person · theirs · known · Dana Whitfield · Director of Pharmacy"),
    ("@ rene dvorak: Head of IT", "Person · theirs · known · René Dvořák · Head of IT"),
    ("@ Grace Hopper (Admiral)", "Person · theirs · new · Grace Hopper · Admiral"),
    ("@ ours: Karl Maier - service", "Person · ours · new · Karl Maier · service"),
    ("@ Ana", "Person · ours · known · Ana Ruiz"),
    ("@ Dan", "Person · theirs · known · Dan Brown"),
    ("@ Wh", "Person · theirs · new · Wh"),
    # Standing commitments.
    ("~ thu 15:00 weekly management staff meeting",
     ("Standing commitment · management staff meeting · every Thu 15:00–16:00"
      " · from Thu 26 Nov 2026")),
    ("~ Dana: every 2 weeks mon 9-10 rounds",
     ("Standing commitment · Dana Whitfield · rounds · every 2 weeks Mon 09:00–10:00"
      " · from Mon 23 Nov 2026")),
    ("~ P&T committee, first tue of the month 8:30 (guess)",
     ("Standing commitment · P&T committee · first Tue of the month 08:30–09:30"
      " · from Tue 1 Dec 2026 · a guess")),
    ("~ sometime", f"Note · ~ sometime !! {WHEN}"),
    ("~ Dana: lunch", f"Note · ~ Dana: lunch !! {WHEN}"),
    # Ideas and their answers.
    ("* consignment stock -> not a priority",
     "Option · consignment stock · refused: “not a priority”"),
    ("* a shared number => good idea", "Option · a shared number · answered: “good idea”"),
    ("* consignment stock", "Option · consignment stock · a guess"),
    ("* consignment stock ->", "Option · consignment stock -> · a guess"),
    ("* guess: training -> no, too early +share",
     "Option · training · refused: “no, too early” · a guess · may be shared"),
    # To ask next time.
    ("? Dana: how is the board measured", "Question · Dana Whitfield · how is the board measured"),
    ("? who signs by friday", "Question · who signs by friday"),
    # A year from now.
    ("^ Dana: quarterly review with my staff",
     "Vision · theirs · Dana Whitfield · quarterly review with my staff · comes back in a year"),
    ("^ ours: first call on formulary questions by sep 2027",
     "Vision · ours · first call on formulary questions · by Wed 1 Sep 2027"),
    ("^ a review next year",
     "Vision · theirs · a review next year · comes back in a year · a guess"),
    # A mark alone says nothing.
    ('"', "Note · \" !! Nothing is said after “\"”."),
    ("!", "Note · ! !! Nothing is said after “!”."),
    (">> ", "Note · >> !! Nothing is said after “>”."),
    ("~", "Note · ~ !! Nothing is said after “~”."),
    ("@ ?", "Note · @ ? !! Nothing is said after “@”."),
    ("! no time +share +share", "Barrier · both sides' · no time +share · a guess · may be shared"),
    ("! +share", "Barrier · both sides' · +share · a guess"),
    ("! Dana:", "Barrier · both sides' · Dana: · a guess"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), SHOWN)
def test_a_line_is_understood_and_shown_so(line: str, expected: str) -> None:
    """What was understood stands beside the line while one types; nothing else tells a slip."""
    assert shown(line) == expected


def test_said_is_what_somebody_named_says_or_our_side_knows() -> None:
    """The framework prints numbers only as they said them, so a guess must not pass for said."""
    lines = {
        "# Drug spend": Basis.GUESS,
        "# Dana: Drug spend": Basis.SAID,
        "# Dana: Drug spend (guess)": Basis.GUESS,
        "# ours: units sold": Basis.SAID,
        "# Drug spend (reported by Luis)": Basis.REPORTED,
        '"It works"': Basis.SAID,
        ">> the list": Basis.SAID,
        "~ thu 15:00 staff meeting": Basis.SAID,
        "* consignment stock": Basis.GUESS,
        "* consignment stock -> maybe": Basis.SAID,
        "* consignment stock -> maybe (reported by Luis)": Basis.REPORTED,
        "^ one number": Basis.GUESS,
    }
    assert {line: heard(line).basis for line in lines} == lines


def test_a_line_is_private_unless_it_says_otherwise() -> None:
    """Nothing reaches the customer by itself."""
    assert heard("! too few hours").visibility is Visibility.PRIVATE
    assert heard("! too few hours +SHARE").visibility is Visibility.SHAREABLE
    assert heard("? too few hours +share").visibility is Visibility.PRIVATE


def test_whose_a_line_is_follows_the_person() -> None:
    """A promise of Ana's is ours; the share in a barrier is not that of who names it."""
    assert (heard("> Ana: plan").person, heard("> Ana: plan").side) == (ANA, Side.OURS)
    assert (heard("> Luis: plan").person, heard("> Luis: plan").side) == (LUIS, Side.THEIRS)
    assert (heard("> I: plan").person, heard("# me: hours").side) == (NORA, Side.OURS)
    assert (heard("! Ana: no time").person, heard("! Ana: no time").side) == (ANA, Side.SHARED)
    assert (heard("^ Dana: ours: a plan").person, heard("^ Dana: ours: a plan").side) == (
        DANA,
        Side.OURS,
    )


def test_nobody_is_meant_where_nobody_is_oneself() -> None:
    """A journal may not know yet who keeps it."""
    assert understand_finding("> me: plan", Ears(bearings=BEHIND)).text == "me: plan"


def test_a_promise_looks_ahead_wherever_one_logs() -> None:
    """The form of a meeting that was held looks back; what is promised is still to come."""
    finding = understand_finding("> plan by thu", Ears(bearings=BEHIND))
    assert finding.due is not None
    assert finding.due.when.iso == "2026-11-26"


def test_a_line_that_is_understood_keeps_what_it_is() -> None:
    """The kind is that of the first character, whatever follows."""
    kinds = {line: heard(line).kind for line in ("? > x", "* ? x", "> # x")}
    assert list(kinds.values()) == [
        FindingKind.QUESTION,
        FindingKind.OPTION,
        FindingKind.PROMISE,
    ]


@pytest.mark.parametrize(
    ("answer", "is_no"),
    [
        ("not a priority", True), ("No", True), ("no, too early", True), ("“never”", True),
        ("won’t fly", True), ("nothing for us", True), ("", False), ("maybe", False),
        ("noted", False), ("no problem", False),
        ("It is not a priority.", True), ("it’s not a priority", True), ("We can’t", True),
        ("that’s not a problem", False), ("it is noted", False), ("we", False),
        ("maybe, it is not my part", False), ("no objections", False), ("yes", False),
    ],
)  # fmt: skip
def test_an_answer_that_begins_with_a_no_is_a_refusal(answer: str, *, is_no: bool) -> None:
    """Three refusals in the same words are a stall, so they have to be found."""
    assert is_refusal(answer) is is_no
