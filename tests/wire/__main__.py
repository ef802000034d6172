"""`python -m tests.wire [N]`: milliseconds from a gateway event to its reply on the wire, over N events of a kind."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from bot.opening import FOLDER, open_answerer
from tests.wire.double import LocalDiscord
from tests.wire.events import Event, mention, slash
from tests.wire.process import Limber
from tests.wire.world import CHANNELS

EVENTS = 500


async def main(count: int) -> None:
    """Ask every question of the FAQ in turn, one after another, each as another person, and print what it took."""
    questions = [topic.question for topic in open_answerer(FOLDER).library.topics.values()]
    local = LocalDiscord()
    await local.start()
    with tempfile.TemporaryDirectory() as folder:
        limber = await Limber.launch(local.api_url, Path(folder))
        await limber.until_ready(local)
        ask = local.command("ask")
        kinds: dict[str, Callable[[int, str], Event]] = {
            "/ask": lambda who, question: slash(ask, who, question=question),
            "mention": lambda who, question: mention(question, who, who % CHANNELS),
        }
        for name, make in kinds.items():
            events = [make(number, questions[number % len(questions)]) for number in range(count)]
            taken = sorted([await _milliseconds(local, event) for event in events])
            print(f"{name}: {count} asked, " + _figures(taken))  # noqa: T201 - a report
        status = await limber.stop()
        print(f"exit status {status}, violations {local.violations}")  # noqa: T201 - a report
    await local.stop()


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
