"""A reception with a real SQLite file and a clock of the test's own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.answering.answer import Answerer
from bot.desk.desk import Desk
from bot.desk.service import Reception
from bot.store.store import Store
from tests.conftest import CLINIC
from tests.desk.stage import Clock, opened


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with opened(tmp_path) as held:
        yield held


@pytest.fixture
def reception(answerer: Answerer, store: Store, clock: Clock) -> Reception:
    return Reception(Desk(answerer, CLINIC), store, clock)
