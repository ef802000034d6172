"""One Limber that is up on a local Discord, to be measured with the questions of the FAQ."""

from __future__ import annotations

import gc
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.index import FOLDER, open_answerer
from tests.wire.double import LocalDiscord
from tests.wire.events import Event, mention, slash
from tests.wire.process import Limber
from tests.wire.world import CHANNELS


@dataclass(frozen=True, slots=True)
class Trial:
    """A Limber, the Discord it is on, and the questions to ask it in turn, each as another person."""

    local: LocalDiscord
    limber: Limber
    questions: list[str]

    def slashes(self, count: int) -> list[Event]:
        """Return that many questions asked with `/ask`."""
        ask = self.local.command("ask")
        return [slash(ask, who, question=question) for who, question in self._askers(count)]

    def mentions(self, count: int) -> list[Event]:
        """Return that many questions asked with a mention, over all channels."""
        return [mention(question, who, who % CHANNELS) for who, question in self._askers(count)]

    def _askers(self, count: int) -> Iterator[tuple[int, str]]:
        return ((who, self.questions[who % len(self.questions)]) for who in range(count))


@asynccontextmanager
async def trial() -> AsyncIterator[Trial]:
    """Start a Limber and wait until it is up; in the end stop it, and print how it ended."""
    questions = [topic.question for topic in open_answerer(FOLDER).library.topics.values()]
    gc.freeze()  # what we hold for the questions is not looked through for garbage while we measure
    local = LocalDiscord()
    await local.start()
    with tempfile.TemporaryDirectory() as folder:
        limber = await Limber.launch(local.api_url, Path(folder))
        await limber.until_ready(local)
        yield Trial(local, limber, questions)
        print(f"exit status {await limber.stop()}, violations {local.violations}")  # noqa: T201 - a report
    await local.stop()
