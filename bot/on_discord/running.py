"""`limber run`: start, serve until asked to stop, end cleanly."""

from __future__ import annotations

import asyncio
import logging
import signal
from pathlib import Path

import discord
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from bot.desk.desk import Desk
from bot.errors import SettingError
from bot.on_discord.client import LimberClient
from bot.opening import open_answerer
from bot.settings import Settings, read_settings

log = logging.getLogger(__name__)


def run(folder: Path) -> int:
    """Run the bot until SIGTERM or Ctrl-C. Raises `SettingError` for a setting or token that cannot be used."""
    settings = read_settings()
    settings.require()
    discord.utils.setup_logging(root=True)
    answerer = open_answerer(settings.knowledge_dir or folder)
    desk = Desk(answerer, settings.clinic(answerer.library))
    try:
        asyncio.run(_serve(settings, desk))
    except discord.LoginFailure as error:
        raise SettingError(
            "DISCORD_TOKEN is not a token Discord knows. Copy it again from the developer portal, page Bot."
        ) from error
    except discord.PrivilegedIntentsRequired as error:
        raise SettingError("Discord refused an intent; switch it on in the developer portal, page Bot.") from error
    return 0


async def _serve(settings: Settings, desk: Desk) -> None:
    """Connect and stay until told to stop."""
    if settings.discord_api_url:
        await _redirect(settings.discord_api_url)
    client = LimberClient(desk)
    loop = asyncio.get_running_loop()
    serving = asyncio.current_task()
    assert serving is not None  # noqa: S101 - a coroutine under asyncio.run has a task
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, serving.cancel)
    try:
        async with client:
            await client.start(settings.discord_token.get_secret_value())
    except asyncio.CancelledError:
        log.info("asked to stop: closed cleanly")


async def _redirect(base: str) -> None:
    """Send REST and gateway to another address than Discord's own, before anything is sent.

    discord.py falls back to its default gateway on a failed resume, so the constant is set, not only the first address.
    """
    import aiohttp

    Route.BASE = base.rstrip("/")
    async with aiohttp.ClientSession() as session, session.get(f"{Route.BASE}/gateway/bot") as response:
        DiscordWebSocket.DEFAULT_GATEWAY = URL((await response.json())["url"])
