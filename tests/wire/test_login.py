"""What a start asks of Discord, and what it does not."""

from __future__ import annotations

import pytest

from tests.wire import codec
from tests.wire.double import LocalDiscord
from tests.wire.gateway import Op
from tests.wire.rest import COMMANDS, ME
from tests.wire.world import TOKEN

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_one_login_one_identify_and_the_commands_synced_once(up: LocalDiscord) -> None:
    assert len(up.rest.calls("GET", ME)) == 1
    assert up.gateway.count(Op.IDENTIFY) == 1
    assert len(up.rest.calls("PUT", COMMANDS)) == 1
    assert {"ask", "stretch", "topics"} <= {command["name"] for command in up.rest.commands.registered}


async def test_no_privileged_intent_is_asked_for(up: LocalDiscord) -> None:
    (identify,) = up.gateway.frames.all(lambda frame: frame.op is Op.IDENTIFY)
    members, presences, content = 1 << 1, 1 << 8, 1 << 15
    assert isinstance(identify.data, dict)
    assert identify.data["intents"] & (members | presences | content) == 0


async def test_the_gateway_speaks_the_compression_it_is_asked_for(up: LocalDiscord) -> None:
    assert up.gateway.asked == ["zstd-stream" if codec.ZSTD else "zlib-stream"]


async def test_every_call_carries_the_token(up: LocalDiscord) -> None:
    assert {exchange.call.authorization for exchange in up.rest.tape.items} == {f"Bot {TOKEN}"}
