"""Words to hits: the newest five hundred, the best of them first."""

import sqlite3
import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache

from journal.domain.finding import Hit, Hits, Wanted
from journal.domain.record import AccountId, RecordId
from journal.store.documents import account_token, first_key
from journal.store.failures import translated
from journal.store.tables import KINDS, TABLES

# Ranking every hit of a common word is what takes the time, not finding it.
RANKED_AT_MOST = 500
EXCERPT_CHARS = 160
# Robertson's usual ones: how soon one more mention counts little, and how much length counts.
_SATURATION, _LENGTH_COUNTS = 1.2, 0.75
_TITLE_WEIGHS = 4


_Row = tuple[int, str, str, str | None, int, str, str]


def search(connection: sqlite3.Connection, wanted: Wanted, *, limit: int = 50) -> Hits:
    """Find the records that hold all words, each by its beginning, accents aside.

    Args:
        connection: One of its own where it is called while somebody types.
        wanted: Of its words, what stands in quotation marks is found as it stands there.
        limit: How many hits to return.
    """
    terms = _terms(wanted.words)
    if not terms:
        return Hits(hits=(), capped=False)
    query = "{title body} : (" + " AND ".join(_quoted(each) for each in terms) + ")"
    if wanted.account is not None:
        query += f' AND accounts : "{account_token(wanted.account)}"'
    condition, arguments = _narrowed(wanted)
    with translated():
        rows = connection.execute(
            "WITH newest AS MATERIALIZED (SELECT rowid AS key FROM search_index"
            f" WHERE search_index MATCH ?{condition} ORDER BY rowid DESC LIMIT ?)"
            " SELECT key, table_name, record, account_id, happened_utc, title, body"
            " FROM newest JOIN search_documents USING (key) ORDER BY key DESC",
            (query, *arguments, RANKED_AT_MOST + 1),
        ).fetchall()
    words = [text for text, _whole in terms]
    return Hits(
        hits=tuple(_hit(row, words) for row in _best(rows[:RANKED_AT_MOST], words)[:limit]),
        capped=len(rows) > RANKED_AT_MOST,
    )


def _best(rows: Sequence[_Row], words: Sequence[str]) -> Sequence[_Row]:
    """Put those first that say the words most, for their length, and in the title.

    It is BM25 (Robertson & Zaragoza 2009) without the weight of rare words: each hit has all
    the words, and the index would count every hit of each of them, which takes longer than all
    else. Of equals the newest stands first.

    Args:
        rows: The newest first.
    """
    lengths = [len(row[5]) + len(row[6]) for row in rows]
    usual = sum(lengths) / len(rows) if rows else 1

    def weight(place: int) -> float:
        *_rest, title, body = rows[place]
        steep = _SATURATION * (1 - _LENGTH_COUNTS + _LENGTH_COUNTS * lengths[place] / usual)
        said = (
            _TITLE_WEIGHS * len(_marks(title, [word])) + len(_marks(body, [word])) for word in words
        )
        return sum(times / (times + steep) for times in said)

    return [rows[place] for place in sorted(range(len(rows)), key=weight, reverse=True)]


def _narrowed(wanted: Wanted) -> tuple[str, list[str | int]]:
    """Return what else a hit has to be, as SQL and its arguments."""
    condition, arguments = "", list[str | int]()
    if wanted.since is not None:
        condition += " AND rowid >= ?"
        arguments.append(first_key(wanted.since))
    if wanted.kinds:
        tables = sorted(TABLES[kind] for kind in wanted.kinds)
        condition += (
            " AND (SELECT table_name FROM search_documents WHERE key = search_index.rowid)"
            f" IN ({', '.join('?' * len(tables))})"
        )
        arguments += tables
    return condition, arguments


def _terms(words: str) -> list[tuple[str, bool]]:
    """Split into texts, and whether each is meant to be whole."""
    terms: list[tuple[str, bool]] = []
    for index, part in enumerate(words.split('"')):
        if index % 2:
            terms.append((part.strip(), True))
        else:
            terms += [(word, False) for word in part.split()]
    return [(text, whole) for text, whole in terms if any(sign.isalnum() for sign in text)]


def _quoted(term: tuple[str, bool]) -> str:
    # Quoted, nothing that a user types is an operator of the query language.
    text, whole = term
    return f'"{text}"' if whole else f'"{text}" *'


def _hit(row: _Row, words: Sequence[str]) -> Hit:
    _key, table, record, account_id, happened, title, body = row
    text = body if _marks(body, words) else title
    excerpt = _excerpt(text, words)
    return Hit(
        kind=KINDS[table],
        record=RecordId(record),
        account_id=None if account_id is None else AccountId(RecordId(account_id)),
        happened_at=datetime.fromtimestamp(happened, UTC),
        title=title,
        excerpt=excerpt,
        marks=_marks(excerpt, words),
    )


def _excerpt(text: str, words: Sequence[str]) -> str:
    text = " ".join(text.split())
    marks = _marks(text, words)
    start = max(0, marks[0][0] - EXCERPT_CHARS // 3) if marks else 0
    if start:
        start = text.find(" ", start) + 1
    end = start + EXCERPT_CHARS
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")


def _marks(text: str, words: Sequence[str]) -> tuple[tuple[int, int], ...]:
    folded = _folded(text)
    found: list[tuple[int, int]] = []
    for word in words:
        wanted = _folded(word)
        at = folded.find(wanted)
        while at >= 0:
            if at == 0 or not folded[at - 1].isalnum():
                found.append((at, at + len(wanted)))
            at = folded.find(wanted, at + 1)
    return tuple(sorted(set(found)))


def _folded(text: str) -> str:
    """Leave case and accents out, one sign for one sign: a place in it is one in the text."""
    return text.lower() if text.isascii() else "".join(map(_fold, text))


@cache
def _fold(sign: str) -> str:
    plain = unicodedata.normalize("NFD", sign.lower())[:1]
    return plain or sign
