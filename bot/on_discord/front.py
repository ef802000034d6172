"""What serves on Discord: whom, how a card is shown, what an error does. How the client lives is `client.py`'s."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias

import discord

from bot.desk.card import Card
from bot.desk.desk import Desk
from bot.desk.incident import log_incident
from bot.desk.service import Service
from bot.index import FOLDER
from bot.on_discord.incidents import Event, report
from bot.on_discord.layout import parts_of


@dataclass(frozen=True, slots=True)
class Scope:
    """Where Limber serves: one server or all, its ask-channels, its staff; and where the pictures lie."""

    guild: int | None = None
    ask_channels: frozenset[int] = frozenset()
    staff_role: int | None = None
    pictures: Path = FOLDER / "pictures"

    def serves(self, guild: int | None) -> bool:
        """Return whether a server is served; direct messages (None) always are."""
        return guild is None or self.guild in (None, guild)


class Front:
    """Shows what the service says. Knows which replies are under way, so that a stop waits for them."""

    def __init__(self, service: Service, scope: Scope) -> None:
        self.service = service
        self.scope = scope
        self._replies = 0
        self._idle = asyncio.Event()
        self._idle.set()

    @property
    def desk(self) -> Desk:
        """The desk that is being served."""
        return self.service.desk

    async def show(self, interaction: Interaction, card: Card, content: str = "") -> None:
        """Send a card that only the person of the interaction sees."""
        send = interaction.followup.send if interaction.response.is_done() else interaction.response.send_message
        with self.replying():
            await send(content, ephemeral=True, **self.parts(card, interaction.user.id))

    def parts(self, card: Card, asker: int) -> dict[str, Any]:
        """Return the arguments that send a card; a warning goes out bare rather than not at all."""
        try:
            return parts_of(self.service.at_this_hour(card), asker, self.scope.pictures)
        except Exception as error:
            if not card.tone.grave:
                raise
            log_incident(error)
            return parts_of(replace(card, buttons=()), asker, self.scope.pictures)

    @contextmanager
    def replying(self) -> Iterator[None]:
        """Count a reply that is under way."""
        self._replies += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._replies -= 1
            if not self._replies:
                self._idle.set()

    async def idle(self) -> None:
        """Wait until no reply is under way."""
        await self._idle.wait()

    @asynccontextmanager
    async def guarded(self, event: Event, words: str = "") -> AsyncIterator[None]:
        """Guard what is done about an event; whatever goes wrong is told to the person and the log.

        `words`: what the person wrote, if anything. A warning in it is told before anything that went wrong.
        """
        try:
            yield
        except Exception as error:  # noqa: BLE001 - the outermost edge: nothing above us but discord.py's log
            await self.failed(error, event, words)

    async def failed(self, error: Exception, event: Event, words: str = "") -> None:
        """Tell the person with an id that something went wrong, and log it under that id."""
        await report(error, event, self.desk, self.desk.rescue(words) if words else None)


class FrontClient(discord.Client):
    """A client that has a front: what an interaction knows of the client it came through."""

    front: Front


Interaction: TypeAlias = discord.Interaction[FrontClient]
