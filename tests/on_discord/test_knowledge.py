"""Knowledge that changes while Limber runs."""

from __future__ import annotations

import re
import shutil
from itertools import chain
from pathlib import Path

import pytest

from bot.answering.answer import Answerer
from bot.desk.desk import Desk
from bot.desk.service import Service
from bot.library.knowledge import load
from bot.library.required import NOTHING
from bot.on_discord.upkeep import Chores
from bot.store.store import Store
from tests.desk.stage import CLINIC, PLAIN, TOPIC, Clock

MENDED = "Can short hamstrings make my back hurt?"


def opened(folder: Path) -> Answerer:
    """Return an answerer over a part of the knowledge."""
    knowledge = load(folder, NOTHING)
    return Answerer(knowledge.library, knowledge.examples)


class Knowledge:
    """A small knowledge folder, so that learning takes a second, and Limber serving while it changes."""

    def __init__(self, folder: Path, answerer: Answerer, store: Store) -> None:
        self.topic = folder / "topics" / f"{TOPIC}.md"
        self.service = Service(Desk(answerer, CLINIC), store, Clock())
        self.chores = Chores(self.service, folder, opened)

    def edit(self, old: str, new: str) -> None:
        text = self.topic.read_text(encoding="utf-8")
        assert old in text
        self.topic.write_text(text.replace(old, new, 1), encoding="utf-8")

    @property
    def served(self) -> str:
        return self.service.desk.library.topics[TOPIC].question


@pytest.fixture
def knowledge(copy: Path, answerer: Answerer, store: Store) -> Knowledge:
    kept = {TOPIC, "lifting", "rf-cauda-equina"}
    for file in chain(*((copy / room).iterdir() for room in ("topics", "flags", "examples/topics", "examples/flags"))):
        if file.name.partition(".")[0] not in kept:
            file.unlink()
    for name in ("harmless", "outside"):
        shutil.rmtree(copy / "examples" / name)
    for name in ("outside.toml", "article.md"):
        (copy / name).unlink()
    for file in (copy / "topics").iterdir():
        file.write_text(re.sub(r"(?m)^(related|claims) = .*$", r"\1 = []", file.read_text("utf-8")), "utf-8")
    return Knowledge(copy, answerer, store)


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
