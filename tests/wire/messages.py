"""Messages: made of what the bot sends, kept, changed, deleted; and the tape of what people were shown."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.wire.call import Call, Reply, error
from tests.wire.tape import Tape
from tests.wire.world import BOT, FIRST_PERSON, Json, bot_user, direct_channel, now, person, snowflake

EPHEMERAL = 64
"""The message flag "only you can see this"."""
MADE = ("content", "embeds", "components", "flags", "attachments")
WRITTEN = ("content", "title", "description", "text", "name", "value", "label", "placeholder")
"""Keys under which words stand that a person reads."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Something a person was shown, in answer to the event `about` (empty: to none)."""

    about: str
    message: Json
    call: Call

    @property
    def ephemeral(self) -> bool:
        """Whether only the person who asked sees it."""
        return bool(self.message.get("flags", 0) & EPHEMERAL)

    @property
    def words(self) -> str:
        """All its words, one piece a line."""
        return "\n".join(_words(self.message))


@dataclass
class Messages:
    """All messages of the place, by id."""

    shown: Tape[Shown] = field(default_factory=Tape)
    kept: dict[str, Json] = field(default_factory=dict)
    _nonces: dict[tuple[str, str], Json] = field(default_factory=dict)

    def make(self, body: Json, channel: str, files: tuple[str, ...] = ()) -> Json:
        """Return a new message of the bot, kept under its id."""
        message: Json = {
            "id": snowflake(),
            "channel_id": channel,
            "type": 0,
            "author": bot_user(),
            "content": "",
            **{key: [] for key in ("mentions", "mention_roles", "attachments", "embeds", "components")},
            "timestamp": now(),
            "edited_timestamp": None,
            "flags": 0,
            "pinned": False,
            "mention_everyone": False,
            "tts": False,
        }
        self.kept[message["id"]] = message
        self.fill(message, body, files)
        return message

    def fill(self, message: Json, body: Json, files: tuple[str, ...] = ()) -> None:
        """Write what a body says into a message, as Discord gives it back."""
        message.update({key: body[key] for key in MADE if body.get(key) is not None})
        message["embeds"] = [{"type": "rich", **embed} for embed in message["embeds"]]
        serial = itertools.count(1)
        message["components"] = [_numbered(component, serial) for component in message["components"]]
        message["attachments"] = [_stored(attachment, files) for attachment in message["attachments"]]

    async def post(self, call: Call) -> Reply:
        """POST a message to a channel. The same enforced nonce twice is one message."""
        channel, body = call.params["channel_id"], call.payload
        nonce = (channel, str(body.get("nonce")))
        if body.get("enforce_nonce") and nonce in self._nonces:
            return Reply(200, self._nonces[nonce])
        about = str((body.get("message_reference") or {}).get("message_id", ""))
        if about and about not in self.kept:
            return error(400, 50035, "Invalid Form Body: message_reference: Unknown message")
        message = self.make(body, channel, call.files)
        if about:
            reference = {"type": 0, "channel_id": channel, "message_id": about}
            message |= {"type": 19, "message_reference": reference}
        self._nonces[nonce] = message
        self.shown.add(Shown(about, message, call))
        return Reply(200, message)

    async def get(self, call: Call) -> Reply:
        """GET a message of a channel."""
        message = self._of(call)
        return Reply(200, message) if message else error(404, 10008, "Unknown Message")

    async def patch(self, call: Call) -> Reply:
        """PATCH a message of the bot's own."""
        message = self._of(call)
        if message is None:
            return error(404, 10008, "Unknown Message")
        if message["author"]["id"] != BOT:
            return error(403, 50005, "Cannot edit a message authored by another user")
        self.fill(message, call.payload, call.files)
        message["edited_timestamp"] = now()
        return Reply(200, message)

    async def delete(self, call: Call) -> Reply:
        """DELETE a message."""
        message = self._of(call)
        if message is None:
            return error(404, 10008, "Unknown Message")
        del self.kept[message["id"]]
        return Reply(204)

    async def open_direct(self, call: Call) -> Reply:
        """POST the channel of direct messages with a user."""
        number = int(call.payload["recipient_id"]) - FIRST_PERSON
        return Reply(200, direct_channel(person(number)))

    def _of(self, call: Call) -> Json | None:
        """Return the message a path names; one that only its reader sees is none to a channel."""
        message = self.kept.get(call.params["message_id"])
        here = message and message["channel_id"] == call.params["channel_id"]
        return message if message and here and not message["flags"] & EPHEMERAL else None


def _numbered(component: Json, serial: Iterator[int]) -> Json:
    """Give each component the number Discord gives it."""
    numbered = {"id": next(serial), **component}
    if "components" in component:
        numbered["components"] = [_numbered(child, serial) for child in component["components"]]
    if "accessory" in component:
        numbered["accessory"] = _numbered(component["accessory"], serial)
    return numbered


def _stored(attachment: Json, files: tuple[str, ...]) -> Json:
    """Return an attachment as it is given back: one that came along has the number of its file as id."""
    if "url" in attachment or not files:
        return attachment
    name = files[int(attachment["id"])]
    where = f"attachment://{name}"
    return {"id": snowflake(), "filename": name, "size": 1, "url": where, "proxy_url": where}


def _words(part: object) -> Iterator[str]:
    if isinstance(part, list):
        for child in part:
            yield from _words(child)
    elif isinstance(part, dict):
        for key, child in part.items():
            if isinstance(child, str) and key in WRITTEN:
                yield child
            elif key != "author":
                yield from _words(child)
