"""A local Discord for each test, and real Limber processes that talk to it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.answering.answer import Answerer
from tests.wire.double import LocalDiscord
from tests.wire.process import Limber
from tests.wire.stage import Start, discord_held, limbers_on, one_limber_on


@pytest.fixture(autouse=True)
def index(answerer: Answerer) -> Answerer:
    """The index is made once, before any process starts, so that none spends its start on that."""
    return answerer


@pytest.fixture
async def local() -> AsyncIterator[LocalDiscord]:
    """A Discord of one's own."""
    async with discord_held() as discord:
        yield discord


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def up(answerer: Answerer, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[LocalDiscord]:
    """A Discord on which one Limber is up for all tests of a module: a start takes a second.

    Each test is then other people in other channels, and its module runs in one loop (`loop_scope="module"`).
    """
    async with one_limber_on(tmp_path_factory.mktemp("limber")) as discord:
        yield discord


@pytest.fixture
async def start(local: LocalDiscord, tmp_path: Path) -> AsyncIterator[Start]:
    """Start a Limber and wait until it is up."""
    async with limbers_on(local, tmp_path) as start_limber:
        yield start_limber


@pytest.fixture
async def limber(start: Start) -> Limber:
    """One Limber that is up."""
    return await start()
