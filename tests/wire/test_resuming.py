"""A line that breaks: the session is resumed, nothing is lost, nothing is said twice."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from tests.wire.double import LocalDiscord
from tests.wire.events import PLAIN, mention
from tests.wire.gateway import RESUME_PATH, Gateway, Op

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def cut(gateway: Gateway) -> None:
    gateway.cut()


async def op_7(gateway: Gateway) -> None:
    await gateway.ask_to_reconnect()


async def op_9(gateway: Gateway) -> None:
    await gateway.invalidate(resumable=True)


@pytest.mark.parametrize(("disturb", "number"), [(cut, 1), (op_7, 2), (op_9, 3)])
async def test_a_session_is_resumed_and_what_was_said_meanwhile_is_answered(
    up: LocalDiscord, disturb: Callable[[Gateway], Awaitable[None]], number: int
) -> None:
    resumes = up.gateway.count(Op.RESUME)
    await disturb(up.gateway)
    assert PLAIN in (await up.ask(mention(PLAIN, who=number, where=number))).words
    assert up.gateway.count(Op.RESUME) == resumes + 1
    assert up.gateway.count(Op.IDENTIFY) == 1
    assert {frame.path for frame in up.gateway.frames.all(lambda f: f.op is Op.RESUME)} == {RESUME_PATH}
