"""A local Discord of our own, on 127.0.0.1: REST, gateway, and what its people do and are shown."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from aiohttp import web

from tests.wire.call import BASE
from tests.wire.events import Event
from tests.wire.gateway import FIRST_PATH, RESUME_PATH, Gateway
from tests.wire.messages import Shown
from tests.wire.rest import LARGEST_BODY, Rest
from tests.wire.world import Json

HOST = "127.0.0.1"


@dataclass
class LocalDiscord:
    """Everything the bot may talk to."""

    port: int = 0

    def __post_init__(self) -> None:
        self.rest = Rest(lambda: self._address("ws") + FIRST_PATH)
        self.gateway = Gateway(lambda: self._address("ws"), self.rest.violations)

    @property
    def api_url(self) -> str:
        """What DISCORD_API_URL is set to."""
        return self._address("http") + BASE

    @property
    def violations(self) -> list[str]:
        """What the bot did that Discord has no place for."""
        return self.rest.violations

    async def start(self) -> None:
        """Listen on a free port."""
        app = web.Application(client_max_size=LARGEST_BODY)
        for path in (FIRST_PATH, RESUME_PATH):
            app.router.add_get(path, self.gateway.serve)
        self.rest.add_to(app)
        # Nobody is waited for: a bot that still hangs on the line at the end is cut off.
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, HOST, 0).start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Hang up on everybody."""
        self.gateway.cut()
        await self._runner.cleanup()

    def command(self, name: str) -> Json:
        """Return a registered command."""
        return self.rest.commands.named(name)

    async def send(self, event: Event) -> float:
        """Let something happen; return the loop's time in seconds when it was told."""
        if event.name == "INTERACTION_CREATE":
            self.rest.interactions.open(event.data)
        else:
            self.rest.messages.kept[event.id] = event.data
        told = asyncio.get_running_loop().time()
        await self.gateway.dispatch(event)
        return told

    async def answer(self, event: Event) -> Shown:
        """Return the first thing shown in answer to an event, as soon as it is."""
        return (await self.rest.messages.shown.wait(lambda shown: shown.about == event.id))[0]

    async def ask(self, event: Event) -> Shown:
        """Let something happen and return what is shown in answer."""
        await self.send(event)
        return await self.answer(event)

    def answers(self, event: Event) -> list[Shown]:
        """Return all that has been shown in answer to an event."""
        return self.rest.messages.shown.all(lambda shown: shown.about == event.id)

    def _address(self, scheme: str) -> str:
        return f"{scheme}://{HOST}:{self.port}"
