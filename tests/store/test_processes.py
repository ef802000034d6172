"""Several processes on one database, one that is killed, and one whose disk is full."""

from __future__ import annotations

import asyncio
import resource
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable
from pathlib import Path

from bot.store.migrating import migrate
from bot.store.store import Store
from bot.store.totals import OutcomeTotal
from tests.store.conftest import PATIENCE, Sql
from tests.store.writing import DAY

ROOT = Path(__file__).parents[2]
FULL_AT = 64 * 1024
"""Bytes: room for the tables and a few counts in SQLite's log."""


async def start(url: str, times: int, before: Callable[[], None] | None = None) -> Process:
    command = (sys.executable, "-m", "tests.store.writing", url, str(times))
    return await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdout=PIPE, stderr=PIPE, preexec_fn=before)


async def counted(url: str) -> int:
    store = await Store.open(url, PATIENCE)
    totals = await store.totals(DAY, DAY)
    await store.close()
    return sum(total.count for total in totals.outcomes)


async def test_processes_that_start_at_once_set_up_once_and_lose_no_count(empty: str, sql: Sql) -> None:
    processes = [await start(empty, 50) for _ in range(4)]
    ends = await asyncio.gather(*(process.communicate() for process in processes))
    assert [process.returncode for process in processes] == [0] * 4, ends
    assert await counted(empty) == 4 * 50
    assert await sql("SELECT id FROM secret") == [(1,)]


async def test_a_killed_process_loses_nothing_it_had_confirmed_and_locks_nobody_out(url: str) -> None:
    process = await start(url, 1_000_000)
    assert process.stdout is not None
    confirmed = [await process.stdout.readline() for _ in range(20)]
    process.kill()
    rest, _ = await process.communicate()
    said = len(confirmed) + rest.count(b"\n")
    store = await Store.open(url, PATIENCE)
    await store.count_outcome(DAY, "unknown")
    totals = await store.totals(DAY, DAY)
    await store.close()
    answered, unknown = totals.outcomes
    assert answered.count in (said, said + 1)
    assert unknown == OutcomeTotal("unknown", 1)


def _fill_the_disk() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (FULL_AT, FULL_AT))


async def test_a_full_disk_is_a_sentence_and_what_was_confirmed_stays(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/limber.sqlite3"
    await migrate(url)
    process = await start(url, 1_000, _fill_the_disk)
    said, errors = await process.communicate()
    assert process.returncode == 1
    assert b"StoreError: The database of DATABASE_URL cannot do this: " in errors
    assert 0 < said.count(b"\n") < 1_000
    assert await counted(url) == said.count(b"\n")
