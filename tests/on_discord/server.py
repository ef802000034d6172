"""A server on an in-memory Discord, and what is read and pressed there."""

from __future__ import annotations

from dataclasses import dataclass

import discord
import simcord

from bot.desk.desk import Desk
from bot.on_discord.client import LimberClient
from bot.on_discord.custom_ids import Press, decode
from bot.on_discord.front import Front, Scope
from bot.store.store import Store
from bot.store.totals import Totals
from tests.desk.stage import Clock

VIEW_LIFE = 15 * 60
"""Seconds discord.py waits for a press under a message that only one person sees."""

LISTENING = Scope(ask_channels=frozenset({1}))
"""A scope whose ask-channel is named once the channel is there: the intents are asked for at the start."""

Shown = discord.Message | simcord.ResponseMessage


@dataclass
class Server:
    """A server with one channel, a patient, somebody else and a member of staff."""

    env: simcord.Env
    guild: simcord.GuildHandle
    channel: simcord.ChannelHandle
    patient: simcord.MemberActor
    other: simcord.MemberActor
    staff: simcord.MemberActor
    bot: LimberClient
    store: Store
    clock: Clock

    @property
    def front(self) -> Front:
        return self.bot.front

    @property
    def desk(self) -> Desk:
        return self.bot.front.desk

    @property
    def mention(self) -> str:
        assert self.bot.user is not None
        return self.bot.user.mention

    @property
    def replies(self) -> list[discord.Message]:
        """What the bot has posted in the channel, oldest first."""
        return [message for message in self.channel.history() if message.author == self.bot.user]

    async def totals(self) -> Totals:
        day = self.clock().date()
        return await self.store.totals(day, day)

    async def ask(self, words: str, who: simcord.MemberActor | None = None) -> simcord.ResponseMessage:
        """Ask with the command, and return what only the asker sees."""
        return seen(await (who or self.patient).slash(self.channel, "ask", question=words))

    async def call(self, words: str, who: simcord.MemberActor | None = None) -> discord.Message:
        """Ask with a mention, and return the reply."""
        await (who or self.patient).send(self.channel, f"{self.mention} {words}")
        return self.replies[-1]


def seen(result: simcord.InteractionResult) -> simcord.ResponseMessage:
    """Return the answer to an interaction, which only the person of the interaction may see."""
    assert result.response is not None
    assert result.response.ephemeral
    return result.response


def title(shown: Shown) -> str:
    return shown.embeds[-1].title or ""


def words_of(shown: Shown) -> str:
    return f"{title(shown)}\n{shown.embeds[-1].description}"


def presses(shown: Shown) -> list[Press]:
    """Return what the buttons under a message do."""
    message = shown if isinstance(shown, discord.Message) else shown.message
    rows = [row for row in message.components if isinstance(row, discord.ActionRow)]
    ids = [item.custom_id for row in rows for item in row.children if isinstance(item, discord.Button)]
    found = [press for custom_id in ids if (press := decode(custom_id or ""))]
    assert len(found) == len(ids)
    return found
