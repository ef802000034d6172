"""`python -m tests.wire.load`: 100 `/ask` a second for a minute, then 40 mentions a second over 50 channels."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from tests.wire.double import LocalDiscord
from tests.wire.events import Event
from tests.wire.gateway import Op
from tests.wire.process import Limber
from tests.wire.trial import trial

SECONDS = 60
LATEST = 10.0
"""Seconds after the last event within which every reply must have come."""


async def main(seconds: int) -> None:
    """Load the real process, at a fixed rate that waits for nobody, and print what it took."""
    async with trial() as up:
        local, limber = up.local, up.limber
        print(f"memory at start {_megabytes(limber)} MB")  # noqa: T201 - a report
        for name, rate, asked in (("/ask", 100, up.slashes), ("mention", 40, up.mentions)):
            figures = await _loaded(local, asked(rate * seconds), rate)
            print(f"{name}, {rate} a second: {figures}")  # noqa: T201 - a report
        beats, due = local.gateway.count(Op.HEARTBEAT), int(2 * seconds / local.gateway.heartbeat)
        print(f"memory at end {_megabytes(limber)} MB, heartbeats {beats} of at least {due}")  # noqa: T201 - a report


async def _loaded(local: LocalDiscord, events: list[Event], rate: int) -> str:
    """Send the events at a rate, and return the figures of their replies."""
    loop = asyncio.get_running_loop()
    begun, told = loop.time(), {}
    for number, event in enumerate(events):
        await asyncio.sleep(max(0.0, begun + number / rate - loop.time()))
        told[event.id] = await local.send(event)
    late = loop.time() + LATEST
    while loop.time() < late and len(_shown(local, told)) < len(events):  # noqa: ASYNC110 - a load, watched from outside
        await asyncio.sleep(0.1)
    taken = sorted((at - told[key]) * 1000 for key, at in _shown(local, told).items())
    marks = ", ".join(f"p{share} {taken[len(taken) * share // 100]:.1f} ms" for share in (50, 99))
    return f"{len(events)} sent, {len(taken)} answered, {marks}, worst {taken[-1]:.1f} ms"


def _shown(local: LocalDiscord, told: dict[str, float]) -> dict[str, float]:
    """Return when each event was first answered."""
    first: dict[str, float] = {}
    for shown in local.rest.messages.shown.items:
        if shown.about in told:
            first.setdefault(shown.about, shown.call.at)
    return first


def _megabytes(limber: Limber) -> int:
    """Return the process's resident memory."""
    status = Path(f"/proc/{limber.process.pid}/status").read_text(encoding="utf-8")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) // 1024


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if sys.argv[1:] else SECONDS))
