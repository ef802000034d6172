"""Who is measured, and how: alone, one after the other, three runs of each, the best of them kept."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.peers.process import NotMeasured, Process
from tests.bench.peers.reply import Reply
from tests.bench.questions import Question

RUNS = 3
"""Timed runs. The machine may be shared, so a figure of time is the best of them."""

WARM_UP = 50
"""Questions asked before the clock is looked at."""


@dataclass(frozen=True, slots=True)
class Contestant:
    """A matcher by the command that starts it. `short` is its name where there is little room."""

    name: str
    short: str
    command: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """A labelled set, and the same questions with typos put in."""

    name: str
    questions: tuple[Question, ...]
    misspelt: tuple[Question, ...]

    @property
    def texts(self) -> list[str]:
        """The questions as asked."""
        return [question.text for question in self.questions]


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds a question: the middle and the 99th percentile."""

    middle: float
    worst: float


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured. `first_start` is with nothing stored, so that it holds the building; `start` is with it."""

    replies: Mapping[str, Reply]
    times: tuple[Times, ...]
    first_start: float
    start: float
    megabytes: float | None


def measure(contestant: Contestant, sets: Sequence[QuestionSet]) -> Measured:
    """Ask everything once, with typos too; then time the sets in `RUNS` new processes. Raises `NotMeasured`."""
    replies: dict[str, Reply] = {}
    with Process(contestant.command, contestant.environment) as process:
        for text in (q.text for part in sets for q in (*part.questions, *part.misspelt)):
            replies[text] = process.ask(text).reply
        first_start = process.start_seconds
    runs = [_run(contestant, sets) for _ in range(RUNS)]
    return Measured(
        replies,
        tuple(_best([run.times[at] for run in runs]) for at in range(len(sets))),
        first_start,
        min(run.start for run in runs),
        min((run.megabytes for run in runs if run.megabytes is not None), default=None),
    )


def _run(contestant: Contestant, sets: Sequence[QuestionSet]) -> Measured:
    with Process(contestant.command, contestant.environment) as process:
        for text in sets[0].texts[:WARM_UP]:
            process.ask(text)
        times = tuple(times_of([process.ask(text).milliseconds for text in part.texts]) for part in sets)
        return Measured({}, times, process.start_seconds, process.start_seconds, process.megabytes())


def times_of(milliseconds: Sequence[float]) -> Times:
    """Return the middle and the 99th percentile."""
    ordered = sorted(milliseconds)
    return Times(ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.99)])


def _best(runs: Sequence[Times]) -> Times:
    return Times(min(run.middle for run in runs), min(run.worst for run in runs))


def measure_or_say_why(contestant: Contestant, sets: Sequence[QuestionSet]) -> Measured | str:
    """Return what was measured, or why it was not; say on stderr who is at it."""
    print(f"measuring {contestant.name} ...", file=sys.stderr)  # noqa: T201 - minutes pass here
    try:
        return measure(contestant, sets)
    except NotMeasured as reason:
        return str(reason)


PEERS = (
    ("wratio", "rapidfuzz `WRatio`, best phrasing", "WRatio"),
    ("token-set", "rapidfuzz `token_set_ratio`, stems", "token_set_ratio"),
    ("bm25", "BM25, stems", "BM25"),
    ("letters", "character TF-IDF + logistic regression", "letters + LR"),
    ("nearest", "MiniLM, nearest phrasing", "MiniLM nearest"),
    ("regression", "MiniLM + logistic regression", "MiniLM + LR"),
)
PIPE = ("silent", "the pipe alone", "pipe")
"""Not a peer: it knows nothing, at once."""


def peer(who: tuple[str, str, str], python: Path, topics: Path) -> Contestant:
    """Return a peer, to be run by the peers' own Python; it stores what it learns beside the topics."""
    key, name, short = who
    return Contestant(
        name, short, (str(python), "-m", "tests.bench.peers.worker", key, str(topics), str(topics.with_name(key)))
    )
