"""How far what happens travels through the code: `python -m tests.trips` prints a table, a line a trip.

A trip is followed with `sys.setprofile`. Counted are the calls of functions of `bot/` (a coroutine taken up again is
called again), the files they stand in, and how often the next call stands in another file, or in another package, than
the last one. What runs in other threads and processes is not seen.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

import simcord

import bot
from bot.answering.answer import Answerer
from bot.desk.desk import Desk
from bot.desk.service import Service
from bot.index import FOLDER, open_answerer
from bot.on_discord.client import LimberClient
from bot.on_discord.front import Front, Scope
from tests.desk.stage import CLINIC, PLAIN, Clock, opened

QUESTION = "How long should I hold a hamstring stretch so it helps my back?"
BUTTON = "Seated chair hamstring stretch"
ROOT = f"{Path(bot.__file__).parent}{os.sep}"


@dataclass
class Trip:
    """The files of `bot/` that were called into, one entry a call, in order."""

    name: str
    calls: list[str] = field(default_factory=list)

    @property
    def files(self) -> int:
        """How many files were entered."""
        return len(set(self.calls))

    @property
    def changes(self) -> int:
        """How often the next call stood in another file."""
        return _changes(self.calls)

    @property
    def package_changes(self) -> int:
        """How often the next call stood in another package; a module beside the packages counts as one."""
        return _changes([file.split(os.sep)[0] for file in self.calls])


def _changes(places: list[str]) -> int:
    return sum(last != place for last, place in pairwise(places))


@contextmanager
def followed(name: str) -> Iterator[Trip]:
    """Follow what is called inside the block, in this thread."""
    trip = Trip(name)

    def see(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and (file := frame.f_code.co_filename).startswith(ROOT):
            trip.calls.append(file.removeprefix(ROOT))

    sys.setprofile(see)
    try:
        yield trip
    finally:
        sys.setprofile(None)


@asynccontextmanager
async def _environment(answerer: Answerer) -> AsyncIterator[simcord.Env]:
    """Hold Limber on an in-memory Discord, with a store on a real file."""
    with TemporaryDirectory() as folder:
        async with opened(Path(folder)) as store:
            service = Service(Desk(answerer, CLINIC), store, Clock())
            env = simcord.Env(LimberClient(Front(service, Scope())))
            await env.start()
            try:
                yield env
            finally:
                await env.shutdown()


async def on_discord(answerer: Answerer) -> list[Trip]:
    """Follow a mention, a press of a button under its reply, and a command."""
    async with _environment(answerer) as env:
        guild = env.create_guild()
        channel = guild.create_text_channel("back-pain")
        patient = guild.add_member(env.create_user("pat"))
        assert env.bot.user is not None
        with followed("a mention → its reply") as mention:
            await patient.send(channel, f"{env.bot.user.mention} {QUESTION}")
        await patient.send(channel, f"{env.bot.user.mention} {PLAIN}")
        assert channel.last_message is not None
        with followed(f"a press of “{BUTTON}”") as press:
            await patient.click(channel.last_message, label=BUTTON)
        with followed("/stretch place:desk care:disc") as stretch:
            await patient.slash(channel, "stretch", place="desk", care="disc")
    return [mention, press, stretch]


def of_a_question(answerer: Answerer) -> Trip:
    """Follow a question to its answer, inside `bot/answering` alone."""
    answerer.answer(QUESTION)
    with followed("Answerer.answer(question)") as trip:
        answerer.answer(QUESTION)
    return trip


def of_an_edit() -> Trip:
    """Follow a sentence added to an answer, from the file to the library and its index."""
    with TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(FOLDER, Path(folder) / "knowledge"))
        topic = copy / "topics" / "lifting.md"
        topic.write_text(topic.read_text(encoding="utf-8").rstrip() + " Take your time.\n", encoding="utf-8")
        with followed("an answer is edited → it is served") as trip:
            open_answerer(copy)
    return trip


def table(trips: list[Trip]) -> str:
    """Lay the trips out in Markdown."""
    lines = ["| trip | calls | files | changes of file | of package |", "|---|---|---|---|---|"]
    lines += [f"| {t.name} | {len(t.calls)} | {t.files} | {t.changes} | {t.package_changes} |" for t in trips]
    return "\n".join(lines)


def main() -> None:
    """Print the table."""
    answerer = open_answerer(FOLDER)
    trips = [of_a_question(answerer), *asyncio.run(on_discord(answerer)), of_an_edit()]
    sys.stdout.write(table(trips) + "\n")


if __name__ == "__main__":
    main()
