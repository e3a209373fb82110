"""Every verb, each with chance to pick its object."""

from collections.abc import Callable

from tests.operations import account_verbs, framework_verbs, meeting_verbs, plan_verbs
from tests.operations.desk import Desk

VERBS: tuple[Callable[[Desk], None], ...] = (
    *meeting_verbs.VERBS,
    *plan_verbs.VERBS,
    *account_verbs.VERBS,
    *framework_verbs.VERBS,
)
# By the name of the operation.
DO = {verb.__name__.removeprefix("_"): verb for verb in VERBS}
