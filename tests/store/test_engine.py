"""Addresses as people write them, and databases that do not let us in."""

from __future__ import annotations

import asyncio
import os
import sys
import traceback
from datetime import date
from pathlib import Path

import pytest

from bot.errors import SettingError, StoreError
from bot.store.codes import Codes
from bot.store.engine import open_engine
from bot.store.migrating import migrate
from bot.store.store import Store
from bot.store.totals import OutcomeTotal
from tests.store.conftest import PATIENCE, Lock

DAY = date(2026, 3, 2)
MARK = "marked-topic"
AT_ONCE = 0.05
"""Seconds of patience where waiting cannot help."""


@pytest.mark.parametrize("scheme", ["sqlite", "sqlite+aiosqlite", "sqlite+pysqlite"])
async def test_a_sqlite_file_is_opened_however_its_driver_is_written(tmp_path: Path, scheme: str) -> None:
    url = f"{scheme}:///{tmp_path}/a b%20c.sqlite3"
    await migrate(url)
    await (await Store.open(url)).close()
    assert os.listdir(tmp_path) == ["a b c.sqlite3"]


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+asyncpg", "postgresql+psycopg2"])
@pytest.mark.parametrize("query", ["", "&sslmode=disable", "&sslmode=prefer&channel_binding=prefer"])
async def test_postgresql_is_opened_however_it_is_written(postgres: str, scheme: str, query: str) -> None:
    url = postgres.replace("postgresql", scheme, 1) + query
    await migrate(url)
    await (await Store.open(url)).close()


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("limber.sqlite3", "is no database address; it must be sqlite:///file"),
        ("", "is no database address"),
        ("postgresql://anna:hunter2@host:port/name", "is no database address"),
        ("mysql://anna:hunter2@host/name", "begins with 'mysql'; it must be"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        ("sqlite:////nowhere/limber.sqlite3", "names a file in '/nowhere', which is no folder"),
    ],
)
def test_an_address_that_cannot_be_used_is_said_without_its_password(url: str, sentence: str) -> None:
    with pytest.raises(SettingError, match=sentence) as caught:
        open_engine(url, PATIENCE)
    assert "DATABASE_URL" in str(caught.value)
    assert "hunter2" not in str(caught.value)


def test_postgresql_without_its_driver_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "asyncpg", None)
    with pytest.raises(SettingError, match=r"limber\[postgres\]"):
        open_engine("postgresql://host/name", PATIENCE)


@pytest.mark.parametrize(
    "url",
    ["postgresql://anna:hunter2@127.0.0.1:1/x", "postgresql://u@host.invalid/x"],
)
async def test_a_database_that_is_not_there_is_said_in_a_sentence(url: str) -> None:
    with pytest.raises(StoreError, match=r"^The database of DATABASE_URL cannot do this: .+\.$") as caught:
        await Store.open(url)
    assert "hunter2" not in str(caught.value)


async def test_a_database_without_tables_is_not_opened(empty: str) -> None:
    with pytest.raises(StoreError, match="secret"):
        await Store.open(empty)


async def test_a_locked_database_gives_up_writes_nothing_and_works_again(url: str, locked: Lock) -> None:
    store = await Store.open(url, AT_ONCE)
    async with locked():
        with pytest.raises(StoreError):
            await store.count_outcome(DAY, "answer")
        with pytest.raises(StoreError):
            await store.vote(DAY, message_id=1, user_id=2, topic="sciatica", helpful=True)
        with pytest.raises(StoreError):
            await Store.open(url, AT_ONCE)
    await store.count_outcome(DAY, "answer")
    totals = await store.totals(DAY, DAY)
    await store.close()
    assert (totals.outcomes, totals.votes) == ((OutcomeTotal("answer", 1),), ())


async def test_a_database_that_cannot_be_written_is_neither_opened_nor_changed(url: str) -> None:
    with pytest.raises(StoreError, match=r"read-?only"):
        await Store.open(_readonly(url))
    store = Store(open_engine(_readonly(url), PATIENCE), Codes(b"k" * 32))
    try:
        with pytest.raises(StoreError, match=r"read-?only") as caught:
            await store.vote(DAY, message_id=1, user_id=2, topic=MARK, helpful=True)
        with pytest.raises(StoreError, match=r"read-?only"):
            await store.forget_old(DAY)
    finally:
        await store.close()
    assert MARK not in "".join(traceback.format_exception(caught.value))


async def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    notes = b"not a database, and longer than the header of one: " * 4
    await asyncio.to_thread(file.write_bytes, notes)
    with pytest.raises(StoreError, match="not a database"):
        await migrate(f"sqlite:///{file}")
    assert await asyncio.to_thread(file.read_bytes) == notes


def _readonly(url: str) -> str:
    """Return an address under which the same database cannot be written, whoever runs the tests."""
    if url.startswith("sqlite"):
        return url.replace("sqlite:///", "sqlite:///file:") + "?mode=ro&uri=true"
    return url + "&default_transaction_read_only=on"
