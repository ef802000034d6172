"""Interactions: each is answered once under its token, then followed up, as Discord holds it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from enum import IntEnum

from tests.wire.call import Call, Reply, error
from tests.wire.messages import EPHEMERAL, Messages, Shown
from tests.wire.world import APPLICATION, Json


class Callback(IntEnum):
    """What a callback does."""

    MESSAGE = 4
    DEFER = 5
    DEFER_UPDATE = 6
    UPDATE = 7
    CHOICES = 8
    MODAL = 9


LATEST = 3.0
"""Seconds Discord waits for an interaction to be acknowledged."""
LOADING = 128
"""The message flag "… is thinking"."""
ORIGINAL = "@original"


@dataclass
class Interaction:
    """One interaction: what the gateway told and when, whether it was acknowledged, and its first answer."""

    data: Json
    opened: float
    acknowledged: bool = False
    original: Json | None = None


@dataclass
class Interactions:
    """All interactions, by id and by token."""

    messages: Messages
    by_id: dict[str, Interaction] = field(default_factory=dict)
    by_token: dict[str, Interaction] = field(default_factory=dict)

    def open(self, data: Json) -> None:
        """Take note of an interaction that is about to be dispatched."""
        now = asyncio.get_running_loop().time()
        self.by_id[data["id"]] = self.by_token[data["token"]] = Interaction(data, now)

    async def callback(self, call: Call) -> Reply:
        """POST the answer to an interaction: once, under its own token."""
        interaction = self.by_id.get(call.params["interaction_id"])
        if interaction is None or interaction.data["token"] != call.params["interaction_token"]:
            return error(404, 10062, "Unknown interaction")
        if call.at > interaction.opened + LATEST and not interaction.acknowledged:
            return error(404, 10062, "Unknown interaction")
        if interaction.acknowledged:
            return error(400, 40060, "Interaction has already been acknowledged.")
        interaction.acknowledged = True
        resource = self._answer(interaction, call)
        if call.query.get("with_response") != "1":
            return Reply(204)
        about = {"id": interaction.data["id"], "type": interaction.data["type"]}
        if interaction.original is None:
            return Reply(200, {"interaction": about})
        about |= {
            "response_message_id": interaction.original["id"],
            "response_message_loading": bool(interaction.original["flags"] & LOADING),
            "response_message_ephemeral": bool(interaction.original["flags"] & EPHEMERAL),
        }
        return Reply(200, {"interaction": about, **resource})

    def _answer(self, interaction: Interaction, call: Call) -> Json:
        """Do what a callback says; return the `resource` part of its reply."""
        kind, data = Callback(call.payload["type"]), call.payload.get("data") or {}
        match kind:
            case Callback.MESSAGE:
                interaction.original = self._make(interaction, data, call.files)
                self._show(interaction, interaction.original, call)
            case Callback.DEFER:
                flags = data.get("flags", 0) | LOADING
                interaction.original = self._make(interaction, {**data, "flags": flags}, ())
                return {}
            case Callback.UPDATE:
                interaction.original = self.messages.kept[interaction.data["message"]["id"]]
                self.messages.fill(interaction.original, data, call.files)
                self._show(interaction, interaction.original, call)
            case Callback.CHOICES | Callback.MODAL:
                self._show(interaction, data, call)
        return {"resource": {"type": kind, "message": interaction.original}} if interaction.original else {}

    async def follow_up(self, call: Call) -> Reply:
        """POST another message under an acknowledged interaction's token."""
        interaction = self._acknowledged(call)
        if interaction is None:
            return error(404, 10015, "Unknown Webhook")
        message = self._make(interaction, call.payload, call.files)
        self._show(interaction, message, call)
        return Reply(200, message)

    async def get(self, call: Call) -> Reply:
        """GET a message under an interaction's token."""
        message = self._named(call)
        return Reply(200, message) if message else error(404, 10008, "Unknown Message")

    async def patch(self, call: Call) -> Reply:
        """PATCH a message under an interaction's token; the first time after a defer it is the answer."""
        interaction, message = self._acknowledged(call), self._named(call)
        if interaction is None or message is None:
            return error(404, 10008, "Unknown Message")
        self.messages.fill(message, {**call.payload, "flags": message["flags"] & ~LOADING}, call.files)
        if message["id"] not in {s.message["id"] for s in self.messages.shown.all()}:
            self._show(interaction, message, call)
        return Reply(200, message)

    async def delete(self, call: Call) -> Reply:
        """DELETE a message under an interaction's token."""
        message = self._named(call)
        if message is None:
            return error(404, 10008, "Unknown Message")
        del self.messages.kept[message["id"]]
        return Reply(204)

    def _make(self, interaction: Interaction, body: Json, files: tuple[str, ...]) -> Json:
        return self.messages.make(body, interaction.data["channel_id"], files)

    def _show(self, interaction: Interaction, message: Json, call: Call) -> None:
        self.messages.shown.add(Shown(interaction.data["id"], message, call))

    def _acknowledged(self, call: Call) -> Interaction | None:
        interaction = self.by_token.get(call.params["webhook_token"])
        ours = call.params["webhook_id"] == APPLICATION
        return interaction if interaction and interaction.acknowledged and ours else None

    def _named(self, call: Call) -> Json | None:
        """Return the message a webhook path names, if it is still there."""
        interaction, name = self._acknowledged(call), call.params.get("message_id", ORIGINAL)
        if interaction is None:
            return None
        if name == ORIGINAL:
            name = (interaction.original or {}).get("id", "")
        return self.messages.kept.get(name)
