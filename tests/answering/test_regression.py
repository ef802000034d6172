"""No figure of the regression set falls: a floor each, and the set itself stands as it was written."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from rapidfuzz import fuzz, process

from bot.answering.answer import Answerer
from bot.answering.text import words
from bot.index import FOLDER
from bot.library import Library
from tests.answering.regression import ROWS, Figure, measure, read_rows

POINT = 0.01
"""What a figure may fall below what was measured, as a share of its rows."""


@dataclass(frozen=True, slots=True)
class Floor:
    """Of how many rows a figure held when it was measured. A figure that is not wanted has a ceiling instead."""

    figure: str
    measured: int
    of: int


# Measured on the code of 5ed368f; 14 were raised for the plain words and the new confidence, to a row or two under what
# was measured, since learning anew moves that many. Once a figure is better its floor is raised, in a commit of its
# own; no floor is ever lowered and no ceiling raised. `python -m tests.answering.regression` prints today's figures.
# What is worse stands within what is less bad (an alarm is an alarm or a check), so that no mend lowers a figure.
FLOORS = (
    Floor("plain: right first", 90, of=95),
    Floor("plain: right in three", 94, of=95),
    Floor("plain: answered right", 83, of=95),
    Floor("plain: answered wrong", 3, of=95),
    Floor("plain: helpful", 91, of=95),
    Floor("fragments: answered", 3, of=25),
    Floor("fragments: answered or offered", 15, of=25),
    Floor("outside: answered", 1, of=80),
    Floor("outside: answered or offered", 10, of=80),
    Floor("plain: alarms", 0, of=95),
    Floor("plain: alarms or checks", 0, of=95),
    Floor("fragments: alarms", 1, of=25),
    Floor("fragments: alarms or checks", 4, of=25),
    Floor("outside: alarms", 0, of=80),
    Floor("outside: alarms or checks", 0, of=80),
    Floor("crisis: found", 10, of=10),
    Floor("emergency: found or asked", 40, of=41),
    Floor("emergency: found", 39, of=41),
    Floor("same-day: found or asked", 35, of=36),
    Floor("same-day: found", 34, of=36),
    Floor("soon: found or asked", 12, of=13),
    Floor("soon: found", 12, of=13),
    Floor("same-day: graver than reported", 1, of=36),
    Floor("reports: the right flag", 86, of=100),
    Floor("harmless: alarms", 2, of=100),
    Floor("harmless: alarms or checks", 8, of=100),
    Floor("harmless, denied: alarms", 0, of=14),
    Floor("harmless, denied: alarms or checks", 1, of=14),
    Floor("harmless, supposed: alarms", 0, of=14),
    Floor("harmless, supposed: alarms or checks", 1, of=14),
    Floor("harmless, asked: alarms", 0, of=14),
    Floor("harmless, asked: alarms or checks", 0, of=14),
    Floor("harmless, past: alarms", 0, of=14),
    Floor("harmless, past: alarms or checks", 1, of=14),
    Floor("harmless, over: alarms", 0, of=14),
    Floor("harmless, over: alarms or checks", 1, of=14),
    Floor("harmless, other: alarms", 2, of=14),
    Floor("harmless, other: alarms or checks", 3, of=14),
    Floor("harmless, idiom: alarms", 0, of=16),
    Floor("harmless, idiom: alarms or checks", 2, of=16),
)

WRITTEN = "5c9772bc5d5873d50727e4bd01a1682c1d8c6ab421f6133ff388e752d75a3983"
"""The SHA-256 of the rows as first written. They stay so; more rows make another file."""

NEAR = 90.0
"""Likeness (`rapidfuzz.fuzz.ratio`, 100 = the same) from which a text is one of the knowledge with a word changed."""

LONG = 6
"""Words from which likeness says something: short texts are all alike."""


@pytest.fixture(scope="module")
def figures(answerer: Answerer) -> Mapping[str, Figure]:
    return {figure.name: figure for figure in measure(answerer, read_rows())}


@pytest.mark.parametrize("floor", FLOORS, ids=lambda floor: floor.figure)
def test_no_figure_is_worse_than_it_was(figures: Mapping[str, Figure], floor: Floor) -> None:
    figure = figures[floor.figure]
    assert figure.of == floor.of
    worse = floor.measured - figure.holds if figure.wanted else figure.holds - floor.measured
    assert worse <= POINT * figure.of, [judged.message.text for judged in figure.against]


def test_every_figure_has_its_floor(figures: Mapping[str, Figure]) -> None:
    assert [floor.figure for floor in FLOORS] == list(figures)


def test_the_rows_stand_as_first_written() -> None:
    assert hashlib.sha256(ROWS.read_bytes()).hexdigest() == WRITTEN
    assert Counter(row.kind for row in read_rows()) == {"plain": 120, "report": 100, "harmless": 100, "outside": 80}


def test_the_labels_name_topics_and_flags_that_there_are(library: Library) -> None:
    rows = read_rows()
    assert {topic for row in rows for topic in row.fine} <= {*library.topics, "none"}
    assert {row.flag for row in rows} == {*library.flags, "none"} - NEWER


NEWER = {"rf-abuse", "rf-medicine", "rf-neck-cord"}
"""Flags that were written after the set was."""


def test_no_row_stands_in_the_knowledge() -> None:
    known = {" ".join(words(line)): line for line in _lines(FOLDER)}
    texts = {" ".join(words(row.text)): row.text for row in read_rows()}
    assert [texts[text] for text in texts if text in known] == []
    long = [text for text in texts if len(text.split()) >= LONG]
    near = [(text, process.extractOne(text, known, scorer=fuzz.ratio, score_cutoff=NEAR)) for text in long]
    assert [(texts[text], match[0]) for text, match in near if match] == []


def _lines(folder: Path) -> Iterator[str]:
    """Yield every line of a knowledge folder's texts."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".md", ".toml", ".txt"):
            yield from path.read_text(encoding="utf-8").splitlines()
