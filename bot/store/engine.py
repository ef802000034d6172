"""From DATABASE_URL, as people write it, to an engine; and one transaction that fails with one kind of error."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import URL, Connection, event, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.errors import SettingError, StoreError

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPIConnection
    from sqlalchemy.pool import ConnectionPoolEntry

PATIENCE = 5.0
"""Seconds a call waits for a busy database before it gives up: a person who pressed a button still waits that long."""

EXPECTED = "it must be sqlite:///file or postgresql://user:password@host/name"

_PRAGMAS = (
    "PRAGMA journal_mode=WAL",  # who reads does not stop who writes, and a killed process leaves no torn file
    "PRAGMA synchronous=NORMAL",  # enough for WAL: a power cut may lose the last votes, never the file
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",  # what is forgotten is overwritten, not only unlinked
)

_UNKNOWN_TO_DRIVER = ("channel_binding",)
"""What hosts write into an address and asyncpg would hand to the server as a setting, which the server refuses."""


def open_engine(database_url: str, patience: float) -> AsyncEngine:
    """Return an engine that waits `patience` seconds for a busy database. Nothing is connected yet.

    Raises `SettingError` for an address that is neither SQLite's nor PostgreSQL's.
    """
    try:
        url = make_url(database_url)
    except (ArgumentError, ValueError) as error:
        raise SettingError(f"DATABASE_URL is no database address; {EXPECTED}.") from error
    match url.drivername.split("+")[0]:
        case "sqlite":
            return _sqlite(url, patience)
        case "postgresql" | "postgres":
            return _postgresql(url, patience)
        case other:
            raise SettingError(f"DATABASE_URL begins with {other!r}; {EXPECTED}.")


@asynccontextmanager
async def transaction(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """Do all of a block or nothing of it. Raises `StoreError` when the database does not let us."""
    try:
        async with engine.begin() as connection:
            yield connection
    except (SQLAlchemyError, OSError) as error:
        raise StoreError(f"The database of DATABASE_URL cannot do this: {_reason(error)}.") from error


def _sqlite(url: URL, patience: float) -> AsyncEngine:
    """Open a file through one connection: SQLite has one writer, and in a queue of ours nobody is turned away."""
    if url.database in (None, "", ":memory:"):
        raise SettingError("DATABASE_URL names no file; a database in memory would forget at every restart.")
    folder = Path(url.database.removeprefix("file:")).parent
    if not folder.is_dir():
        raise SettingError(
            f"DATABASE_URL names a file in {str(folder)!r}, which is no folder; make it or name another."
        )
    engine = create_async_engine(
        url.set(drivername="sqlite+aiosqlite"),
        pool_size=1,
        max_overflow=0,
        pool_timeout=patience,
        hide_parameters=True,  # what is stored never stands in an error or a log
        connect_args={"timeout": patience, "isolation_level": None},
    )
    event.listen(engine.sync_engine, "connect", _prepare)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _prepare(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin(connection: Connection) -> None:
    """Take the write lock at once: a transaction that reads first and then writes would not be let wait for it."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _postgresql(url: URL, patience: float) -> AsyncEngine:
    """Open PostgreSQL. The driver reads the address itself, so that `sslmode` and the like mean what they always do."""
    known = url.set(drivername="postgresql").difference_update_query(_UNKNOWN_TO_DRIVER)
    try:
        return create_async_engine(
            "postgresql+asyncpg://",
            pool_pre_ping=True,  # a database that was restarted is met by a fresh connection, not by an error
            pool_timeout=patience,
            hide_parameters=True,
            connect_args={
                "dsn": known.render_as_string(hide_password=False),
                "timeout": patience,
                "command_timeout": patience,
            },
        )
    except ModuleNotFoundError as error:
        raise SettingError(
            "DATABASE_URL names PostgreSQL; for its driver, install Limber as limber[postgres]."
        ) from error


def _reason(error: SQLAlchemyError | OSError) -> str:
    """Return the driver's own first line."""
    raw = getattr(error, "orig", None) or error
    raw = raw.__cause__ or raw
    return (str(raw) or type(raw).__name__).splitlines()[0].rstrip(".")
