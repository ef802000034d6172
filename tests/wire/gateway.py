"""The gateway: sessions that outlive their sockets, so that what was missed is told again on a resume."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from enum import IntEnum

from aiohttp import WSMsgType, web

from tests.wire.codec import Encode, encoder
from tests.wire.events import Event
from tests.wire.tape import Tape
from tests.wire.world import APPLICATION, GUILD, TOKEN, Json, bot_user, guild

HEARTBEAT_SECONDS = 41.25
"""How often Discord asks for a heartbeat."""
FIRST_PATH, RESUME_PATH = "/gateway", "/resume"
"""Where a session begins, and where READY says it is to be resumed."""


class Op(IntEnum):
    """What a frame is."""

    DISPATCH = 0
    HEARTBEAT = 1
    IDENTIFY = 2
    RESUME = 6
    RECONNECT = 7
    INVALID_SESSION = 9
    HELLO = 10
    HEARTBEAT_ACK = 11


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame the bot sent, and the path of the socket it came on."""

    op: Op
    data: object
    path: str


@dataclass
class Session:
    """What one IDENTIFY began: every dispatch since, numbered from 1."""

    id: str = field(default_factory=lambda: secrets.token_hex(16))
    told: list[Json] = field(default_factory=list)

    def number(self, name: str, data: object) -> Json:
        """Return a dispatch under the next number, remembered for a resume."""
        frame = {"op": Op.DISPATCH, "t": name, "s": len(self.told) + 1, "d": data}
        self.told.append(frame)
        return frame


@dataclass
class Connection:
    """One socket."""

    request: web.Request
    socket: web.WebSocketResponse
    encode: Encode | None
    session: Session | None = None

    async def send(self, frame: Json) -> None:
        """Send a frame as the bot asked for it in the query. On a line that is down it is lost, as any is."""
        text = json.dumps(frame)
        with suppress(ConnectionError):
            if self.encode is None:
                await self.socket.send_str(text)
            else:
                await self.socket.send_bytes(self.encode(text.encode()))

    def cut(self) -> None:
        """Drop the line without a word, as a network does."""
        if self.request.transport is not None:
            self.request.transport.abort()


@dataclass
class Gateway:
    """Discord's gateway v10. What it does not know of is a violation."""

    address: Callable[[], str]
    violations: list[str]
    heartbeat: float = HEARTBEAT_SECONDS
    token: str = TOKEN
    refuse_identify: int = 0
    """A close code to answer IDENTIFY with; 0: let in."""
    frames: Tape[Frame] = field(default_factory=Tape)
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    """Set while a session is up and has been told of its server."""
    asked: list[str] = field(default_factory=list)
    """The compression each connection asked for."""
    _sessions: dict[str, Session] = field(default_factory=dict)
    _current: Session | None = None
    _connections: list[Connection] = field(default_factory=list)

    def count(self, op: Op) -> int:
        """Return how many frames of a kind have come in."""
        return len(self.frames.all(lambda frame: frame.op is op))

    async def dispatch(self, event: Event) -> None:
        """Tell the newest session of an event: now, or when it resumes."""
        assert self._current is not None
        frame = self._current.number(event.name, event.data)
        for connection in self._connections:
            if connection.session is self._current:
                await connection.send(frame)

    def cut(self) -> None:
        """Drop every line."""
        self.ready.clear()
        for connection in self._connections:
            connection.cut()

    async def ask_to_reconnect(self) -> None:
        """Send op 7."""
        await self._say({"op": Op.RECONNECT, "d": None})

    async def invalidate(self, *, resumable: bool) -> None:
        """Send op 9; a session that is not resumable is forgotten."""
        if not resumable:
            self.forget()
        await self._say({"op": Op.INVALID_SESSION, "d": resumable})

    def forget(self) -> None:
        """Let no session be resumed."""
        self._sessions.clear()

    async def _say(self, frame: Json) -> None:
        self.ready.clear()
        for connection in list(self._connections):
            await connection.send(frame)

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one socket from HELLO to its end."""
        asked = request.query.get("compress", "")
        if (request.query.get("v"), request.query.get("encoding")) != ("10", "json"):
            self.violations.append(f"a gateway that is not v10 in JSON was asked for: {request.query_string}")
        self.asked.append(asked)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        connection = Connection(request, socket, encoder(asked))
        self._connections.append(connection)
        try:
            await connection.send({"op": Op.HELLO, "d": {"heartbeat_interval": int(self.heartbeat * 1000)}})
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    await self._received(connection, json.loads(message.data))
        finally:
            self._connections.remove(connection)
            self._left(connection)
        return socket

    async def _received(self, connection: Connection, frame: Json) -> None:
        try:
            op = Op(frame["op"])
        except ValueError:
            self.violations.append(f"a gateway frame nobody here knows: op {frame['op']}")
            return
        self.frames.add(Frame(op, frame["d"], connection.request.path))
        match op:
            case Op.HEARTBEAT:
                await connection.send({"op": Op.HEARTBEAT_ACK, "d": None})
            case Op.IDENTIFY:
                await self._identify(connection, frame["d"])
            case Op.RESUME:
                await self._resume(connection, frame["d"])
            case _:
                self.violations.append(f"a gateway frame that only Discord sends: op {op}")

    async def _identify(self, connection: Connection, data: Json) -> None:
        if self.refuse_identify or data["token"] != self.token:
            await connection.socket.close(code=self.refuse_identify or 4004)
            return
        session = connection.session = self._current = Session()
        self._sessions[session.id] = session
        ready = {
            "v": 10,
            "user": bot_user(),
            "guilds": [{"id": GUILD, "unavailable": True}],
            "session_id": session.id,
            "resume_gateway_url": self.address() + RESUME_PATH,
            "application": {"id": APPLICATION, "flags": 0},
        }
        await connection.send(session.number("READY", ready))
        await connection.send(session.number("GUILD_CREATE", guild()))
        self.ready.set()

    async def _resume(self, connection: Connection, data: Json) -> None:
        session = self._sessions.get(data["session_id"])
        if session is None or data["token"] != self.token:
            await connection.send({"op": Op.INVALID_SESSION, "d": False})
            return
        self._current, heard = session, data["seq"]
        while heard < len(session.told):
            await connection.send(session.told[heard])
            heard += 1
        connection.session = session
        await connection.send(session.number("RESUMED", {}))
        self.ready.set()

    def _left(self, connection: Connection) -> None:
        """Forget the session of a bot that said goodbye (1000, 1001); any other end may be resumed."""
        if connection.session and connection.socket.close_code in (1000, 1001):
            self._sessions.pop(connection.session.id, None)
