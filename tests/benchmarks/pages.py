"""How long it takes to open the page of an account, and to read the page of all accounts.

    python -m tests.benchmarks.pages [--cache DIR]

The account is the one with the longest history, about 2,000 meetings and 6,000 notes; the other
side fetches its rows as SQLite gives them. The other side of the portfolio reads each account
whole, as the page of an account does; of every eighth account, and counted eight times.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from journal.analysis.portfolio import portfolio_row
from journal.operations import portfolio, reading
from journal.store.rows import columns_of
from journal.store.tables import TABLES
from journal.ui.portfolio.page import PortfolioPage
from tests.benchmarks.measuring import Verdict, in_turn, on_the_crowd
from tests.benchmarks.stage import Stage, stage

EVERY = 8
PORTFOLIO_ROUNDS = 5
# PERFORMANCE.md has none for these two.
ACCOUNT_TARGET, ACCOUNT_FAILS_AT = 5, 8
PORTFOLIO_TARGET, PORTFOLIO_FAILS_AT = 0.25, 0.5


def measure(crowd: Path) -> Iterator[Verdict]:
    """Measure both pages."""
    with stage(crowd) as standing:
        yield _account(standing)
        yield _portfolio(standing)


def _account(standing: Stage) -> Verdict:
    account = standing.largest()
    connection = standing.journal.file.connection
    queries = [
        f"SELECT {', '.join(map(repr_name, columns_of(kind)))} FROM {table} WHERE account_id = ?"
        for kind, table in TABLES.items()
        if "account_id" in columns_of(kind) and table != "participations"
    ]
    queries.append(
        "SELECT * FROM participations WHERE meeting_id IN"
        " (SELECT id FROM meetings WHERE account_id = ?)"
    )

    def ours() -> None:
        standing.desk.open_account(account)
        standing.app.processEvents()

    def fetched() -> None:
        for query in queries:
            connection.execute(query, (account,)).fetchall()

    page_ms, fetched_ms = in_turn(ours, fetched)
    return Verdict(
        metric="opening an account page",
        told=f"ours {page_ms:.0f} ms, its rows fetched {fetched_ms:.0f} ms",
        value=page_ms / fetched_ms,
        target=ACCOUNT_TARGET,
        fails_at=ACCOUNT_FAILS_AT,
    )


def _portfolio(standing: Stage) -> Verdict:
    journal = standing.journal
    accounts = portfolio.all_accounts(journal)[::EVERY]

    def ours() -> None:
        page = PortfolioPage(journal, standing.theme)
        page.resize(1052, 800)
        page.read()
        page.show()
        standing.until(lambda: not page.is_reading)
        standing.app.processEvents()
        page.close()

    def whole() -> None:
        for each in accounts:
            portfolio_row(reading.relationship(journal, each), now=journal.now())

    page_ms, part_ms = in_turn(ours, whole, PORTFOLIO_ROUNDS)
    whole_ms = part_ms * EVERY
    return Verdict(
        metric="reading the portfolio",
        told=f"ours {page_ms:.0f} ms, each account whole {whole_ms:.0f} ms",
        value=page_ms / whole_ms,
        target=PORTFOLIO_TARGET,
        fails_at=PORTFOLIO_FAILS_AT,
    )


def repr_name(column: str) -> str:
    """Quote the name of a column; two of them are words of SQL."""
    return f'"{column}"'


if __name__ == "__main__":
    sys.exit(on_the_crowd(measure))
