"""The double itself: it lets nothing pass that Discord would not."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession, FormData

from tests.wire.call import Call, Exchange, Reply
from tests.wire.double import LocalDiscord
from tests.wire.events import Event, slash
from tests.wire.messages import EPHEMERAL
from tests.wire.openapi import VARIABLE, document, faults
from tests.wire.process import FENCE_MARK, environment
from tests.wire.rest import POST_MESSAGE
from tests.wire.world import APPLICATION, FIRST_CHANNEL, FIRST_PERSON, TOKEN, Json

COMMAND: Json = {"id": "1", "name": "ask", "type": 1, "options": []}
ANSWER = {"type": 4, "data": {"content": "hello"}}


@pytest.fixture
async def strict() -> AsyncIterator[LocalDiscord]:
    """A double that may be wronged."""
    discord = LocalDiscord()
    await discord.start()
    yield discord
    await discord.stop()


async def status_of(discord: LocalDiscord, method: str, path: str, body: Json | None = None, token: str = TOKEN) -> int:
    headers = {"Authorization": f"Bot {token}"}
    async with (
        ClientSession() as session,
        session.request(method, discord.api_url + path, json=body, headers=headers) as response,
    ):
        return response.status


async def test_a_path_that_is_not_known_is_a_violation(strict: LocalDiscord) -> None:
    assert await status_of(strict, "GET", "/users/@me") == 200
    assert strict.violations == []
    assert await status_of(strict, "POST", "/users/@me") == 404
    assert await status_of(strict, "GET", "/guilds/1") == 404
    assert len(strict.violations) == 2


async def test_nobody_is_let_in_without_the_token(strict: LocalDiscord) -> None:
    assert await status_of(strict, "GET", "/users/@me", token="another") == 401  # noqa: S106 - opens nothing


async def test_an_interaction_is_answered_once_and_under_its_own_token(strict: LocalDiscord) -> None:
    event = slash(COMMAND)
    strict.rest.interactions.open(event.data)
    place = f"/interactions/{event.id}/{event.data['token']}/callback"
    assert await status_of(strict, "POST", f"/interactions/{event.id}/forged/callback", ANSWER) == 404
    assert await status_of(strict, "POST", place, ANSWER) == 204
    assert await status_of(strict, "POST", place, ANSWER) == 400
    assert len(strict.answers(event)) == 1


async def test_the_same_nonce_twice_is_one_message(strict: LocalDiscord) -> None:
    body = {"content": "hello", "nonce": "7", "enforce_nonce": True}
    for _ in range(2):
        assert await status_of(strict, "POST", f"/channels/{FIRST_CHANNEL}/messages", body) == 200
    assert len(strict.rest.messages.kept) == 1


def surface(event: Event, message: str) -> list[tuple[str, str, Json | None, int]]:
    """Return calls in the order a bot may make them: method, path, body and the status they are due."""
    callback = f"/interactions/{event.id}/{event.data['token']}/callback"
    webhook = f"/webhooks/{APPLICATION}/{event.data['token']}"
    posted = f"/channels/{FIRST_CHANNEL}/messages/{message}"
    return [
        ("POST", webhook, {"content": "too early"}, 404),
        ("POST", callback, {"type": 5, "data": {"flags": EPHEMERAL}}, 204),
        ("PATCH", f"{webhook}/messages/@original", {"content": "the answer"}, 200),
        ("PATCH", f"{webhook}/messages/@original", {"content": "the answer, put right"}, 200),
        ("POST", webhook, {"content": "a follow-up", "flags": EPHEMERAL}, 200),
        ("GET", f"{webhook}/messages/@original", None, 200),
        ("DELETE", f"{webhook}/messages/@original", None, 204),
        ("GET", f"{webhook}/messages/@original", None, 404),
        ("GET", posted, None, 200),
        ("PATCH", posted, {"content": "put right"}, 200),
        ("DELETE", posted, None, 204),
        ("PATCH", posted, {"content": "gone"}, 404),
        ("POST", "/users/@me/channels", {"recipient_id": str(FIRST_PERSON)}, 200),
    ]


async def test_messages_are_deferred_followed_up_changed_and_deleted(strict: LocalDiscord) -> None:
    event = slash(COMMAND)
    strict.rest.interactions.open(event.data)
    message = strict.rest.messages.make({"content": "hello"}, str(FIRST_CHANNEL))
    for method, path, body, status in surface(event, message["id"]):
        assert await status_of(strict, method, path, body) == status, (method, path)
    assert [shown.words for shown in strict.answers(event)] == ["the answer, put right", "a follow-up"]
    assert all(shown.ephemeral for shown in strict.answers(event))
    assert strict.violations == []
    assert faults(strict.rest.tape.items) == []


async def test_files_come_as_multipart_beside_their_json(strict: LocalDiscord) -> None:
    form = FormData(quote_fields=False)
    form.add_field("payload_json", json.dumps({"attachments": [{"id": 0, "filename": "cat-cow.png"}]}))
    form.add_field("files[0]", b"png", filename="cat-cow.png", content_type="application/octet-stream")
    place, headers = f"/channels/{FIRST_CHANNEL}/messages", {"Authorization": f"Bot {TOKEN}"}
    async with (
        ClientSession() as session,
        session.post(strict.api_url + place, data=form, headers=headers) as response,
    ):
        message = await response.json()
    assert [attachment["filename"] for attachment in message["attachments"]] == ["cat-cow.png"]
    assert strict.rest.tape.items[-1].call.files == ("cat-cow.png",)
    assert faults(strict.rest.tape.items) == []


async def test_a_call_to_another_host_is_refused_and_named() -> None:
    call = "import socket; socket.create_connection(('192.0.2.1', 80))"
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", call, env=environment(""), stderr=asyncio.subprocess.PIPE
    )
    _, stderr = await process.communicate()
    assert process.returncode == 1
    assert f"{FENCE_MARK} another host was called: 192.0.2.1" in stderr.decode()


BODIES: list[tuple[Json, int]] = [
    ({"content": "hello", "attachments": [{"id": 0, "filename": "a.png"}]}, 0),
    ({"content": "x" * 4001}, 1),
    ({"embeds": [{"title": 7}]}, 1),
    ({"components": [{"type": 99}]}, 1),
]


@pytest.mark.skipif(document() is None, reason=f"{VARIABLE} is unset: nothing was held against Discord's own document")
def test_every_exchange_is_held_against_discords_own_document() -> None:
    judge = document()
    assert judge is not None
    for body, count in BODIES:
        call = Call("POST", "/channels/1/messages", POST_MESSAGE, {}, {}, "", body, (), 0.0)
        assert len(list(judge.faults(Exchange(call, Reply(204))))) == count, body
