"""The client: events in, cards out. Every way of asking ends in one place, and so does every error."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Awaitable
from typing import Any

import discord
from discord import app_commands

from bot.desk.card import Card, Tone
from bot.desk.desk import Desk
from bot.on_discord.buttons import LimberButton, read
from bot.on_discord.commands import add_commands
from bot.on_discord.drawing import embed_of, quote, view_of
from bot.on_discord.syncing import sync

log = logging.getLogger(__name__)


def intents() -> discord.Intents:
    """Return what Limber listens to. Mentions and direct messages carry their text without a privileged intent."""
    wanted = discord.Intents.none()
    wanted.guilds = True
    wanted.guild_messages = True
    wanted.dm_messages = True
    return wanted


class LimberTree(app_commands.CommandTree["LimberClient"]):
    """The command tree, with errors going where all errors go."""

    async def on_error(
        self, interaction: discord.Interaction[LimberClient], error: app_commands.AppCommandError, /
    ) -> None:
        """Answer with a calm sentence and an id."""
        await self.client.failed(interaction, error)


class LimberClient(discord.Client):
    """Limber on Discord. What it knows and says comes from the desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            intents=intents(), allowed_mentions=discord.AllowedMentions.none(), chunk_guilds_at_startup=False
        )
        self.desk = desk
        self.tree = LimberTree(self)
        add_commands(self.tree)

    async def setup_hook(self) -> None:
        """Revive old buttons and bring the commands up to date. Runs once, before the first event."""
        self.add_dynamic_items(LimberButton)
        if self.shard_id in (None, 0):
            await sync(self.tree)

    async def on_message(self, message: discord.Message) -> None:
        """Answer a mention, a reply that pings, or a direct message from a person."""
        if message.author.bot or message.webhook_id or self.user is None:
            return
        if message.guild is not None and self.user not in message.mentions:
            return
        await self._guarded(self._answer(message), message)

    async def _answer(self, message: discord.Message) -> None:
        assert self.user is not None  # noqa: S101 - on_message has looked
        question = message.content.replace(f"<@{self.user.id}>", " ").replace(f"<@!{self.user.id}>", " ").strip()
        answer = self.desk.answerer.answer(question)
        if not question:
            card = self.desk.welcome()
        else:
            card = self.desk.reply(answer) if message.guild is None else self.desk.reply_in_public(answer)
        await message.reply(embed=embed_of(card), **_with_view(card, message.author.id))

    async def asked(self, interaction: discord.Interaction[Any], question: str) -> None:
        """Answer `/ask`, for the asker's eyes only."""
        card = self.desk.ask(question)
        grave = card.tone in (Tone.URGENT, Tone.CRISIS)
        await self.show(interaction, card, "" if grave else quote(question))

    async def show(self, interaction: discord.Interaction[Any], card: Card, content: str = "") -> None:
        """Send a card that only the person of the interaction sees."""
        await interaction.response.send_message(
            content or None, embed=embed_of(card), ephemeral=True, **_with_view(card, interaction.user.id)
        )

    async def pressed(self, interaction: discord.Interaction[Any], custom_id: str) -> None:
        """Answer a button of ours."""
        await self._guarded(self._press(interaction, custom_id), interaction)

    async def _press(self, interaction: discord.Interaction[Any], custom_id: str) -> None:
        meant = read(custom_id)
        if meant is None:
            await self.show(interaction, self.desk.gone())
            return
        action, asker = meant
        if asker not in (None, interaction.user.id):
            await self.show(interaction, self.desk.not_yours())
            return
        await self.show(interaction, self.desk.press(action))

    async def _guarded(self, doing: Awaitable[None], about: discord.Message | discord.Interaction[Any]) -> None:
        """Do something; whatever goes wrong is told to the person with an id and logged under it."""
        try:
            await doing
        except Exception as error:  # noqa: BLE001 - the outermost edge: nothing above us but discord.py's log
            await self.failed(about, error)

    async def failed(self, about: discord.Message | discord.Interaction[Any], error: Exception) -> None:
        """Log an error under an id, and tell the person the id. What the person wrote is not logged."""
        incident = secrets.token_hex(3)
        log.error("incident %s", incident, exc_info=error)
        card = self.desk.error(incident)
        try:
            if isinstance(about, discord.Message):
                await about.reply(embed=embed_of(card))
            elif about.response.is_done():
                await about.followup.send(embed=embed_of(card), ephemeral=True)
            else:
                await self.show(about, card)
        except discord.HTTPException as second:
            log.warning("incident %s could not be told: %s", incident, second)


def _with_view(card: Card, asker: int) -> dict[str, Any]:
    """Return the `view` argument, left out where a card has no buttons."""
    view = view_of(card, asker)
    return {"view": view} if view else {}
