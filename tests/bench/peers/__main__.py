"""`make bench-peers`: every peer and Limber on every set that is there, as Markdown, and as a picture in docs/."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bot.index import FOLDER, open_answerer
from tests.bench.peers.contest import PEERS, PIPE, Contestant, Measured, QuestionSet, measure_or_say_why, peer
from tests.bench.peers.limber import copy_knowledge, limber, phrasings_json
from tests.bench.peers.phrasings import read_phrasings
from tests.bench.peers.plot import Panel, Point, draw
from tests.bench.peers.report import HOW, Row, head, not_measured, rows, table, tree
from tests.bench.peers.typos import misspelt
from tests.bench.questions import SETS, Question, read_questions
from tests.bench.real import REAL, read_scoped

ROOT = Path(__file__).parents[3]
PYTHON = ROOT / ".venv-peers" / "bin" / "python"
PICTURE = ROOT / "docs" / "bench.svg"


def main(paths: Sequence[str]) -> None:
    """Measure on the sets named, or on real messages and the development sets."""
    sets = [_set(Path(path).name, read_questions(Path(path))) for path in paths] or list(_sets())
    if not sets:
        print(f"no question set at {SETS}; LIMBER_QUESTIONS names another folder")  # noqa: T201 - a report
        return
    commit = tree()
    with tempfile.TemporaryDirectory() as folder:
        _report(commit, Path(folder), sets)


def _sets() -> Iterator[QuestionSet]:
    """Yield every set that is there, real people's messages first."""
    if REAL:
        yield _set("Real people's messages", [question for _, question in read_scoped(REAL)])
    for path in sorted(SETS.glob("*questions*.jsonl")):
        yield _set(path.name, read_questions(path))


def _set(name: str, questions: Sequence[Question]) -> QuestionSet:
    """Return a set, each question on one line, since a line is how it is asked."""
    asked = [replace(q, text=" ".join(q.text.splitlines())) for q in questions]
    typos = misspelt([q.text for q in asked])
    slipped = [replace(q, text=text) for q, text in zip(asked, typos, strict=True)]
    return QuestionSet(name, tuple(asked), tuple(slipped))


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
