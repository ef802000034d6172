"""`python -m tests.wire [N]`: milliseconds from a gateway event to its reply on the wire, over N events of a kind."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterable

from tests.wire.double import LocalDiscord
from tests.wire.events import Event
from tests.wire.trial import trial

EVENTS = 500


async def main(count: int) -> None:
    """Ask every question of the FAQ in turn, one after another, each as another person, and print what it took."""
    async with trial() as up:
        for name, asked in (("/ask", up.slashes), ("mention", up.mentions)):
            taken = sorted([await _milliseconds(up.local, event) for event in asked(count)])
            print(f"{name}: {count} asked, " + _figures(taken))  # noqa: T201 - a report


async def _milliseconds(local: LocalDiscord, event: Event) -> float:
    told = await local.send(event)
    return ((await local.answer(event)).call.at - told) * 1000


def _figures(taken: list[float]) -> str:
    marks: Iterable[tuple[str, float]] = (("p50", 0.5), ("p90", 0.9), ("p99", 0.99))
    return (
        ", ".join(f"{name} {taken[int(len(taken) * share)]:.2f} ms" for name, share in marks)
        + f", worst {taken[-1]:.2f} ms"
    )


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if sys.argv[1:] else EVENTS))
