"""What the service and Discord are tried on: what people write, a clock, and a store on a real SQLite file."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.answering.answer import Answer, Answerer
from bot.desk.card import Card, Where
from bot.desk.clinic import Clinic
from bot.desk.hours import parse_hours
from bot.desk.service import Asked, Reply, Service
from bot.index import FOLDER
from bot.library import Examples
from bot.library.knowledge import load
from bot.store.codes import Codes
from bot.store.engine import PATIENCE, open_engine
from bot.store.migrating import migrate
from bot.store.store import Store
from bot.store.totals import Totals

CLINIC = Clinic("Harbour Clinic", "our front desk on 555 0100", "999", "NHS 111", "116 123", "111")

PAT, OTH, CHANNEL, MESSAGE = 7, 8, 70, 700
FILE = "limber.sqlite3"
PLAIN, TOPIC = "Can tight hamstrings make my back hurt?", "hamstring-back-link"
URGENT = "I can't pee since my back went"
CRISIS = "I want to die"
UNKNOWN = "???"
SOON = f"I have lost weight without trying. {PLAIN}"
LOW = "This pain is getting me down. How should I sit at work?"
OPEN_WEEKDAYS = replace(CLINIC, hours=parse_hours("Mon-Fri 9:00-17:00 Europe/London"))


@dataclass
class Clock:
    """A clock that stands still until it is moved. It begins on a Tuesday at noon."""

    now: datetime = datetime(2026, 11, 24, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[Store]:
    """Hold a store on a fresh SQLite file."""
    await asyncio.to_thread(_set_up, folder)
    store = await Store.open(_url(folder))
    yield store
    await store.close()


@asynccontextmanager
async def read_only(folder: Path) -> AsyncIterator[Store]:
    """Hold a store on a SQLite file that cannot be written, whoever runs the tests."""
    await asyncio.to_thread(_set_up, folder)
    url = _url(folder).replace("sqlite:///", "sqlite:///file:") + "?mode=ro&uri=true"
    store = Store(open_engine(url, PATIENCE), Codes(b"k" * 32))
    yield store
    await store.close()


def _url(folder: Path) -> str:
    return f"sqlite:///{folder}/{FILE}"


def _set_up(folder: Path) -> None:
    (folder / FILE).write_bytes(_migrated())


@cache
def _migrated() -> bytes:
    """A database with its tables, made once: a migration takes longer than most tests."""
    with TemporaryDirectory() as folder:
        asyncio.run(migrate(_url(Path(folder))))
        return (Path(folder) / FILE).read_bytes()


def text_of(card: Card) -> str:
    """All that can be read on a card."""
    lines = [line for section in card.sections for line in (section.title, *section.lines)]
    return "\n".join([card.title, *lines, card.footer, *(button.label for button in card.buttons)])


def a_question(answerer: Answerer, kind: type[Answer]) -> str:
    """Find a message people really write that has such an outcome, looking through the least grave first."""
    told = sorted(_examples().flags.items(), key=lambda item: item[0][1].gravity)
    return next(words for _, texts in told for words in texts if type(answerer.answer(words)) is kind)


@cache
def _examples() -> Examples:
    return load(FOLDER).examples


def ask(
    service: Service, words: str, person: int = PAT, *, where: Where = Where.PUBLIC, channel: int = CHANNEL
) -> Reply:
    return service.receive(Asked(words, person, channel, where))


async def totals(store: Store, clock: Clock) -> Totals:
    return await store.totals(clock().date(), clock().date())
