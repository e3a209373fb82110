"""What the Relationship tab says of ratings, guesses, visions and promises."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from journal.analysis.promises import Kept
from journal.analysis.standing import Standing
from journal.analysis.trend import GapTally, GuessTally, gaps, guess_checks, last_alike
from journal.domain.plan import Vision
from journal.domain.rating import Facet, Rating, Viewpoint
from journal.domain.record import Side
from journal.domain.relationship import Relationship
from journal.levels import level_words
from journal.operations.ratings import Tallies
from journal.terms import facet_words, vision_outcome_words
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.words import date_words, distance_words, full_day_words
from journal.wording import _, ngettext

VIEWPOINTS = (Viewpoint.THEIRS_GUESSED, Viewpoint.THEIRS_SAID, Viewpoint.OURS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One rating as the history shows it.

    Attributes:
        words: Day, whose, level, and how the sides compare.
        ground: Who said it, on what occasion, and the note.
    """

    rating: Rating
    words: tuple[str, str, str, str]
    ground: str


def answer(view: AccountView) -> str:
    """Say in one sentence how both sides see it, and in another how well we guess."""
    standing = view.standing
    if standing.ours is None and standing.said is None and standing.guessed is None:
        return _("Nobody has rated this relationship yet.")
    sides = _("{ours}; {theirs}.").format(
        ours=ours_words(view) or _("We have not rated it"), theirs=_theirs(standing, view.today)
    )
    return " ".join(filter(None, (sides, _habit(view))))


def ours_words(view: AccountView) -> str:
    """Say where we stand, and since when; empty where we never rated."""
    trend = view.standing.trend
    if trend is None:
        return ""
    return _("We say {level} since {day}").format(
        level=level_words(trend.level), day=date_words(trend.since, view.today)
    )


def prompt(view: AccountView, viewpoint: Viewpoint, facet: Facet) -> str:
    """Ask for a rating."""
    if facet is not Facet.OVERALL:
        return _detail_prompt(viewpoint, facet_words(facet).casefold())
    if viewpoint is Viewpoint.OURS:
        return _("How do you see it?")
    if viewpoint is Viewpoint.THEIRS_GUESSED:
        return _("What do you think they would say? Guess before you ask.")
    guess = view.standing.guessed
    if guess is None:
        return _("What did they say?")
    return _("What did they say? You guessed {level} on {day}.").format(
        level=level_words(guess.rating.level), day=date_words(guess.rating.day, view.today)
    )


def _detail_prompt(viewpoint: Viewpoint, what: str) -> str:
    return {
        Viewpoint.OURS: _("How do you see {what}?"),
        Viewpoint.THEIRS_GUESSED: _("What would they say of {what}? Guess before you ask."),
        Viewpoint.THEIRS_SAID: _("What did they say of {what}?"),
    }[viewpoint].format(what=what)


def viewpoint_name(viewpoint: Viewpoint) -> str:
    """Name a viewpoint in a word or three."""
    return {
        Viewpoint.THEIRS_GUESSED: _("Our guess of theirs"),
        Viewpoint.THEIRS_SAID: _("What they said"),
        Viewpoint.OURS: _("Ours"),
    }[viewpoint]


def rows(view: AccountView) -> tuple[Row, ...]:
    """Tell all ratings, the latest first."""
    compared = _compared(view)
    found = sorted(view.relationship.ratings, key=lambda each: each.day)[::-1]
    return tuple(
        Row(
            rating=each,
            words=(
                date_words(each.day, date.min),  # always with its year
                _whose(each),
                level_words(each.level),
                compared.get(each.id, ""),
            ),
            ground=" · ".join(_ground(each, view)),
        )
        for each in found
    )


def tally_words(tallies: Tallies) -> str:
    """Count how both sides see it over all accounts, and how our guesses of theirs turned out.

    Empty where neither is known of any.
    """
    return " ".join(filter(None, (_sides_words(tallies.gaps), _guess_words(tallies.guesses))))


def _sides_words(tally: GapTally) -> str:
    if not tally.rated:
        return ""
    told = (
        (tally.better, _("{count} seen better by them")),
        (tally.worse, _("{count} seen worse by them")),
        (tally.same, _("{count} seen alike")),
    )
    lead = ngettext(
        "Of {count} account that both sides rated",
        "Of {count} accounts that both sides rated",
        tally.rated,
    ).format(count=tally.rated)
    return _("{lead}: {counts}.").format(lead=lead, counts=_counts(told))


def _guess_words(tally: GuessTally) -> str:
    if not tally.answered:
        return ""
    told = (
        (tally.right, _("{count} right")),
        (tally.high, _("{count} too high by one step")),
        (tally.low, _("{count} too low by one step")),
        (tally.far, _("{count} further off")),
    )
    lead = ngettext(
        "Over all accounts, of {count} guess that they answered",
        "Over all accounts, of {count} guesses that they answered",
        tally.answered,
    ).format(count=tally.answered)
    return _("{lead}: {counts}.").format(lead=lead, counts=_counts(told))


def _counts(told: Iterable[tuple[int, str]]) -> str:
    """Say what happened, and leave out what did not."""
    return ", ".join(said.format(count=count) for count, said in told if count)


def kept_words(kept: Kept, side: Side) -> str:
    """Say how a side kept its word: `We kept 3 of 5 in time`."""
    if not kept.due:
        return _("Nothing of ours was due") if side is Side.OURS else _("Nothing of theirs was due")
    sentence = (
        _("We kept {count} of {all} in time")
        if side is Side.OURS
        else _("They kept {count} of {all} in time")
    )
    return sentence.format(count=kept.in_time, all=kept.due)


def vision_ground(vision: Vision, whole: Relationship) -> str:
    """Say whose words a vision is, and when they were said."""
    person = whole.person(vision.person_id)
    whose = _("ours") if vision.side is Side.OURS else _("theirs")
    parts = [whose, "" if person is None else person.name]
    if vision.noted_on is not None:
        parts.append(_("said on {day}").format(day=full_day_words(vision.noted_on)))
    return " · ".join(filter(None, parts))


def vision_state(vision: Vision, today: date) -> str:
    """Say what became of a vision, or when it comes back."""
    if vision.outcome is not None:
        said = vision_outcome_words(vision.outcome)
        if vision.outcome_on is None:
            return said
        return _("{outcome}, told on {day}").format(
            outcome=said, day=full_day_words(vision.outcome_on)
        )
    if vision.due_on <= today:
        return _("Its day has come. What became of it?")
    return _("comes back {distance}").format(distance=distance_words(vision.due_on, today))


def steps_words(steps: int) -> str:
    """Count steps, whichever way."""
    return ngettext("one step", "{count} steps", abs(steps)).format(count=abs(steps))


def _theirs(standing: Standing, today: date) -> str:
    said, guessed = standing.said, standing.guessed
    if said is None:
        if guessed is None:
            return _("they were not asked yet")
        return _("they were not asked yet, our guess is {level}").format(
            level=level_words(guessed.rating.level)
        )
    told = _("they said {level} on {day}").format(
        level=level_words(said.rating.level), day=date_words(said.rating.day, today)
    )
    if standing.gap is None:
        return told
    return _("{told}, {gap}").format(told=told, gap=_gap_words(standing.gap.steps))


def _gap_words(steps: int) -> str:
    if not steps:
        return _("the same")
    sentence = _("{steps} better") if steps > 0 else _("{steps} worse")
    return sentence.format(steps=steps_words(steps))


def _habit(view: AccountView) -> str:
    alike = last_alike(guess_checks(view.relationship.ratings, until=view.today))
    if not alike:
        return ""
    error = _error(alike[-1].steps)
    count = len(alike)
    if count == 1 or not alike[-1].steps:
        return ngettext(
            "Your last guess was {error}.", "Your last {count} guesses were {error}.", count
        ).format(count=count, error=error)
    return _("Your last {count} guesses were each {error}.").format(count=count, error=error)


def _error(steps: int) -> str:
    if not steps:
        return _("right")
    sentence = _("{steps} too high") if steps > 0 else _("{steps} too low")
    return sentence.format(steps=steps_words(steps))


def _compared(view: AccountView) -> dict[str, str]:
    """Say of each rating how it compares, by its id: the gap on its day, or our error.

    Of the detail it says what is rated; that is not compared.
    """
    ratings = view.relationship.ratings
    found: dict[str, str] = {}
    for gap in gaps(ratings, until=view.today):
        later = max(gap.theirs, gap.ours, key=lambda rating: rating.day)
        found[later.id] = _gap_words(gap.steps)
    for check in guess_checks(ratings, until=view.today):
        found[check.guess.id] = _error(check.steps)
    for each in ratings:
        if each.facet is not Facet.OVERALL:
            found[each.id] = _("of {what}").format(what=facet_words(each.facet).casefold())
    return found


def _whose(rating: Rating) -> str:
    return {
        Viewpoint.OURS: _("ours"),
        Viewpoint.THEIRS_SAID: _("theirs"),
        Viewpoint.THEIRS_GUESSED: _("our guess"),
    }[rating.viewpoint]


def _ground(rating: Rating, view: AccountView) -> Iterator[str]:
    person = view.relationship.person(rating.person_id)
    if person is not None:
        yield person.name
    meeting = view.meeting(rating.meeting_id)
    if meeting is not None:
        yield _("meeting of {day}").format(day=date_words(meeting.when.day, view.today))
    if rating.remark:
        yield rating.remark
