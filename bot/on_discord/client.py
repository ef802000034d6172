"""The client: events in, cards out. Every way of asking ends in one place, and so does every error."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import discord
from discord import app_commands

from bot.desk.card import Card, Tone, Where
from bot.desk.desk import Desk
from bot.desk.notices import Notice
from bot.desk.service import Asked, Service
from bot.index import FOLDER
from bot.on_discord.buttons import LimberButton
from bot.on_discord.command_sync import sync
from bot.on_discord.commands import add_commands
from bot.on_discord.incidents import Failing
from bot.on_discord.layout import parts_of, quote
from bot.on_discord.presses import press
from bot.on_discord.upkeep import Chores

log = logging.getLogger(__name__)

Interaction = discord.Interaction[Any]

LONGEST_GOODBYE = 10.0
"""Seconds a stop waits for replies under way: a rate limit of 5 s is survived; service managers kill after 30."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Where Limber serves: one server or all, its ask-channels, its staff, and where the pictures lie."""

    guild: int | None = None
    ask_channels: frozenset[int] = frozenset()
    staff_role: int | None = None
    pictures: Path = FOLDER / "pictures"


def intents(ground: Ground) -> discord.Intents:
    """Return what Limber listens to. Only ask-channels need the privileged message content intent."""
    wanted = discord.Intents.none()
    wanted.guilds = True
    wanted.guild_messages = True
    wanted.dm_messages = True
    wanted.message_content = bool(ground.ask_channels)
    return wanted


class LimberTree(app_commands.CommandTree["LimberClient"]):
    """The command tree: serves where Limber serves, and sends errors where all errors go."""

    async def interaction_check(self, interaction: discord.Interaction[LimberClient], /) -> bool:
        """Refuse a server that is not served."""
        if self.client.serves(interaction.guild_id):
            return True
        if interaction.type is discord.InteractionType.autocomplete:
            await interaction.response.autocomplete([])
        else:
            await self.client.show(interaction, self.client.desk.notice(Notice.NOT_SERVED))
        return False

    async def on_error(
        self, interaction: discord.Interaction[LimberClient], error: app_commands.AppCommandError
    ) -> None:
        """Answer with a calm sentence and an id."""
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        await self.client.failing.tell(interaction, cause)


class LimberClient(discord.Client):
    """Limber on Discord. What it knows and says comes from the desk; whom it serves, from the ground."""

    def __init__(self, service: Service, ground: Ground | None = None, chores: Chores | None = None) -> None:
        self.ground = ground or Ground()
        super().__init__(
            intents=intents(self.ground),
            allowed_mentions=discord.AllowedMentions.none(),
            chunk_guilds_at_startup=False,
        )
        self.service = service
        self.failing = Failing(lambda: self.desk)
        self.tree = LimberTree(self)
        self._chores = chores
        self._replies = 0
        self._idle = asyncio.Event()
        self._idle.set()
        add_commands(self.tree)

    @property
    def desk(self) -> Desk:
        """The desk that is being served."""
        return self.service.desk

    def serves(self, guild: int | None) -> bool:
        """Return whether Limber serves a server; direct messages are always served."""
        return guild is None or self.ground.guild in (None, guild)

    async def setup_hook(self) -> None:
        """Revive old buttons and bring the commands up to date. Runs once, before the first event."""
        self.add_dynamic_items(LimberButton)
        if self.shard_id in (None, 0):
            await sync(self.tree)
        if self._chores:
            self._chores.start()

    async def close(self) -> None:
        """Let chores and replies that are under way be finished, then leave."""
        if self._chores:
            await self._chores.stop()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._idle.wait(), LONGEST_GOODBYE)
        await super().close()

    @contextmanager
    def _replying(self) -> Iterator[None]:
        """Count a reply that is under way, so that a stop waits for it."""
        self._replies += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._replies -= 1
            if not self._replies:
                self._idle.set()

    async def on_message(self, message: discord.Message) -> None:
        """Answer a mention, a reply that pings, a direct message, or a message in an ask-channel; people only."""
        if message.author.bot or message.webhook_id or message.is_system():
            return
        if not self.serves(message.guild.id if message.guild else None):
            return
        called = message.guild is None or (self.user is not None and self.user in message.mentions)
        if called or message.channel.id in self.ground.ask_channels:
            await self.guarded(self._answer(message, called=called), message)

    async def _answer(self, message: discord.Message, *, called: bool) -> None:
        """Reply to a message; in an ask-channel what is not known, or has no words, is met with silence."""
        where = Where.DIRECT if message.guild is None else Where.PUBLIC
        words = self._without_mention(message.content)
        if not (called or words):
            return
        reply = self.service.receive(Asked(words, message.author.id, message.channel.id, where))
        if called or reply.card.tone is not Tone.UNSURE:
            with self._replying():
                sent = await message.reply(**self.parts(reply.card, message.author.id))
            if where is Where.PUBLIC:
                self.service.posted(message.channel.id, reply.topic, sent.jump_url)
        await self.service.count(reply.answer)

    def _without_mention(self, content: str) -> str:
        assert self.user is not None  # noqa: S101 - a message arrives after login
        return content.replace(f"<@{self.user.id}>", " ").replace(f"<@!{self.user.id}>", " ").strip()

    async def asked(self, interaction: Interaction, question: str) -> None:
        """Answer `/ask` or the context menu, for the asker's eyes only."""
        asked = Asked(question, interaction.user.id, interaction.channel_id or 0, Where.PRIVATE)
        reply = self.service.receive(asked)
        grave = reply.card.tone in (Tone.URGENT, Tone.CRISIS)
        await self.show(interaction, reply.card, "" if grave else quote(question))
        await self.service.count(reply.answer)

    async def show(self, interaction: Interaction, card: Card, content: str = "") -> None:
        """Send a card that only the person of the interaction sees."""
        send = interaction.followup.send if interaction.response.is_done() else interaction.response.send_message
        with self._replying():
            await send(content, ephemeral=True, **self.parts(card, interaction.user.id))

    async def pressed(self, interaction: Interaction, custom_id: str) -> None:
        """Answer a button of ours."""
        await self.guarded(press(self, interaction, custom_id), interaction)

    def parts(self, card: Card, asker: int) -> dict[str, Any]:
        """Return the arguments that send a card."""
        return parts_of(self.service.at_this_hour(card), asker, self.ground.pictures)

    async def guarded(self, doing: Awaitable[None], about: discord.Message | Interaction) -> None:
        """Do something; whatever goes wrong is told to the person with an id and logged under it."""
        try:
            await doing
        except Exception as error:  # noqa: BLE001 - the outermost edge: nothing above us but discord.py's log
            await self.failing.tell(about, error)
