"""What a brief lacks, in words."""

from collections.abc import Iterator, Sequence

from journal.analysis.missing import Gap, Missing
from journal.domain.relationship import Relationship
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.link_rows import Line
from journal.ui.shared.words import date_words
from journal.wording import _


def gap_lines(gaps: Sequence[Missing], view: AccountView) -> Iterator[Line]:
    """Yield a row for each, with its place among them as its key."""
    for number, gap in enumerate(gaps):
        yield Line(text=_words(gap, view), key=str(number), tip=_("Goes to where it is filled in"))


def _words(missing: Missing, view: AccountView) -> str:
    whole = view.relationship
    if missing.gap is Gap.METRIC:
        return _("How {person} is measured").format(person=_person(missing, whole))
    if missing.gap is Gap.CHECK:
        return _("Whether “{theirs}” and “{ours}” clash").format(**_pair(missing, whole))
    if missing.gap is Gap.REASON:
        lost = view.meeting(missing.record)
        day = "" if lost is None else date_words(lost.when.day, view.today)
        return _("Why the meeting of {day} was lost").format(day=day)
    return _sentences()[missing.gap]


def _person(missing: Missing, whole: Relationship) -> str:
    return next(each.name for each in whole.people if each.id == missing.record)


def _pair(missing: Missing, whole: Relationship) -> dict[str, str]:
    alignment = next(each for each in whole.alignments if each.id == missing.record)
    texts = {each.id: each.text for each in whole.metrics}
    return {
        "theirs": texts[alignment.their_metric_id],
        "ours": texts[alignment.our_metric_id],
    }


def _sentences() -> dict[Gap, str]:
    return {
        Gap.MEETING: _("The next meeting"),
        Gap.PEOPLE: _("Who will be there"),
        Gap.TIME: _("The time of day"),
        Gap.PLACE: _("Where you meet"),
        Gap.TRAVEL: _("How long the way is"),
        Gap.PURPOSE: _("What the meeting is for"),
        Gap.BEST: _("The best outcome"),
        Gap.LEAST: _("The least acceptable outcome"),
        Gap.OPENING: _("How you begin"),
        Gap.OUR_RATING: _("How you rate the relationship"),
        Gap.OUR_RATING_AGED: _("Your rating is old: rate it again"),
        Gap.THEIR_RATING: _("How they rate the relationship"),
        Gap.THEIR_RATING_AGED: _("Their rating is old: ask again"),
        Gap.GOAL: _("The rating to reach, and by when"),
        Gap.BARRIER: _("What stands between you"),
        Gap.THEIR_INTEREST: _("Why they want what they want"),
        Gap.OUR_INTEREST: _("Why you want what you want"),
        Gap.CRITERION: _("A fair yardstick"),
        Gap.OPTION: _("An idea to solve it"),
        Gap.THEIR_ALTERNATIVE: _("What they do if nothing is agreed"),
        Gap.OUR_ALTERNATIVE: _("What you do if nothing is agreed"),
        Gap.OUR_METRIC: _("How you are measured"),
        Gap.THEIR_VISION: _("Where they see this in a year"),
        Gap.OUR_VISION: _("Where you see this in a year"),
        Gap.OUR_NORM: _("What you will do to work well together"),
        Gap.THEIR_NORM: _("What they will do to work well together"),
    }
