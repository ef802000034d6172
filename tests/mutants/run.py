"""Runs the tests of a mutant in a process of its own, which starts as a copy of one that holds the library already."""

from __future__ import annotations

import os
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from importlib.metadata import entry_points
from pathlib import Path
from typing import NoReturn

import pytest

import bot.index
from bot.answering.answer import Answerer
from bot.index import FOLDER
from bot.index.learning import learn
from bot.library import knowledge
from tests.mutants.mutant import Mutant

GUARDS = "tests/answering"
"""The tests that guard the heart."""

OF_KNOWLEDGE = (
    "test_no_row_stands_in_the_knowledge",
    "test_each_row_of_the_data_is_needed_for_one_of_the_sentences",
)
"""Tests that take seconds and are of the knowledge itself: what they would notice others have to."""

KNOWLEDGE = knowledge.load(FOLDER)

OPTIONS = (
    "-q",
    "--ignore",
    f"{GUARDS}/test_context_examples.py",
    "--tb=line",
    "-p",
    "no:cacheprovider",
    "-W",
    "ignore::pytest.PytestAssertRewriteWarning",
)
"""Of pytest. Its plugins are imported already, which it would warn of."""

_FAILED = "failed: "


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a mutant: the tests that failed, all that was written, and the seconds it took."""

    mutant: Mutant
    code: int
    told: str
    seconds: float

    @property
    def failed(self) -> tuple[str, ...]:
        """The ids of the tests that failed."""
        return tuple(line.removeprefix(_FAILED) for line in self.told.splitlines() if line.startswith(_FAILED))

    @property
    def died(self) -> bool:
        """Whether a test failed."""
        return self.code == pytest.ExitCode.TESTS_FAILED and bool(self.failed)

    @property
    def survived(self) -> bool:
        """Whether all tests passed."""
        return self.code == pytest.ExitCode.OK


@dataclass
class Passing:
    """A pytest plugin that runs only the tests that pass with nothing broken, and keeps which failed."""

    failing: Sequence[str]
    failed: list[str] = field(default_factory=list)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out what is expected to fail or known to, and what tries texts by chance: that may fail by chance."""
        items[:] = [item for item in items if not (item.get_closest_marker("xfail") or self._is_out(item))]

    def _is_out(self, item: pytest.Item) -> bool:
        by_chance = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
        return by_chance or item.name.partition("[")[0] in OF_KNOWLEDGE or item.nodeid in self.failing

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep what failed, in a test or in what it needs."""
        if report.failed:
            self.failed.append(report.nodeid)


def run(answerer: Answerer, mutants: Sequence[Mutant], *, jobs: int, failing: Sequence[str] = ()) -> Iterator[Verdict]:
    """Yield a verdict for each mutant as it comes, `jobs` at a time. Tests that are `failing` anyway are left out."""
    for plugin in entry_points(group="pytest11"):
        plugin.load()  # once, and not in every process
    waiting, at_work = list(mutants), dict[int, tuple[Mutant, Path, float]]()
    while waiting or at_work:
        while waiting and len(at_work) < jobs:
            mutant, told = waiting.pop(0), Path(tempfile.mkstemp()[1])
            at_work[_forked(mutant, answerer, told, failing)] = (mutant, told, time.monotonic())
        done, status = os.wait()
        mutant, told, start = at_work.pop(done)
        written = told.read_text(encoding="utf-8", errors="replace")
        told.unlink()
        yield Verdict(mutant, os.waitstatus_to_exitcode(status), written, time.monotonic() - start)


def _forked(mutant: Mutant, answerer: Answerer, told: Path, failing: Sequence[str]) -> int:
    """Start the process of a mutant; return its id."""
    sys.stdout.flush()
    child = os.fork()
    if not child:
        _be(mutant, answerer, told, failing)
    return child


def _be(mutant: Mutant, answerer: Answerer, told: Path, failing: Sequence[str]) -> NoReturn:
    """Be the mutant: break what it breaks, run the tests, and end."""
    code = int(pytest.ExitCode.INTERNAL_ERROR)
    with told.open("w") as out:
        os.dup2(out.fileno(), 1)
        os.dup2(out.fileno(), 2)
        try:
            code = _tested(mutant, answerer, failing)
        except BaseException:  # noqa: BLE001 - the edge of this process: told to the parent, which prints it
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            os._exit(code)


def _tested(mutant: Mutant, answerer: Answerer, failing: Sequence[str]) -> int:
    """Return what pytest says of a mutant, up to the first failure; with nothing broken, of all tests."""
    mutant.breaks(answerer)
    _serve(_learned_anew(answerer) if mutant.learned else answerer)
    plugin = Passing(failing)
    stop = [] if mutant.name == UNBROKEN.name else ["-x"]
    code = pytest.main([*OPTIONS, *stop, GUARDS], plugins=[plugin])
    print(*(f"{_FAILED}{name}" for name in plugin.failed), sep="\n")  # noqa: T201 - to the parent
    return int(code)


def _learned_anew(answerer: Answerer) -> Answerer:
    """Return an answerer that has learned from the same texts in this process."""
    with tempfile.TemporaryDirectory() as place:
        return Answerer(answerer.library, learn(answerer.library, FOLDER, [Path(place)]))


def _serve(answerer: Answerer) -> None:
    """Let whoever opens or loads the knowledge that ships with Limber have this one."""
    opened, loaded = bot.index.open_answerer, knowledge.load
    mine = replace(KNOWLEDGE, library=answerer.library)
    bot.index.open_answerer = lambda folder, **given: answerer if folder == FOLDER else opened(folder, **given)
    knowledge.load = lambda folder, *given: mine if folder == FOLDER else loaded(folder, *given)


UNBROKEN = Mutant("nothing broken", lambda _: None)
