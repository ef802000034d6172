"""Knowledge that changes while Limber runs."""

from __future__ import annotations

import asyncio
import re
import sys
from pathlib import Path

import pytest

from bot.answering.answer import Answerer
from bot.desk.desk import Desk
from bot.desk.service import Service
from bot.errors import StoreError
from bot.on_discord import upkeep
from bot.on_discord.upkeep import Chores
from bot.store.store import Store
from tests.desk.stage import CLINIC, PLAIN, TOPIC, Clock

MENDED = "Can short hamstrings make my back hurt?"


class Knowledge:
    """A knowledge folder with few examples, and Limber serving while it changes."""

    def __init__(self, folder: Path, answerer: Answerer, store: Store) -> None:
        self.topic = folder / "topics" / f"{TOPIC}.md"
        self.service = Service(Desk(answerer, CLINIC), store, Clock())
        self.chores = Chores(self.service, folder)

    def edit(self, old: str, new: str) -> None:
        text = self.topic.read_text(encoding="utf-8")
        assert old in text
        self.topic.write_text(text.replace(old, new, 1), encoding="utf-8")

    @property
    def served(self) -> str:
        return self.service.desk.library.topics[TOPIC].question


@pytest.fixture
def knowledge(small: Path, answerer: Answerer, store: Store) -> Knowledge:
    return Knowledge(small, answerer, store)


async def test_a_broken_knowledge_file_keeps_the_old_library_serving_and_a_mended_one_is_taken_up(
    knowledge: Knowledge, answerer: Answerer, caplog: pytest.LogCaptureFixture
) -> None:
    knowledge.edit("question =", "questoin =")
    await knowledge.chores.look()
    assert knowledge.service.desk.answerer is answerer
    assert f"topics/{TOPIC}.md" in caplog.text
    knowledge.edit("questoin =", "question =")
    knowledge.edit(PLAIN, MENDED)
    await knowledge.chores.look()
    assert knowledge.served == MENDED


async def test_what_is_still_broken_is_logged_once(knowledge: Knowledge, caplog: pytest.LogCaptureFixture) -> None:
    knowledge.edit("question =", "questoin =")
    for _ in range(3):
        await knowledge.chores.look()
    assert len(caplog.records) == 1


async def test_knowledge_that_has_not_changed_is_not_learned_again(knowledge: Knowledge, answerer: Answerer) -> None:
    knowledge.topic.touch()
    await knowledge.chores.look()
    assert knowledge.service.desk.answerer is answerer


async def test_a_folder_that_is_away_keeps_the_old_library_serving(knowledge: Knowledge, answerer: Answerer) -> None:
    folder = knowledge.topic.parents[1]
    folder.rename(folder.with_name("away"))
    await knowledge.chores.look()
    assert knowledge.service.desk.answerer is answerer


UNSOUND = [
    ("flags/rf-crisis.md", None, "flags/rf-crisis.md: is missing"),
    ("flags/rf-chest.md", (r"(?m)^signs = .*$", "signs = []"), "the level emergency has no `signs`"),
    ("topics/lifting.md", (r"(?m)^- ", "- Take 400 mg. "), "`400 mg` reads like a dose"),
]


@pytest.mark.parametrize(("file", "change", "said"), UNSOUND)
async def test_knowledge_that_is_not_sound_is_not_taken_up(
    copy: Path,
    answerer: Answerer,
    store: Store,
    caplog: pytest.LogCaptureFixture,
    file: str,
    change: tuple[str, str] | None,
    said: str,
) -> None:
    service = Service(Desk(answerer, CLINIC), store, Clock())
    chores = Chores(service, copy)
    path = copy / file
    if change is None:
        path.unlink()
    else:
        path.write_text(re.sub(*change, path.read_text("utf-8"), count=1), "utf-8")
    await chores.look()
    assert service.desk.answerer is answerer
    (record,) = caplog.records
    assert record.levelname == "ERROR"
    assert said in record.getMessage()


async def test_learning_that_dies_keeps_the_old_library_serving_and_is_logged(
    knowledge: Knowledge, answerer: Answerer, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "learning_command", lambda folder: (sys.executable, "-c", "raise SystemExit(3)"))
    knowledge.edit(PLAIN, MENDED)
    await knowledge.chores.look()
    assert knowledge.service.desk.answerer is answerer
    assert "status 3" in caplog.text


async def test_learning_that_would_never_end_ends_when_limber_stops(
    knowledge: Knowledge, answerer: Answerer, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = asyncio.Event()

    def command(folder: Path) -> tuple[str, ...]:
        begun.set()
        return (sys.executable, "-c", "while True: pass")

    monkeypatch.setattr(upkeep, "learning_command", command)
    knowledge.edit(PLAIN, MENDED)
    knowledge.chores.start()
    await begun.wait()
    await knowledge.chores.stop()
    assert knowledge.service.desk.answerer is answerer


@pytest.mark.parametrize("trouble", [OSError("no disk"), StoreError("the file is locked"), ValueError("unforeseen")])
async def test_a_chore_that_fails_is_logged_and_the_others_go_on(
    knowledge: Knowledge, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, trouble: Exception
) -> None:
    looked = asyncio.Event()

    async def fail() -> None:
        raise trouble

    async def look() -> None:
        looked.set()

    monkeypatch.setattr(knowledge.service, "forget_old", fail)
    monkeypatch.setattr(knowledge.chores, "look", look)
    knowledge.chores.start()
    await looked.wait()
    await knowledge.chores.stop()
    assert str(trouble) in caplog.text
