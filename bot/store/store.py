"""The store: a method for each thing that is remembered, one transaction each. Time is passed in."""

from __future__ import annotations

from contextlib import AsyncExitStack
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Table, case, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.library import Level
from bot.store.codes import Codes
from bot.store.engine import PATIENCE, open_engine, transaction
from bot.store.kept import KEPT
from bot.store.tables import METADATA, flag, near_miss, outcome, secret, vote
from bot.store.totals import FlagTotal, NearMissTotal, OutcomeTotal, Totals, VoteTotal

BANDS = 10
"""Confidence is kept to a tenth: enough to tell a near miss from a far one, and no question's own figure."""


class Store:
    """Remembers votes and counts. A method that the database does not let work raises `StoreError` and did nothing."""

    def __init__(self, engine: AsyncEngine, codes: Codes) -> None:
        self._engine = engine
        self._codes = codes

    @classmethod
    async def open(cls, database_url: str, patience: float = PATIENCE) -> Store:
        """Open a database that `migrate` has set up, and see that it can be written. `patience` is in seconds."""
        engine = open_engine(database_url, patience)
        async with AsyncExitStack() as undo:
            undo.push_async_callback(engine.dispose)
            async with transaction(engine) as connection:
                touch = update(secret).values(id=secret.c.id).returning(secret.c.key)
                key = (await connection.execute(touch)).scalar_one()
            undo.pop_all()
        return cls(engine, Codes(key))

    async def close(self) -> None:
        """Close every connection; SQLite then has its file whole, without a log beside it."""
        await self._engine.dispose()

    async def vote(self, day: date, *, message_id: int, user_id: int, topic: str, helpful: bool) -> None:
        """Remember what a person thinks of an answer; under the same message it replaces what they thought before."""
        ballot = {
            "ballot": self._codes.ballot(user_id, message_id),
            "voter": self._codes.voter(user_id, topic),
            "topic": topic,
            "helpful": helpful,
            "day": day,
        }
        cast = self._insert(vote).values(ballot)
        async with transaction(self._engine) as connection:
            await connection.execute(cast.on_conflict_do_update(index_elements=[vote.c.ballot], set_=ballot))

    async def count_outcome(self, day: date, name: str) -> None:
        """Count a question by what became of it, such as `answer` or `unknown`."""
        await self._count(outcome, day=day, outcome=name)

    async def count_flag(self, day: date, flag_id: str, level: Level) -> None:
        """Count a warning that was shown."""
        await self._count(flag, day=day, flag=flag_id, level=level.value)

    async def count_near_miss(self, day: date, topic: str, confidence: float) -> None:
        """Count the nearest topic of an unanswered question; of `confidence` (0 to 1) only the band is kept."""
        await self._count(near_miss, day=day, topic=topic, band=band(confidence))

    async def totals(self, first: date, last: date) -> Totals:
        """Add up everything from the first day to the last, both included."""
        async with transaction(self._engine) as connection:
            outcomes = await _summed(connection, outcome, first, last)
            flags = await _summed(connection, flag, first, last)
            near_misses = await _summed(connection, near_miss, first, last)
            votes = await _votes(connection, first, last)
        return Totals(
            tuple(OutcomeTotal(*row) for row in outcomes),
            tuple(FlagTotal(flag_id, Level(level), times) for flag_id, level, times in flags),
            tuple(NearMissTotal(*row) for row in near_misses),
            votes,
        )

    async def forget(self, user_id: int) -> int:
        """Delete at once whatever is keyed by a person, and return how many votes that were."""
        async with transaction(self._engine) as connection:
            topics = await connection.scalars(select(vote.c.topic).distinct())
            voters = [self._codes.voter(user_id, topic) for topic in topics]
            return (await connection.execute(delete(vote).where(vote.c.voter.in_(voters)))).rowcount

    async def forget_old(self, today: date) -> int:
        """Delete whatever is past its keeping time (`kept.py`), and return how many rows that were."""
        async with transaction(self._engine) as connection:
            deleted = 0
            for kept in KEPT:
                if kept.days is not None:
                    table = METADATA.tables[kept.table]
                    old = table.c.day < today - timedelta(days=kept.days)
                    deleted += (await connection.execute(delete(table).where(old))).rowcount
            return deleted

    async def _count(self, table: Table, **row: date | str) -> None:
        """Add one to a counter, which begins with its first one."""
        first = self._insert(table).values(**row, count=1)
        more = first.on_conflict_do_update(index_elements=list(row), set_={"count": table.c.count + 1})
        async with transaction(self._engine) as connection:
            await connection.execute(more)

    def _insert(self, table: Table) -> postgresql.Insert | sqlite.Insert:
        """Return the database's own insert: what to do about a row that is there already is no standard SQL."""
        return sqlite.insert(table) if self._engine.dialect.name == "sqlite" else postgresql.insert(table)


def band(confidence: float) -> str:
    """Return the tenth a confidence lies in, such as `0.4-0.5`. Raises `ValueError` if it is not from 0 to 1."""
    if not 0 <= confidence <= 1:
        raise ValueError(f"confidence is {confidence}; it must be from 0 to 1")
    tenth = min(int(confidence * BANDS), BANDS - 1)
    return f"{tenth / BANDS:.1f}-{(tenth + 1) / BANDS:.1f}"


async def _summed(connection: AsyncConnection, counter: Table, first: date, last: date) -> list[tuple[Any, ...]]:
    """Return each combination of a counter's names with its sum, in order."""
    names = [column for column in counter.c if column.name not in ("day", "count")]
    wanted = select(*names, func.sum(counter.c.count)).where(counter.c.day.between(first, last)).group_by(*names)
    return sorted(tuple(row) for row in await connection.execute(wanted))


async def _votes(connection: AsyncConnection, first: date, last: date) -> tuple[VoteTotal, ...]:
    """Return the votes of each topic, in order."""
    helpful = func.sum(case((vote.c.helpful, 1), else_=0))
    wanted = select(vote.c.topic, helpful, func.count()).where(vote.c.day.between(first, last)).group_by(vote.c.topic)
    rows = await connection.execute(wanted)
    return tuple(VoteTotal(topic, yes, cast - yes) for topic, yes, cast in sorted(tuple(row) for row in rows))
