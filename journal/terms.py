"""What the things are called that one chooses from, and how a length and a quote are said.

The vocabularies are closed, so each has its words here, once: the window, the timeline, the paper
and the terminal say the same thing in the same words.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from journal.domain.framework import Part
from journal.domain.meeting import Kind, Meeting, Status, Whereabouts
from journal.domain.metric import Effect
from journal.domain.person import BuyingRole, Support
from journal.domain.plan import Norm, VisionOutcome
from journal.domain.rating import Facet, Viewpoint
from journal.domain.record import Agreement, Basis, Record, Side
from journal.wording import _, ngettext

_MINUTES_IN_HOUR = 60
_OPENING_MARKS = frozenset('“"«„「『')
_ISOLATES = "\u2066\u2067\u2068"  # may stand before the mark, to shut right-to-left letters in


def viewpoint_words(viewpoint: Viewpoint) -> str:
    """Say whose view a rating is."""
    return {
        Viewpoint.OURS: _("our rating"),
        Viewpoint.THEIRS_SAID: _("their rating, as they said it"),
        Viewpoint.THEIRS_GUESSED: _("their rating, our guess"),
    }[viewpoint]


def status_words(meeting: Meeting, now: datetime) -> str:
    """Name what became of a meeting, at an aware moment."""
    if meeting.is_unrecorded(now):
        return _("not recorded")
    return {
        Status.PLANNED: _("planned"),
        Status.HELD: _("held"),
        Status.CANCELLED: _("cancelled"),
        Status.NO_SHOW: _("no-show"),
        Status.MOVED: _("moved"),
    }[meeting.status]


def kind_words(kind: Kind) -> str:
    """Name how one meets."""
    return {
        Kind.VISIT: _("visit"),
        Kind.CALL: _("call"),
        Kind.VIDEO: _("video call"),
        Kind.LETTER: _("letter"),
    }[kind]


def whereabouts_words(whereabouts: Whereabouts) -> str:
    """Say where we were when a meeting was called off."""
    return {
        Whereabouts.AT_THE_DOOR: _("at the door"),
        Whereabouts.ON_THE_WAY: _("on the way"),
        Whereabouts.BEFORE_LEAVING: _("before leaving"),
    }[whereabouts]


def side_words(side: Side) -> str:
    """Say whose a thing is."""
    return {Side.OURS: _("ours"), Side.THEIRS: _("theirs"), Side.SHARED: _("both sides'")}[side]


def basis_words(basis: Basis, reporter: str = "") -> str:
    """Say how a line about the customer is known, and by whom it was reported where one knows."""
    if basis is Basis.REPORTED and reporter:
        return _("reported by {name}").format(name=reporter)
    return {Basis.SAID: _("said"), Basis.REPORTED: _("reported"), Basis.GUESS: _("a guess")}[basis]


def agreement_words(agreement: Agreement) -> str:
    """Say how a line that was shared was answered."""
    return {
        Agreement.NOT_RAISED: _("not raised yet"),
        Agreement.AGREED: _("agreed"),
        Agreement.CHANGED: _("to be changed"),
        Agreement.DECLINED: _("declined"),
    }[agreement]


def buying_role_words(role: BuyingRole) -> str:
    """Say what part a person has in a decision."""
    return {
        BuyingRole.DECIDES: _("decides"),
        BuyingRole.APPROVES: _("approves"),
        BuyingRole.BUYS: _("buys"),
        BuyingRole.INFLUENCES: _("influences"),
        BuyingRole.USES: _("uses it"),
        BuyingRole.GUARDS: _("guards the door"),
    }[role]


def support_words(support: Support) -> str:
    """Say how a person stands to working with us."""
    return {
        Support.AGAINST: _("against us"),
        Support.DOUBTFUL: _("doubtful"),
        Support.NEUTRAL: _("neutral"),
        Support.FOR: _("for us"),
        Support.CHAMPION: _("champion"),
    }[support]


def facet_words(facet: Facet) -> str:
    """Name what is rated."""
    return {
        Facet.OVERALL: _("Overall"),
        Facet.TRUST: _("Trust"),
        Facet.SATISFACTION: _("Satisfaction"),
        Facet.COMMITMENT: _("Commitment"),
    }[facet]


def effect_words(effect: Effect | None) -> str:
    """Say what one number does to another; None is what nobody has talked about."""
    if effect is None:
        return _("not talked about")
    return {
        Effect.AGAINST: _("works against"),
        Effect.NEUTRAL: _("no effect"),
        Effect.SUPPORTS: _("supports"),
    }[effect]


def vision_outcome_words(outcome: VisionOutcome | None) -> str:
    """Say what became of a vision; None while its day has not answered."""
    if outcome is None:
        return _("open")
    return {
        VisionOutcome.REACHED: _("reached"),
        VisionOutcome.PARTLY: _("partly reached"),
        VisionOutcome.NOT_REACHED: _("not reached"),
    }[outcome]


def record_words(kind: type[Record]) -> str:
    """Name a kind of record, as one would within a sentence."""
    return {
        "Account": _("account"),
        "Alignment": _("alignment"),
        "Alternative": _("alternative"),
        "Attachment": _("attachment"),
        "Barrier": _("barrier"),
        "Criterion": _("criterion"),
        "Goal": _("goal"),
        "Interest": _("interest"),
        "IssuedDocument": _("shared page"),
        "IssuedLine": _("line of a shared page"),
        "Meeting": _("meeting"),
        "Metric": _("metric"),
        "MetricReading": _("reading of a metric"),
        "Negotiation": _("negotiation"),
        "Norm": _("norm"),
        "Option": _("option"),
        "OptionLink": _("what an option serves"),
        "Origin": _("where it was imported from"),
        "Participation": _("invitation"),
        "Person": _("person"),
        "Promise": _("promise"),
        "Question": _("question"),
        "Quote": _("quote"),
        "Rating": _("rating"),
        "Role": _("role"),
        "StandingCommitment": _("standing commitment"),
        "Vision": _("vision"),
    }[kind.__name__]


def counted_words(kind: type[Record], count: int) -> str:
    """Count records of a kind: `1 meeting`, `3 meetings`."""
    words: Mapping[str, Callable[[int], str]] = {
        "Account": lambda n: ngettext("{count} account", "{count} accounts", n),
        "Alignment": lambda n: ngettext("{count} alignment", "{count} alignments", n),
        "Alternative": lambda n: ngettext("{count} alternative", "{count} alternatives", n),
        "Attachment": lambda n: ngettext("{count} attachment", "{count} attachments", n),
        "Barrier": lambda n: ngettext("{count} barrier", "{count} barriers", n),
        "Criterion": lambda n: ngettext("{count} criterion", "{count} criteria", n),
        "Goal": lambda n: ngettext("{count} goal", "{count} goals", n),
        "Interest": lambda n: ngettext("{count} interest", "{count} interests", n),
        "IssuedDocument": lambda n: ngettext("{count} shared page", "{count} shared pages", n),
        "IssuedLine": lambda n: ngettext(
            "{count} line of a shared page", "{count} lines of shared pages", n
        ),
        "Meeting": lambda n: ngettext("{count} meeting", "{count} meetings", n),
        "Metric": lambda n: ngettext("{count} metric", "{count} metrics", n),
        "MetricReading": lambda n: ngettext(
            "{count} reading of a metric", "{count} readings of metrics", n
        ),
        "Negotiation": lambda n: ngettext("{count} negotiation", "{count} negotiations", n),
        "Norm": lambda n: ngettext("{count} norm", "{count} norms", n),
        "Option": lambda n: ngettext("{count} option", "{count} options", n),
        "OptionLink": lambda n: ngettext(
            "{count} link of an option", "{count} links of options", n
        ),
        "Origin": lambda n: ngettext("{count} mark of an import", "{count} marks of imports", n),
        "Participation": lambda n: ngettext("{count} invitation", "{count} invitations", n),
        "Person": lambda n: ngettext("{count} person", "{count} people", n),
        "Promise": lambda n: ngettext("{count} promise", "{count} promises", n),
        "Question": lambda n: ngettext("{count} question", "{count} questions", n),
        "Quote": lambda n: ngettext("{count} quote", "{count} quotes", n),
        "Rating": lambda n: ngettext("{count} rating", "{count} ratings", n),
        "Role": lambda n: ngettext("{count} role", "{count} roles", n),
        "StandingCommitment": lambda n: ngettext(
            "{count} standing commitment", "{count} standing commitments", n
        ),
        "Vision": lambda n: ngettext("{count} vision", "{count} visions", n),
    }
    return words[kind.__name__](count).format(count=count)


def framework_heading(part: Part) -> str:
    """Name a section of the page that may be shared."""
    return {
        Part.WANTED: _("What we both want"),
        Part.WORKED: _("What has worked"),
        Part.IN_THE_WAY: _("What gets in the way"),
        Part.YEAR_AHEAD: _("A year from now"),
        Part.MEASURED: _("How each of us is measured, and where it meets"),
        Part.NORMS: _("What good working together looks like"),
        Part.IDEAS: _("Ideas, and how we would judge them"),
        Part.STEPS: _("First steps"),
    }[part]


def meeting_point_words(effect: Effect) -> str:
    """Say to the customer what a number of theirs and one of ours do to each other."""
    return {
        Effect.AGAINST: _("each works against the other"),
        Effect.NEUTRAL: _("neither gets in the other's way"),
        Effect.SUPPORTS: _("each supports the other"),
    }[effect]


def norm_words(norm: Norm) -> str:
    """Return a norm so that it can stand behind "we will" or "you will", however it was typed.

    "We will come on time" and "we come on time" become "come on time". What would not make a
    sentence then, such as "we are on time" or "she calls before", stays whole.
    """
    return without_will(norm.text, norm.side)


def without_will(text: str, side: Side) -> str:
    """Return the words of a norm without the "we will" or "you will" it may begin with."""
    text = text.strip()
    plain = text.replace("’", "'").casefold()
    if side is Side.OURS:
        leads = _("we will, we shall, we'll, we")
    else:
        leads = _("you will, you'll, they will, they'll, you, they")
    unfit = _("are, aren't, can, can't, cannot, could, do, don't, have, may, must, should, won't")
    for lead in leads.split(", "):
        if plain.startswith(f"{lead} "):
            is_fit = plain.removeprefix(lead).split()[0] not in unfit.split(", ")
            return text[len(lead) :].lstrip() if is_fit else text
    return text


def minutes_words(minutes: int) -> str:
    """Say a stretch of time: `50 min`, `2 h`, `1 h 30 min`."""
    hours, rest = divmod(minutes, _MINUTES_IN_HOUR)
    if not hours:
        return _("{minutes} min").format(minutes=rest)
    if not rest:
        return _("{hours} h").format(hours=hours)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=rest)


def quoted(text: str) -> str:
    """Put somebody's words between quotation marks, unless they stand in some already."""
    text = text.strip()
    if text.lstrip(_ISOLATES)[:1] in _OPENING_MARKS:
        return text
    return _("“{words}”").format(words=text)
