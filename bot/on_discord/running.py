"""`limber run`: start, serve until asked to stop, end cleanly."""

from __future__ import annotations

import asyncio
import gc
import logging
import signal
from contextlib import AsyncExitStack, suppress
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path

import aiohttp
import discord
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from bot.desk.desk import Desk
from bot.desk.service import Service
from bot.errors import LimberError, SettingError
from bot.index import open_answerer
from bot.logs import set_up_logging
from bot.on_discord.client import LimberClient
from bot.on_discord.front import Front, Scope
from bot.on_discord.health import health
from bot.on_discord.upkeep import Chores
from bot.settings import Settings, read_settings
from bot.store.migrating import migrate
from bot.store.store import Store

log = logging.getLogger(__name__)

TOKEN_REFUSED = 4004
"""The gateway's code for a token that is none, or none any more."""

TOLD_EVERY = 1.0
"""Seconds after which who has not begun to stop is told so again."""

RETRIES = (0.2, 0.5, 1.0)
"""Seconds to wait after each failed look for the gateway: a proxy may come up with us."""

UNKNOWN_BOT = "DISCORD_TOKEN is not a token Discord knows. Copy it again from the developer portal, page Bot."
NO_INTENT = (
    "Discord refused the intents that Limber asked for. ASK_CHANNEL_IDS needs the message content intent: switch it "
    "on in the developer portal, page Bot, or leave ASK_CHANNEL_IDS empty."
)


def run(folder: Path) -> int:
    """Run the bot until SIGTERM or Ctrl-C. Raises `SettingError` for a setting or token that cannot be used."""
    settings = read_settings()
    settings.require()
    set_up_logging(settings.log_format)
    knowledge = settings.knowledge_dir or folder
    answerer = open_answerer(knowledge, before_learning=lambda: log.info("learning from the knowledge files first"))
    # The index is some hundred thousand objects that live as long as we do. Looking through them for garbage, again
    # and again, held every reply up by up to 0.4 s (`python -m tests.wire.load`).
    gc.freeze()
    desk = Desk(answerer, settings.clinic(answerer.library), only_reviewed=settings.only_reviewed)
    try:
        asyncio.run(_serve(settings, desk, knowledge))
    except discord.LoginFailure as error:
        raise SettingError(UNKNOWN_BOT) from error
    except discord.PrivilegedIntentsRequired as error:
        raise SettingError(NO_INTENT) from error
    except discord.ConnectionClosed as error:
        if error.code == TOKEN_REFUSED:
            raise SettingError(UNKNOWN_BOT) from error
        raise LimberError(f"Discord closed the connection for good (code {error.code}).") from error
    return 0


async def _serve(settings: Settings, desk: Desk, knowledge: Path) -> None:
    """Stay until told to stop, at whatever point that comes; then close everything.

    It is told more than once, until it closes: `asyncio.wait_for`, on which discord.py waits, may swallow a cancelling
    before Python 3.12, and Limber then stayed for ever.
    """
    told, closing = _told_to_stop(), asyncio.Event()
    staying = asyncio.create_task(_stay(settings, desk, knowledge, closing))
    stopping = asyncio.create_task(told.wait())
    await asyncio.wait({staying, stopping}, return_when=asyncio.FIRST_COMPLETED)
    while not (staying.done() or closing.is_set()):
        staying.cancel()
        await asyncio.wait({staying}, timeout=TOLD_EVERY)
    stopping.cancel()
    with suppress(asyncio.CancelledError):
        await staying
    log.info("closed cleanly")


async def _stay(settings: Settings, desk: Desk, knowledge: Path, closing: asyncio.Event) -> None:
    """Connect and answer. Sets `closing` once it is on its way out."""
    if settings.discord_api_url:
        await _redirect(settings.discord_api_url, settings.discord_token.get_secret_value())
    await migrate(settings.database_url)
    async with AsyncExitStack() as stack:
        store = await Store.open(settings.database_url)
        stack.push_async_callback(store.close)
        service = Service(desk, store, lambda: datetime.now(UTC))
        scope = Scope(settings.guild_id, settings.ask_channel_ids, settings.staff_role_id, knowledge / "pictures")
        client = LimberClient(Front(service, scope))
        if settings.health_port:
            await stack.enter_async_context(health(client, settings.health_port))
        await stack.enter_async_context(client)
        upkeep = Chores(service, knowledge)
        upkeep.start()
        stack.push_async_callback(upkeep.stop)
        try:
            await client.start(settings.discord_token.get_secret_value())
        finally:
            closing.set()


def _told_to_stop() -> asyncio.Event:
    """Return what SIGTERM and Ctrl-C set: discord.py itself heeds only Ctrl-C."""
    told = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, told.set)
    return told


async def _redirect(base: str, token: str) -> None:
    """Send REST and gateway to another address than Discord's own, before anything else is sent.

    discord.py falls back to its default gateway on a failed resume, so the constant is set, not only the first address.
    Raises `SettingError` when nobody answers there.
    """
    Route.BASE = base.rstrip("/")
    for wait in RETRIES:
        try:
            DiscordWebSocket.DEFAULT_GATEWAY = URL(await _gateway(token))
        except (aiohttp.ClientError, KeyError, ValueError) as error:
            trouble = type(error).__name__
            log.warning("nothing that speaks like Discord answers at DISCORD_API_URL (%s)", trouble)
            await asyncio.sleep(wait)
        else:
            return
    raise SettingError(f"DISCORD_API_URL is {base}, and nothing that speaks like Discord answers there ({trouble}).")


async def _gateway(token: str) -> str:
    """Ask where the gateway is. Raises `SettingError` for a refused token, aiohttp's errors for the rest."""
    async with (
        aiohttp.ClientSession(headers={"Authorization": f"Bot {token}"}) as session,
        session.get(f"{Route.BASE}/gateway/bot") as response,
    ):
        if response.status == HTTPStatus.UNAUTHORIZED:
            raise SettingError(UNKNOWN_BOT)
        response.raise_for_status()
        return str((await response.json())["url"])
