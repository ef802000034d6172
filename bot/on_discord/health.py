"""A page that tells whoever watches the process whether it is connected."""

from __future__ import annotations

import math
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import discord
from aiohttp import web

SLOWEST = 60.0
"""Seconds of gateway latency from which the connection counts as lost: discord.py's own heartbeat time-out."""


@asynccontextmanager
async def health(client: discord.Client, port: int) -> AsyncIterator[None]:
    """Serve `/healthz` on this machine only: 200 while connected, 503 otherwise."""

    async def answer(_: web.Request) -> web.Response:
        well = client.is_ready() and math.isfinite(client.latency) and client.latency < SLOWEST
        return web.Response(text="well\n" if well else "not connected\n", status=200 if well else 503)

    app = web.Application()
    app.router.add_get("/healthz", answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        yield
    finally:
        await runner.cleanup()
