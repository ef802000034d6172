"""`limber run`: start, serve until asked to stop, end cleanly."""

from __future__ import annotations

import asyncio
import logging
import signal
from contextlib import AsyncExitStack, suppress
from datetime import UTC, datetime
from pathlib import Path

import discord
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from bot.desk.desk import Desk
from bot.desk.reception import Reception
from bot.errors import SettingError
from bot.logs import set_up_logging
from bot.on_discord.chores import Chores
from bot.on_discord.client import Ground, LimberClient
from bot.on_discord.health import health
from bot.opening import open_answerer
from bot.settings import Settings, read_settings
from bot.store.migrating import migrate
from bot.store.store import Store

log = logging.getLogger(__name__)


def run(folder: Path) -> int:
    """Run the bot until SIGTERM or Ctrl-C. Raises `SettingError` for a setting or token that cannot be used."""
    settings = read_settings()
    settings.require()
    set_up_logging(settings.log_format)
    knowledge = settings.knowledge_dir or folder
    answerer = open_answerer(knowledge)
    desk = Desk(answerer, settings.clinic(answerer.library), only_reviewed=settings.only_reviewed)
    try:
        asyncio.run(_serve(settings, desk, knowledge))
    except discord.LoginFailure as error:
        raise SettingError(
            "DISCORD_TOKEN is not a token Discord knows. Copy it again from the developer portal, page Bot."
        ) from error
    except discord.PrivilegedIntentsRequired as error:
        raise SettingError(
            "Discord refused the message content intent that ASK_CHANNEL_IDS needs; switch it on in the developer "
            "portal, page Bot, or leave ASK_CHANNEL_IDS empty."
        ) from error
    return 0


async def _serve(settings: Settings, desk: Desk, knowledge: Path) -> None:
    """Connect and stay until told to stop; then finish what is in flight and close everything."""
    if settings.discord_api_url:
        await _redirect(settings.discord_api_url)
    await migrate(settings.database_url)
    store = await Store.open(settings.database_url)
    reception = Reception(desk, store, lambda: datetime.now(UTC))
    ground = Ground(settings.guild_id, settings.ask_channel_ids, settings.staff_role_id, knowledge / "pictures")
    client = LimberClient(reception, ground, Chores(reception, knowledge))
    _stop_on_signals()
    async with AsyncExitStack() as closing:
        closing.push_async_callback(store.close)
        if settings.health_port:
            await closing.enter_async_context(health(client, settings.health_port))
        await closing.enter_async_context(client)
        with suppress(asyncio.CancelledError):
            await client.start(settings.discord_token.get_secret_value())
    log.info("closed cleanly")


def _stop_on_signals() -> None:
    """Let SIGTERM and Ctrl-C cancel the task that serves: discord.py itself heeds only Ctrl-C."""
    serving = asyncio.current_task()
    assert serving is not None  # noqa: S101 - a coroutine under asyncio.run has a task
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, serving.cancel)


async def _redirect(base: str) -> None:
    """Send REST and gateway to another address than Discord's own, before anything is sent.

    discord.py falls back to its default gateway on a failed resume, so the constant is set, not only the first address.
    """
    import aiohttp

    Route.BASE = base.rstrip("/")
    async with aiohttp.ClientSession() as session, session.get(f"{Route.BASE}/gateway/bot") as response:
        DiscordWebSocket.DEFAULT_GATEWAY = URL((await response.json())["url"])
