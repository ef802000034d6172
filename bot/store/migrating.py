"""Bringing a database's tables up to date, which `limber run` does before it opens the store."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, text

from bot.errors import StoreError
from bot.store.engine import open_engine, transaction

PATIENCE = 60.0
"""Seconds to wait for another process that is setting the same database up."""

_TURN = 0x11B3A
"""The number of our advisory lock in PostgreSQL: any number that nothing else in the database takes."""


async def migrate(database_url: str) -> None:
    """Make or change the tables, all or nothing. Harmless when there is nothing to do, or when two processes start.

    Raises `StoreError` when the database does not let us, or was made by a newer Limber.
    """
    engine = open_engine(database_url, PATIENCE)
    try:
        async with transaction(engine) as connection:
            await connection.run_sync(_upgrade)
    except CommandError as error:
        raise StoreError(f"The database of DATABASE_URL was made by another version of Limber: {error}.") from error
    finally:
        await engine.dispose()


def _upgrade(connection: Connection) -> None:
    """Run Alembic in our own transaction. SQLite has its write lock by now; PostgreSQL must be told to take turns."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": _TURN})
    config = Config()
    config.set_main_option("script_location", "bot.store:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
