"""One library and one answerer for all tests: they are frozen, and making them takes seconds. A store and a clock."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.answering.answer import Answerer
from bot.desk.desk import Desk
from bot.index import FOLDER, open_answerer
from bot.library import Examples, Library
from bot.library.knowledge import load
from bot.library.required import FEWEST_TOLD
from bot.store.store import Store
from tests.desk.stage import CLINIC, Clock, opened


@pytest.fixture(scope="session")
def answerer() -> Answerer:
    return open_answerer(FOLDER)


@pytest.fixture(scope="session")
def library(answerer: Answerer) -> Library:
    return answerer.library


@pytest.fixture(scope="session")
def examples() -> Examples:
    return load(FOLDER).examples


@pytest.fixture(scope="session")
def desk(answerer: Answerer) -> Desk:
    return Desk(answerer, CLINIC)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    """A store on a SQLite file of the test's own."""
    async with opened(tmp_path) as held:
        yield held


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A knowledge folder of one's own, to break."""
    return Path(shutil.copytree(FOLDER, tmp_path / "knowledge"))


@pytest.fixture
def edit(copy: Path) -> Callable[[str, str, str], Path]:
    """Replace words in a file of the copied folder, which must hold them."""

    def replace(file: str, old: str, new: str) -> Path:
        path = copy / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return copy

    return replace


FEW = FEWEST_TOLD + 5
"""Examples of each file that are left in `small`."""


def small_folder(at: Path) -> Path:
    """Copy the knowledge folder into another, with few examples, so that learning takes few seconds."""
    folder = Path(shutil.copytree(FOLDER, at / "knowledge"))
    for file in (folder / "examples").rglob("*.txt"):
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        file.write_text("".join(lines[:FEW]), encoding="utf-8")
    return folder


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound folder with few examples, and a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return small_folder(tmp_path)
