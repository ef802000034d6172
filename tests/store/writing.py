"""A process of its own that sets a database up and counts: `python -m tests.store.writing URL TIMES`."""

from __future__ import annotations

import asyncio
import sys
from datetime import date

from bot.store.migrating import migrate
from bot.store.store import Store

DAY = date(2026, 3, 2)


async def write(url: str, times: int) -> None:
    """Count one question after the other, and say so after each."""
    await migrate(url)
    store = await Store.open(url)
    try:
        for number in range(1, times + 1):
            await store.count_outcome(DAY, "answer")
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()
    finally:
        await store.close()


if __name__ == "__main__":
    asyncio.run(write(sys.argv[1], int(sys.argv[2])))
