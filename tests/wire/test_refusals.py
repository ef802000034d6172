"""What Discord refuses, and what the bot makes of it: a person gets one reply, not none and not two."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from tests.wire.call import Exchange, Reply
from tests.wire.double import LocalDiscord
from tests.wire.events import PLAIN, mention, slash
from tests.wire.refusal import BAD_GATEWAY, FORBIDDEN, GONE, LATE, limited
from tests.wire.rest import CALLBACK, POST_MESSAGE

pytestmark = pytest.mark.asyncio(loop_scope="module")


def on(template: str) -> Callable[[Exchange], bool]:
    """Return what tells the calls of a path."""
    return lambda exchange: exchange.call.template == template


PASSING = [
    pytest.param(1, limited(0.3), False, id="429 of 0.3 s"),
    pytest.param(3, BAD_GATEWAY, False, id="502"),
    pytest.param(5, BAD_GATEWAY, True, id="502 although it was done"),
]


@pytest.mark.parametrize(("number", "reply", "kept"), PASSING)
async def test_a_refusal_that_passes_is_survived_with_one_reply(
    up: LocalDiscord, number: int, reply: Reply, kept: bool
) -> None:
    asked = {
        POST_MESSAGE: mention(PLAIN, number, number),
        CALLBACK: slash(up.command("ask"), number + 1, number + 1, question=PLAIN),
    }
    before = {template: len(up.rest.calls("POST", template)) for template in asked}
    for template in asked:
        up.rest.refuse("POST", template, reply, kept=kept)
    cards = await asyncio.gather(*(up.ask(event) for event in asked.values()))
    assert all(PLAIN in card.words for card in cards)
    # Refused once, tried once more; that nobody is answered twice is held at the end of the module.
    for template, count in before.items():
        await up.rest.tape.wait(on(template), count + 2)


LASTING = [
    pytest.param(10, POST_MESSAGE, FORBIDDEN, id="may not write here"),
    pytest.param(13, POST_MESSAGE, GONE, id="the channel is gone"),
    pytest.param(16, CALLBACK, LATE, id="too late"),
]


@pytest.mark.parametrize(("number", "template", "reply"), LASTING)
async def test_a_refusal_that_lasts_stops_nobody_else(
    up: LocalDiscord, number: int, template: str, reply: Reply
) -> None:
    ask = up.command("ask")
    for _ in range(2):
        up.rest.refuse("POST", template, reply)
    by_mention = template == POST_MESSAGE
    await up.send(mention(PLAIN, number, number) if by_mention else slash(ask, number, number, question=PLAIN))
    await up.rest.tape.wait(lambda exchange: exchange.reply == reply)
    up.rest.refusals.clear()
    assert PLAIN in (await up.ask(slash(ask, number + 1, number + 1, question=PLAIN))).words
    assert PLAIN in (await up.ask(mention(PLAIN, number + 2, number + 2))).words
