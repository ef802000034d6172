"""What we say we keep is what we keep: the one table in code against the schema."""

from __future__ import annotations

from sqlalchemy import Connection, inspect

from bot.store.engine import open_engine, transaction
from bot.store.kept import KEPT, Keyed
from bot.store.store import Store
from bot.store.tables import METADATA
from tests.store.conftest import PATIENCE, Sql
from tests.store.test_store import ANNA, DAY, REMEMBER

DESCRIBED = {kept.table: sorted(field.column for field in kept.fields) for kept in KEPT}
ALEMBICS_OWN = "alembic_version"
"""Holds the name of the last migration, and nothing else."""


def _tables(connection: Connection) -> dict[str, list[str]]:
    schema = inspect(connection)
    return {table: sorted(column["name"] for column in schema.get_columns(table)) for table in schema.get_table_names()}


def test_every_table_and_column_in_code_is_described_and_none_twice() -> None:
    assert {name: sorted(table.c.keys()) for name, table in METADATA.tables.items()} == DESCRIBED
    assert len(KEPT) == len(DESCRIBED)


async def test_every_table_and_column_of_the_database_is_described(url: str) -> None:
    engine = open_engine(url, PATIENCE)
    async with transaction(engine) as connection:
        tables = await connection.run_sync(_tables)
    await engine.dispose()
    assert tables.pop(ALEMBICS_OWN) == ["version_num"]
    assert tables == DESCRIBED


def test_what_has_a_keeping_time_has_a_day() -> None:
    assert [kept.table for kept in KEPT if kept.days] == [k.table for k in KEPT if "day" in DESCRIBED[k.table]]


async def test_forgetting_a_person_empties_whatever_is_keyed_by_a_person(store: Store, sql: Sql) -> None:
    personal = [kept.table for kept in KEPT if kept.keyed_by is Keyed.PERSON]
    for table in personal:
        await REMEMBER[table](store, DAY)
    assert await store.forget(ANNA) == len(personal)
    for table in personal:
        assert await sql(f"SELECT 1 FROM {table}") == []  # noqa: S608 - a name of ours


def test_every_line_reads_as_part_of_a_sentence() -> None:
    lines = [line for kept in KEPT for line in (kept.what, kept.why, *(field.what for field in kept.fields))]
    assert not [line for line in lines if not line or line[0].isupper() or line.endswith(".")]
