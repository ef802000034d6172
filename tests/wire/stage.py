"""A local Discord and real Limbers on it, held at the end to what always holds."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from tests.wire.double import LocalDiscord
from tests.wire.openapi import faults
from tests.wire.process import FENCE_MARK, Limber

Start = Callable[..., Awaitable[Limber]]
"""Starts a Limber with the settings given and returns it when it is up."""


@asynccontextmanager
async def discord_held() -> AsyncIterator[LocalDiscord]:
    """Serve a Discord; in the end nothing was asked of it that Discord does not have, or not like that."""
    discord = LocalDiscord()
    await discord.start()
    try:
        yield discord
    finally:
        await discord.stop()
    assert discord.violations == []
    assert faults(discord.rest.tape.items) == []


@asynccontextmanager
async def limbers_on(discord: LocalDiscord, folder: Path) -> AsyncIterator[Start]:
    """Start Limbers in a folder; in the end each stops on SIGTERM with 0, and none has called another host."""
    started: list[Limber] = []

    async def start(**settings: str) -> Limber:
        discord.gateway.ready.clear()
        limber = await Limber.launch(discord.api_url, folder, **settings)
        started.append(limber)
        await limber.until_ready(discord)
        return limber

    try:
        yield start
    finally:
        stops = [limber.stop() for limber in started if limber.running]
        statuses = await asyncio.gather(*stops, return_exceptions=True)
    assert statuses == [0] * len(statuses), started[-1].log
    assert [line for limber in started for line in limber.log.splitlines() if FENCE_MARK in line] == []


@asynccontextmanager
async def one_limber_on(folder: Path) -> AsyncIterator[LocalDiscord]:
    """Serve a Discord on which one Limber is up; in the end nobody has been answered twice."""
    async with discord_held() as discord:
        async with limbers_on(discord, folder) as start:
            await start()
            yield discord
        answered = Counter(shown.about for shown in discord.rest.messages.shown.items)
        assert [about for about, times in answered.items() if times > 1] == []
