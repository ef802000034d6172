"""One request to the REST side and what it was answered."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from aiohttp import web

from tests.wire.world import Json

BASE = "/api/v10"


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: status, JSON body (None: no body) and headers."""

    status: int = 200
    body: object = None
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def fine(self) -> bool:
        """Whether it says that the call took effect."""
        return self.status < 300


@dataclass(frozen=True, slots=True)
class Call:
    """A request as it came in; `at` is the loop's time in seconds when its head was read.

    `template` is the path as Discord's own document spells it, empty for one nobody here knows.
    """

    method: str
    path: str
    template: str
    params: Mapping[str, str]
    query: Mapping[str, str]
    authorization: str
    body: object
    files: tuple[str, ...]
    at: float

    @property
    def payload(self) -> Json:
        """The body as an object; an empty one where there is none."""
        return self.body if isinstance(self.body, dict) else {}


@dataclass(frozen=True, slots=True)
class Exchange:
    """A call and the reply the bot was given."""

    call: Call
    reply: Reply

    def __str__(self) -> str:
        return f"{self.call.method} {self.call.path} -> {self.reply.status}"


async def read(request: web.Request) -> Call:
    """Read a request whole, JSON or multipart with its JSON under `payload_json`."""
    at = asyncio.get_running_loop().time()
    body, files = await _body(request)
    resource = request.match_info.route.resource
    template = resource.canonical.removeprefix(BASE) if resource else ""
    return Call(
        request.method,
        request.path.removeprefix(BASE),
        "" if template == "/{unknown}" else template,
        dict(request.match_info),
        dict(request.query),
        request.headers.get("Authorization", ""),
        body,
        files,
        at,
    )


async def _body(request: web.Request) -> tuple[object, tuple[str, ...]]:
    if request.content_type == "multipart/form-data":
        form = await request.post()
        files = tuple(part.filename for part in form.values() if isinstance(part, web.FileField))
        return json.loads(str(form["payload_json"])), files
    raw = await request.read()
    return (json.loads(raw) if raw else None), ()


def respond(reply: Reply) -> web.Response:
    """Return a reply as bytes. The type carries no charset: discord.py reads JSON only under the bare name."""
    if reply.body is None:
        return web.Response(status=reply.status, headers=reply.headers)
    body = json.dumps(reply.body).encode()
    return web.Response(status=reply.status, body=body, content_type="application/json", headers=reply.headers)


def error(status: int, code: int, message: str, **headers: str) -> Reply:
    """Return an error in Discord's words: an HTTP status, and the code that says what it was."""
    return Reply(status, {"message": message, "code": code}, headers)
