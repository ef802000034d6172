"""How Limber ends: on SIGTERM with 0, whatever it is doing; and what is left of it after a kill."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.wire.double import HOST, LocalDiscord
from tests.wire.events import PLAIN, mention, press, slash
from tests.wire.process import Limber
from tests.wire.refusal import limited
from tests.wire.rest import CALLBACK, POST_MESSAGE
from tests.wire.stage import Start


async def test_a_limber_that_has_only_just_come_up_stops(limber: Limber) -> None:
    # What a start sets going, such as the deletion of old rows, is still under way.
    assert await limber.stop() == 0
    assert "Traceback" not in limber.log


async def test_what_was_sent_before_a_kill_lives_on_after_it(local: LocalDiscord, start: Start) -> None:
    first = await start()
    card = await local.ask(mention(PLAIN))
    await first.kill()
    await start()
    assert "When to stop" in (await local.ask(press(card.message, "Seated chair hamstring stretch", who=1))).words


@pytest.mark.parametrize("template", [POST_MESSAGE, CALLBACK])
async def test_what_is_in_flight_is_finished(local: LocalDiscord, limber: Limber, template: str) -> None:
    local.rest.refuse("POST", template, limited(0.5))
    asked = mention(PLAIN) if template == POST_MESSAGE else slash(local.command("ask"), question=PLAIN)
    await local.send(asked)
    await local.rest.tape.wait(lambda exchange: exchange.call.template == template)
    assert await limber.stop() == 0
    assert len(local.answers(asked)) == 1


async def test_a_limber_that_waits_for_an_answer_stops(tmp_path: Path) -> None:
    called = asyncio.Event()

    async def hold(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        called.set()
        await reader.read()
        writer.close()

    async with await asyncio.start_server(hold, HOST, 0) as server:
        limber = await Limber.launch(f"http://{HOST}:{server.sockets[0].getsockname()[1]}/api/v10", tmp_path)
        await called.wait()
        assert await limber.stop() == 0
