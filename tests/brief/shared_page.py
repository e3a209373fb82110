"""A page to share with every section on it, small enough to check by hand."""

from datetime import date

from journal.domain.framework import Framework, Part, SharedLine, SharedPair
from journal.domain.metric import Effect, Metric
from journal.domain.plan import Barrier, Criterion, Interest, Norm, Option, Vision
from journal.domain.promise import Promise
from journal.domain.record import Agreement, Record, RecordId, Side


def line(part: Part, kind: type[Record], name: str, text: str, **more: object) -> SharedLine:
    """Make a line."""
    given = {"record": RecordId(name), "kind": kind, "part": part, "text": text, **more}
    return SharedLine(**given)  # type: ignore[arg-type]  # of the tests that call it


def lines(text: str = "") -> tuple[SharedLine, ...]:
    """Make a line of each kind; all of them say the text, where one is given."""
    ours, theirs = {"side": Side.OURS}, {"side": Side.THEIRS}
    return (
        line(Part.WANTED, Interest, "want", text or "No patient waits", side=Side.SHARED),
        line(Part.WORKED, Vision, "desk", text or "One desk", agreement=Agreement.AGREED),
        line(Part.IN_THE_WAY, Barrier, "late", text or "We plan too late", **ours),
        line(Part.YEAR_AHEAD, Vision, "their year", text or "No surprises", **theirs),
        line(Part.YEAR_AHEAD, Vision, "our year", text or "One plan", **ours),
        line(Part.MEASURED, Metric, "spend", text or "Drug spend", **theirs),
        line(Part.MEASURED, Metric, "stock", text or "Stock-outs", **theirs),
        line(Part.MEASURED, Metric, "units", text or "Units sold", **ours),
        line(Part.MEASURED, Metric, "service", text or "Service level", **ours),
        line(Part.NORMS, Norm, "come", text or "we come on time", **ours),
        line(
            Part.NORMS, Norm, "tell", text or "tell us early", **theirs,
            agreement=Agreement.CHANGED,
        ),
        line(Part.IDEAS, Option, "plan", text or "A shared plan", judged_by=(RecordId("early"),)),
        line(Part.IDEAS, Option, "kit", text or "An opening kit"),
        line(Part.IDEAS, Criterion, "early", text or "plans before budgets"),
        line(Part.IDEAS, Criterion, "cost", text or "cost per discharge"),
        line(
            Part.STEPS, Promise, "list", text or "The list", **ours,
            who=text or "Ana Ruiz", day=date(2027, 1, 15),
        ),
        line(Part.STEPS, Promise, "figures", text or "The figures", **theirs),
    )  # fmt: skip


def page(text: str = "") -> Framework:
    """Make the page; everything on it that is typed is the text, where one is given."""
    return Framework(
        account=text or "Harbor Health",
        author=text or "Nora Lindqvist",
        version=2,
        day=date(2026, 11, 26),
        recipients=(text or "Ruth Amsel", "Tomas Vale"),
        lines=lines(text),
        pairs=(
            SharedPair(
                record=RecordId("pair"),
                theirs=RecordId("spend"),
                ours=RecordId("units"),
                effect=Effect.SUPPORTS,
            ),
        ),
    )
