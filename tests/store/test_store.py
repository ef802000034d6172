"""What the store remembers and forgets; every test on both databases."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.library import Level
from bot.store.kept import KEPT
from bot.store.migrating import migrate
from bot.store.store import Store, band
from bot.store.totals import FlagTotal, NearMissTotal, OutcomeTotal, Totals, VoteTotal
from tests.store.conftest import Sql

DAY = date(2026, 3, 2)
ANNA, BEN = 804_112_233_445_566_778, 804_112_233_445_566_779
MESSAGE = 1_403_000_000_000_000_001
MARK = "marked-topic"
PATIENTS_WORDS = "My hamstrings hurt since the birth"

Ballot = tuple[int, int, str, bool]


async def cast(store: Store, person: int, message: int, topic: str, helpful: bool, day: date = DAY) -> None:
    await store.vote(day, message_id=message, user_id=person, topic=topic, helpful=helpful)


async def on(store: Store, day: date) -> Totals:
    return await store.totals(day, day)


REMEMBER: dict[str, Callable[[Store, date], Awaitable[None]]] = {
    "vote": lambda store, day: cast(store, ANNA, day.toordinal(), "sciatica", True, day),
    "outcome": lambda store, day: store.count_outcome(day, "answer"),
    "flag": lambda store, day: store.count_flag(day, "rf-cancer", Level.SOON),
    "near_miss": lambda store, day: store.count_near_miss(day, "sciatica", 0.5),
}
"""One row a table, of a day."""


@pytest.mark.parametrize(
    ("ballots", "total"),
    [
        pytest.param([(ANNA, 1, "sciatica", True)], [VoteTotal("sciatica", 1, 0)], id="one vote"),
        pytest.param(
            [(ANNA, 1, "sciatica", True), (ANNA, 1, "sciatica", False)],
            [VoteTotal("sciatica", 0, 1)],
            id="a second vote replaces the first",
        ),
        pytest.param(
            [(ANNA, 1, "sciatica", True), (ANNA, 1, "posture", True)],
            [VoteTotal("posture", 1, 0)],
            id="also when it is about another topic",
        ),
        pytest.param(
            [(ANNA, 1, "sciatica", True), (BEN, 1, "sciatica", False)],
            [VoteTotal("sciatica", 1, 1)],
            id="two people under one message",
        ),
        pytest.param(
            [(ANNA, 1, "sciatica", True), (ANNA, 2, "sciatica", True), (BEN, 3, "posture", False)],
            [VoteTotal("posture", 0, 1), VoteTotal("sciatica", 2, 0)],
            id="several messages",
        ),
    ],
)
async def test_one_person_has_one_vote_under_a_message(
    store: Store, ballots: list[Ballot], total: list[VoteTotal]
) -> None:
    for ballot in ballots:
        await cast(store, *ballot)
    assert (await on(store, DAY)).votes == tuple(total)


async def test_forty_clicks_at_once_leave_one_vote(store: Store) -> None:
    await asyncio.gather(*(cast(store, ANNA, 1, "sciatica", click % 2 == 0) for click in range(40)))
    (vote,) = (await on(store, DAY)).votes
    assert vote.helpful + vote.unhelpful == 1


async def test_a_vote_that_is_changed_counts_on_the_day_of_the_change(store: Store) -> None:
    await cast(store, ANNA, 1, "sciatica", True, DAY)
    await cast(store, ANNA, 1, "sciatica", False, DAY + timedelta(days=1))
    assert (await on(store, DAY)).votes == ()
    assert (await on(store, DAY + timedelta(days=1))).votes == (VoteTotal("sciatica", 0, 1),)


async def test_counters_add_up_by_name_over_the_days_asked_for(store: Store) -> None:
    for day in (DAY - timedelta(days=1), DAY, DAY, DAY + timedelta(days=1), DAY + timedelta(days=2)):
        await store.count_outcome(day, "answer")
        await store.count_flag(day, "rf-cauda-equina", Level.EMERGENCY)
        await store.count_near_miss(day, "sciatica", 0.41)
    await store.count_outcome(DAY, "unknown")
    await store.count_flag(DAY, "rf-cauda-equina", Level.SAME_DAY)
    await store.count_near_miss(DAY, "sciatica", 0.09)
    assert await store.totals(DAY, DAY + timedelta(days=1)) == Totals(
        (OutcomeTotal("answer", 3), OutcomeTotal("unknown", 1)),
        (FlagTotal("rf-cauda-equina", Level.EMERGENCY, 3), FlagTotal("rf-cauda-equina", Level.SAME_DAY, 1)),
        (NearMissTotal("sciatica", "0.0-0.1", 1), NearMissTotal("sciatica", "0.4-0.5", 3)),
        (),
    )


async def test_no_count_is_lost_when_many_come_at_once(store: Store) -> None:
    await asyncio.gather(*(store.count_outcome(DAY, "answer") for _ in range(100)))
    assert (await on(store, DAY)).outcomes == (OutcomeTotal("answer", 100),)


async def test_a_call_that_is_cancelled_leaves_the_store_usable(store: Store) -> None:
    for turns in range(30):
        doing = asyncio.create_task(store.count_outcome(DAY, "answer"))
        for _ in range(turns):
            await asyncio.sleep(0)
        doing.cancel()
        await asyncio.wait([doing])
    await store.count_outcome(DAY, "unknown")
    assert OutcomeTotal("unknown", 1) in (await on(store, DAY)).outcomes


@pytest.mark.parametrize(
    ("confidence", "kept"),
    [(0.0, "0.0-0.1"), (0.0999, "0.0-0.1"), (0.1, "0.1-0.2"), (0.3, "0.3-0.4"), (0.999, "0.9-1.0"), (1.0, "0.9-1.0")],
)
def test_of_a_confidence_only_its_tenth_is_kept(confidence: float, kept: str) -> None:
    assert band(confidence) == kept


@pytest.mark.parametrize("confidence", [-0.01, 1.01, float("nan"), float("inf")])
def test_a_confidence_that_is_none_is_refused(confidence: float) -> None:
    with pytest.raises(ValueError, match="must be from 0 to 1"):
        band(confidence)


@pytest.mark.parametrize(
    "slip",
    [
        lambda store: cast(store, ANNA, 1, PATIENTS_WORDS, True),
        lambda store: store.count_outcome(DAY, PATIENTS_WORDS),
        lambda store: store.count_flag(DAY, PATIENTS_WORDS, Level.SOON),
        lambda store: store.count_near_miss(DAY, PATIENTS_WORDS, 0.5),
        lambda store: store.count_outcome(DAY, "x" * 65),
        lambda store: store.count_outcome(DAY, ""),
        lambda store: store.count_outcome(DAY, str(ANNA) + "\n"),
    ],
)
async def test_what_is_no_id_of_ours_is_refused_and_not_repeated(
    store: Store, slip: Callable[[Store], Awaitable[None]]
) -> None:
    with pytest.raises(StoreError, match="a name is 1 to 64") as caught:
        await slip(store)
    assert PATIENTS_WORDS not in "".join(traceback.format_exception(caught.value))
    assert await on(store, DAY) == Totals((), (), (), ())


async def test_a_person_is_forgotten_at_once_and_others_are_not(store: Store) -> None:
    for message, topic in enumerate(("sciatica", "sciatica", "posture")):
        await cast(store, ANNA, message, topic, True)
    await cast(store, BEN, 0, "sciatica", False)
    assert await store.forget(ANNA) == 3
    assert (await on(store, DAY)).votes == (VoteTotal("sciatica", 0, 1),)
    assert await store.forget(ANNA) == 0


async def test_neither_person_nor_message_can_be_read_in_a_vote_and_topics_are_not_linked(
    store: Store, sql: Sql
) -> None:
    for message, topic in ((MESSAGE, "sciatica"), (MESSAGE + 1, "posture"), (MESSAGE + 2, "sleep")):
        await cast(store, ANNA, message, topic, True)
    rows = await sql("SELECT * FROM vote")
    codes = {value for row in rows for value in row if isinstance(value, bytes)}
    assert len(codes) == 6
    assert not [n for n in (ANNA, MESSAGE) for code in codes if n.to_bytes(8) in code or str(n).encode() in code]
    assert not [n for n in (ANNA, MESSAGE) if str(n) in repr(rows)]


async def test_what_is_forgotten_is_gone_from_the_file(tmp_path: Path) -> None:
    file = tmp_path / "limber.sqlite3"
    await migrate(f"sqlite:///{file}")
    for forgotten in (False, True):
        store = await Store.open(f"sqlite:///{file}")
        await cast(store, ANNA, MESSAGE, MARK, True)
        if forgotten:
            await store.forget(ANNA)
        await store.close()
        assert (MARK.encode() in await asyncio.to_thread(file.read_bytes)) is not forgotten


@pytest.mark.parametrize("table", REMEMBER)
async def test_what_is_past_its_keeping_time_goes_and_the_day_before_stays(store: Store, sql: Sql, table: str) -> None:
    days = next(kept.days for kept in KEPT if kept.table == table)
    assert days is not None
    last_kept = DAY - timedelta(days=days)
    for day in (DAY, last_kept, last_kept - timedelta(days=1), last_kept - timedelta(days=400)):
        await REMEMBER[table](store, day)
    assert await store.forget_old(DAY) == 2
    left = {str(day) for (day,) in await sql(f"SELECT day FROM {table}")}  # noqa: S608 - a name of ours
    assert left == {str(DAY), str(last_kept)}


def test_every_table_with_a_keeping_time_is_tried() -> None:
    assert set(REMEMBER) == {kept.table for kept in KEPT if kept.days is not None}


async def test_forgetting_is_all_or_nothing(store: Store, sql: Sql) -> None:
    await REMEMBER["vote"](store, date(2020, 1, 1))
    await sql("DROP TABLE near_miss")
    with pytest.raises(StoreError):
        await store.forget_old(DAY)
    assert await sql("SELECT topic FROM vote") == [("sciatica",)]
