"""The client's life: what it listens to, its commands, what it does first and last, and which events are for it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import suppress

import discord
from discord import app_commands

from bot.desk.notices import Notice
from bot.on_discord.command_sync import sync
from bot.on_discord.commands import commands
from bot.on_discord.front import Front, FrontClient, Interaction, Scope
from bot.on_discord.presses import press
from bot.on_discord.questions import answer_message

LONGEST_GOODBYE = 10.0
"""Seconds a stop waits for replies under way: a rate limit of 5 s is survived; service managers kill after 30."""


def intents(scope: Scope) -> discord.Intents:
    """Return what Limber listens to. Only ask-channels need the privileged message content intent."""
    wanted = discord.Intents.none()
    wanted.guilds = True
    wanted.guild_messages = True
    wanted.dm_messages = True
    wanted.message_content = bool(scope.ask_channels)
    return wanted


class LimberTree(app_commands.CommandTree[FrontClient]):
    """The commands, in servers and in direct messages with the bot: served where Limber serves."""

    def __init__(self, client: FrontClient) -> None:
        super().__init__(
            client,
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=False),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
        )
        for command in commands():
            self.add_command(command)

    async def interaction_check(self, interaction: Interaction, /) -> bool:
        """Refuse a server that is not served."""
        front = self.client.front
        if front.scope.serves(interaction.guild_id):
            return True
        if interaction.type is discord.InteractionType.autocomplete:
            await interaction.response.autocomplete([])
        else:
            await front.show(interaction, front.desk.notice(Notice.NOT_SERVED))
        return False

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError) -> None:
        """Answer with a calm sentence and an id."""
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        await self.client.front.failed(cause, interaction)


class LimberClient(FrontClient):
    """Limber on Discord. What it says, to whom and how is the front's."""

    def __init__(self, front: Front) -> None:
        super().__init__(
            intents=intents(front.scope),
            allowed_mentions=discord.AllowedMentions.none(),
            chunk_guilds_at_startup=False,
        )
        self.front = front
        self.tree = LimberTree(self)

    async def setup_hook(self) -> None:
        """Bring the commands up to date. Runs once, before the first event."""
        if self.shard_id in (None, 0):
            await sync(self.tree)

    async def close(self) -> None:
        """Let replies that are under way be finished, then leave."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self.front.idle(), LONGEST_GOODBYE)
        await super().close()

    async def on_message(self, message: discord.Message) -> None:
        """Answer a mention, a reply that pings, a direct message, or words in an ask-channel; people only."""
        if not (_is_of_a_person(message) and self.front.scope.serves(message.guild.id if message.guild else None)):
            return
        assert self.user is not None  # noqa: S101 - a message arrives after login
        called = message.guild is None or self.user in message.mentions
        words = _without_mention(message.content, self.user.id)
        if called or (words and message.channel.id in self.front.scope.ask_channels):
            async with self.front.guarded(message, words):
                await answer_message(self.front, message, words, called=called)

    async def on_interaction(self, interaction: Interaction) -> None:
        """Answer the press of a button. What it does stands in its custom id: no view is kept, a restart ends none."""
        if interaction.type is discord.InteractionType.component:
            data: Mapping[str, object] = interaction.data or {}
            async with self.front.guarded(interaction):
                await press(self.front, interaction, str(data.get("custom_id")))


def _is_of_a_person(message: discord.Message) -> bool:
    return not (message.author.bot or message.webhook_id or message.is_system())


def _without_mention(content: str, user: int) -> str:
    return content.replace(f"<@{user}>", " ").replace(f"<@!{user}>", " ").strip()
