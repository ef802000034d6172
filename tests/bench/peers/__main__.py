"""`make bench-peers`: every peer and Limber on every set that is there, as Markdown, and as a picture in docs/."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bot.index import FOLDER, open_answerer
from tests.bench.peers.contest import PEERS, PIPE, Contestant, Measured, QuestionSet, measure_or_say_why, peer
from tests.bench.peers.limber import copy_knowledge, limber, phrasings_json
from tests.bench.peers.phrasings import read_phrasings
from tests.bench.peers.plot import Panel, Point, draw
from tests.bench.peers.report import HOW, Row, head, not_measured, rows, table, tree
from tests.bench.peers.typos import misspelt
from tests.bench.questions import SETS, read_questions

ROOT = Path(__file__).parents[3]
PYTHON = ROOT / ".venv-peers" / "bin" / "python"
PICTURE = ROOT / "docs" / "bench.svg"


def main(paths: Sequence[str]) -> None:
    """Measure on the sets named, or on the development sets."""
    found = [Path(path) for path in paths] or [p for p in sorted(SETS.glob("*.jsonl")) if "safety" not in p.name]
    if not found:
        print(f"no question set at {SETS}; LIMBER_QUESTIONS names another folder")  # noqa: T201 - a report
        return
    sets = [_read(path) for path in found]
    commit = tree()
    with tempfile.TemporaryDirectory() as folder:
        _report(commit, Path(folder), sets)


def _read(path: Path) -> QuestionSet:
    """Read a set, each question on one line, since a line is how it is asked."""
    questions = [replace(q, text=" ".join(q.text.splitlines())) for q in read_questions(path)]
    typos = misspelt([q.text for q in questions])
    slipped = [replace(q, text=text) for q, text in zip(questions, typos, strict=True)]
    return QuestionSet(path.name, tuple(questions), tuple(slipped))


def _report(commit: str, folder: Path, sets: Sequence[QuestionSet]) -> None:
    """Measure everyone, print the tables and draw the picture."""
    knowledge = copy_knowledge(folder)
    ours = limber(knowledge)
    own = measure_or_say_why(ours, sets)
    topics = folder / "topics.jsonl"
    topics.write_text(phrasings_json(knowledge), "utf-8")
    pipe = measure_or_say_why(peer(PIPE, PYTHON, topics), sets)
    contestants = [peer(who, PYTHON, topics) for who in PEERS]
    lines = [_line(contestant, measure_or_say_why(contestant, sets), sets) for contestant in contestants]
    lines.append(_line(ours, own, sets))
    picture = draw([_panel(part, at, lines) for at, part in enumerate(sets)])
    if not isinstance(own, str):
        lines.append(rows(replace(ours, name="**Limber**, as it decides"), own, sets, open_answerer(FOLDER)))
    print(head(commit, len(read_phrasings(topics).texts), pipe), "\n")  # noqa: T201 - a report
    for at, part in enumerate(sets):
        print("\n".join(table(part, [line if isinstance(line, str) else line[at] for line in lines])), "\n")  # noqa: T201 - a report
    print(HOW)  # noqa: T201 - a report
    PICTURE.write_text(picture, "utf-8")


def _line(contestant: Contestant, found: Measured | str, sets: Sequence[QuestionSet]) -> list[Row] | str:
    """Return what stands in the tables: a matcher's row of every set, or why there is none."""
    return not_measured(contestant.name, found) if isinstance(found, str) else rows(contestant, found, sets)


def _panel(part: QuestionSet, at: int, lines: Sequence[list[Row] | str]) -> Panel:
    measured = [line[at] for line in lines if not isinstance(line, str)]
    points = [Point(row.contestant.short, row.times.middle, row.figures.first.share) for row in measured]
    return Panel(part.name, tuple(points))


if __name__ == "__main__":
    main(sys.argv[1:])
