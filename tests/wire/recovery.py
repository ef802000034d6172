"""`python -m tests.wire.recovery`: seconds until all is answered again after each trouble, what was lost or doubled."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from tests.wire.double import LocalDiscord
from tests.wire.events import Event
from tests.wire.refusal import BAD_GATEWAY, limited
from tests.wire.rest import POST_MESSAGE
from tests.wire.trial import trial

ASKED = 10
"""Questions asked the moment something has gone wrong, each by another person in another channel."""

LATEST = 60.0
"""Seconds after which a question counts as lost."""

SETTLED = 2.0
"""Seconds after the last reply in which a second one would have come."""

Trouble = Callable[[LocalDiscord], Awaitable[None]]


async def cut(local: LocalDiscord) -> None:
    """Cut the gateway's line."""
    local.gateway.cut()


async def op_7(local: LocalDiscord) -> None:
    """Ask to reconnect."""
    await local.gateway.ask_to_reconnect()


async def op_9_resumable(local: LocalDiscord) -> None:
    """Invalidate the session, to be resumed."""
    await local.gateway.invalidate(resumable=True)


async def op_9_final(local: LocalDiscord) -> None:
    """Invalidate the session for good."""
    await local.gateway.invalidate(resumable=False)
    await local.gateway.ready.wait()


async def resume_refused(local: LocalDiscord) -> None:
    """Forget the session and cut the line, so that resuming is refused."""
    local.gateway.forget()
    local.gateway.cut()
    await local.gateway.ready.wait()


async def limited_5_s(local: LocalDiscord) -> None:
    """Answer the next message with a 429 of five seconds."""
    local.rest.refuse("POST", POST_MESSAGE, limited(5.0))


async def three_502(local: LocalDiscord) -> None:
    """Answer the next three messages with a 502."""
    for _ in range(3):
        local.rest.refuse("POST", POST_MESSAGE, BAD_GATEWAY)


TROUBLES: dict[str, Trouble] = {
    "the line cut": cut,
    "op 7": op_7,
    "op 9, resumable": op_9_resumable,
    "op 9, final": op_9_final,
    "resume refused": resume_refused,
    "a 429 of 5 s": limited_5_s,
    "three 502s": three_502,
}


async def main() -> None:
    """Let each thing go wrong for a Limber of its own, and print a line of a table for each."""
    for name, trouble in TROUBLES.items():
        async with trial() as up:
            begun = asyncio.get_running_loop().time()
            await trouble(up.local)
            answered, last = await _asked(up.local, up.mentions(ASKED))
            print(  # noqa: T201 - a report
                f"| {name} | {last - begun:.2f} s | {ASKED - len(answered)} lost | "
                f"{sum(count > 1 for count in answered)} doubled |"
            )


async def _asked(local: LocalDiscord, events: list[Event]) -> tuple[list[int], float]:
    """Return how often each question that was answered was, and when the last first answer came."""
    for event in events:
        await local.send(event)
    waiting = [asyncio.create_task(local.answer(event)) for event in events]
    done, late = await asyncio.wait(waiting, timeout=LATEST)
    for task in late:
        task.cancel()
    last = max(task.result().call.at for task in done)
    await asyncio.sleep(SETTLED)
    counts = [len(local.answers(event)) for event in events]
    return [count for count in counts if count], last


if __name__ == "__main__":
    asyncio.run(main())
