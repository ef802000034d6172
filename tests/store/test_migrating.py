"""The steps that make the tables."""

from __future__ import annotations

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from bot.errors import StoreError
from bot.store.engine import open_engine, transaction
from bot.store.migrating import migrate
from bot.store.store import Store
from bot.store.tables import METADATA
from bot.store.totals import VoteTotal
from tests.store.conftest import PATIENCE, Sql
from tests.store.test_store import ANNA, DAY, cast


def _differences(connection: Connection) -> list[object]:
    return list(compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), METADATA))


async def test_the_steps_make_the_tables_that_the_code_expects(url: str) -> None:
    engine = open_engine(url, PATIENCE)
    async with transaction(engine) as connection:
        differences = await connection.run_sync(_differences)
    await engine.dispose()
    assert differences == []


async def test_migrating_twice_keeps_what_is_there_and_the_key(url: str) -> None:
    before = await Store.open(url)
    await cast(before, ANNA, 1, "sciatica", True)
    await before.close()
    await migrate(url)
    after = await Store.open(url)
    await cast(after, ANNA, 1, "sciatica", False)
    votes = (await after.totals(DAY, DAY)).votes
    await after.close()
    assert votes == (VoteTotal("sciatica", 0, 1),)


async def test_a_step_that_fails_leaves_nothing_behind(empty: str, sql: Sql) -> None:
    await sql("CREATE TABLE secret (mine INTEGER)")
    with pytest.raises(StoreError, match="secret"):
        await migrate(empty)
    await sql("DROP TABLE secret")
    await migrate(empty)
    assert await sql("SELECT id FROM secret") == [(1,)]


async def test_a_database_of_a_newer_limber_is_left_alone(url: str, sql: Sql) -> None:
    await sql("UPDATE alembic_version SET version_num = 'from-tomorrow'")
    with pytest.raises(StoreError, match=r"another version of Limber.*from-tomorrow"):
        await migrate(url)
    assert await sql("SELECT version_num FROM alembic_version") == [("from-tomorrow",)]


async def test_every_database_has_a_long_key_and_a_place_for_one_only(url: str, sql: Sql) -> None:
    assert await sql("SELECT id, length(key) FROM secret") == [(1, 32)]
    with pytest.raises(StoreError):
        await sql("INSERT INTO secret (id, key) SELECT 2, key FROM secret")
