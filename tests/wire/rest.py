"""The REST side: which path is answered by whom, who is let in, what is written down."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from aiohttp import web

from tests.wire.call import BASE, Call, Exchange, Reply, error, read, respond
from tests.wire.commands import Commands
from tests.wire.interactions import Interactions
from tests.wire.messages import Messages
from tests.wire.refusal import Refusal
from tests.wire.tape import Tape
from tests.wire.world import TOKEN, application, bot_user

Handler = Callable[[Call], Awaitable[Reply]]

MESSAGE = "/channels/{channel_id}/messages/{message_id}"
POST_MESSAGE = "/channels/{channel_id}/messages"
CALLBACK = "/interactions/{interaction_id}/{interaction_token}/callback"
WEBHOOK = "/webhooks/{webhook_id}/{webhook_token}"
COMMANDS = "/applications/{application_id}/commands"
GATEWAY = "/gateway/bot"
ME = "/users/@me"

LARGEST_BODY = 25 * 1024 * 1024


@dataclass
class Rest:
    """Discord's REST API as far as Limber may use it. A call to any other path is a violation."""

    gateway_url: Callable[[], str]
    token: str = TOKEN
    messages: Messages = field(default_factory=Messages)
    commands: Commands = field(default_factory=Commands)
    tape: Tape[Exchange] = field(default_factory=Tape)
    refusals: list[Refusal] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.interactions = Interactions(self.messages)

    def add_to(self, app: web.Application) -> None:
        """Put every route on a server; what is on none of them is unknown."""
        for (method, template), handler in self._routes().items():
            app.router.add_route(method, BASE + template, self._serving(handler))
        app.router.add_route("*", "/{unknown:.*}", self._serving(self._unknown))

    def refuse(self, method: str, template: str, reply: Reply, *, kept: bool = False) -> None:
        """Plan what the next such request is told; `kept`: it takes effect all the same."""
        self.refusals.append(Refusal(method, template, reply, kept))

    def calls(self, method: str, template: str) -> list[Exchange]:
        """Return every exchange so far on that path."""
        return self.tape.all(lambda exchange: (exchange.call.method, exchange.call.template) == (method, template))

    def _routes(self) -> Mapping[tuple[str, str], Handler]:
        messages, interactions, commands = self.messages, self.interactions, self.commands
        under = f"{WEBHOOK}/messages/"
        return {
            ("GET", ME): self._me,
            ("GET", "/oauth2/applications/@me"): self._application,
            ("GET", GATEWAY): self._gateway,
            ("GET", COMMANDS): commands.get,
            ("PUT", COMMANDS): commands.put,
            ("POST", POST_MESSAGE): messages.post,
            ("GET", MESSAGE): messages.get,
            ("PATCH", MESSAGE): messages.patch,
            ("DELETE", MESSAGE): messages.delete,
            ("POST", "/users/@me/channels"): messages.open_direct,
            ("POST", CALLBACK): interactions.callback,
            ("POST", WEBHOOK): interactions.follow_up,
            ("GET", f"{under}@original"): interactions.get,
            ("PATCH", f"{under}@original"): interactions.patch,
            ("DELETE", f"{under}@original"): interactions.delete,
            ("GET", under + "{message_id}"): interactions.get,
            ("PATCH", under + "{message_id}"): interactions.patch,
            ("DELETE", under + "{message_id}"): interactions.delete,
        }

    def _serving(self, handler: Handler) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def serve(request: web.Request) -> web.Response:
            call = await read(request)
            reply = await self._reply(call, handler)
            self.tape.add(Exchange(call, reply))
            return respond(Reply(reply.status, reply.body, {**_limits(call), **reply.headers}))

        return serve

    async def _reply(self, call: Call, handler: Handler) -> Reply:
        if not self._lets_in(call):
            return error(401, 0, "401: Unauthorized")
        refusal = next((planned for planned in self.refusals if planned.meets(call)), None)
        if refusal is None:
            return await handler(call)
        self.refusals.remove(refusal)
        if refusal.kept:
            await handler(call)
        return refusal.reply

    def _lets_in(self, call: Call) -> bool:
        """Ask for the bot's token, but where the path carries a token of its own."""
        open_to_all = call.template.startswith((CALLBACK, WEBHOOK)) or call.template in ("",)
        return open_to_all or call.authorization == f"Bot {self.token}"

    async def _unknown(self, call: Call) -> Reply:
        self.violations.append(f"a call to a path nobody here knows: {call.method} {call.path}")
        return error(404, 0, "404: Not Found")

    async def _me(self, _: Call) -> Reply:
        return Reply(200, {**bot_user(), "mfa_enabled": False, "locale": "en-US"})

    async def _application(self, _: Call) -> Reply:
        return Reply(200, application())

    async def _gateway(self, _: Call) -> Reply:
        limit = {"total": 1000, "remaining": 999, "reset_after": 86_400_000, "max_concurrency": 1}
        return Reply(200, {"url": self.gateway_url(), "shards": 1, "session_start_limit": limit})


def _limits(call: Call) -> dict[str, str]:
    """Return the headers of a limit that is never reached; interactions and webhooks have none."""
    if not call.template or call.template.startswith((CALLBACK, WEBHOOK)):
        return {}
    bucket = hashlib.sha256(f"{call.method} {call.template}".encode()).hexdigest()[:32]
    spelled = {"Bucket": bucket, "Limit": "50", "Remaining": "49", "Reset-After": "1.0"}
    return {f"X-RateLimit-{key}": value for key, value in spelled.items()}
