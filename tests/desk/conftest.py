"""A service with a real SQLite file and a clock of the test's own."""

from __future__ import annotations

import pytest

from bot.answering.answer import Answerer
from bot.desk.desk import Desk
from bot.desk.service import Service
from bot.store.store import Store
from tests.desk.stage import CLINIC, Clock


@pytest.fixture
def service(answerer: Answerer, store: Store, clock: Clock) -> Service:
    return Service(Desk(answerer, CLINIC), store, clock)
