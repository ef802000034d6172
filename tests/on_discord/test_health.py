"""The page that tells whoever watches whether Limber is connected."""

from __future__ import annotations

import math
import socket

import aiohttp
import discord
import pytest

from bot.on_discord.health import SLOWEST, health


class Connection(discord.Client):
    """A client whose connection is as the test says."""

    def __init__(self, latency: float, *, ready: bool) -> None:
        super().__init__(intents=discord.Intents.none())
        self._latency = latency
        self._is_ready = ready

    @property
    def latency(self) -> float:
        return self._latency

    def is_ready(self) -> bool:
        return self._is_ready


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.parametrize(
    ("latency", "ready", "status", "said"),
    [
        pytest.param(0.05, True, 200, "well\n", id="connected"),
        pytest.param(SLOWEST - 1, True, 200, "well\n", id="slow"),
        pytest.param(SLOWEST, True, 503, "not connected\n", id="too slow"),
        pytest.param(math.nan, True, 503, "not connected\n", id="no heartbeat yet"),
        pytest.param(math.inf, True, 503, "not connected\n", id="no shard"),
        pytest.param(0.05, False, 503, "not connected\n", id="not ready"),
    ],
)
async def test_the_page_says_whether_limber_is_connected(latency: float, ready: bool, status: int, said: str) -> None:
    port = free_port()
    async with (
        health(Connection(latency, ready=ready), port),
        aiohttp.ClientSession() as session,
        session.get(f"http://127.0.0.1:{port}/healthz") as response,
    ):
        assert (response.status, await response.text()) == (status, said)


async def test_the_page_is_gone_when_serving_ends() -> None:
    port = free_port()
    async with health(Connection(0.05, ready=True), port):
        pass
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=5)
