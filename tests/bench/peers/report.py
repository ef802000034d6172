"""The run as Markdown: a table a set, and how each figure is made."""

from __future__ import annotations

import math
import os
import platform
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answering.answer import Answerer
from tests.bench.peers.contest import RUNS, WARM_UP, Contestant, Measured, QuestionSet, Times
from tests.bench.peers.figures import ANSWERED_WRONG, OUTSIDE_ANSWERED, auc, barred, careful
from tests.bench.peers.typos import EVERY
from tests.bench.questions import Figures, measure

HEAD = (
    *("matcher", "right first", "in three", "right first, typos", "answered right", "answered wrong"),
    *("outside answered", f"answered right, wrong ≤ {ANSWERED_WRONG:.0%}", "helpful", "AUC"),
    *("p50 ms", "p99 ms", "MB", "start s", "first start s"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """What one matcher did on one set."""

    contestant: Contestant
    figures: Figures
    careful: Figures
    first_with_typos: float
    auc: float
    times: Times
    measured: Measured


def rows(
    contestant: Contestant, measured: Measured, sets: Sequence[QuestionSet], decider: Answerer | None = None
) -> list[Row]:
    """Return a matcher's row of every set: by `decider`'s own decisions, or else by its best scores and a bar."""
    made = []
    for part, times in zip(sets, measured.times, strict=True):
        answerer = decider or barred(part.questions, measured.replies)
        figures, misspelt = measure(answerer, part.questions), measure(answerer, part.misspelt)
        inside = [measured.replies[q.text].score for q in part.questions if not q.outside]
        outside = [measured.replies[q.text].score for q in part.questions if q.outside]
        cautious = measure(decider or careful(part.questions, measured.replies), part.questions)
        made.append(Row(contestant, figures, cautious, misspelt.first.share, auc(inside, outside), times, measured))
    return made


def tree() -> str:
    """Return the commit that lies there, and whether anything measured differs from it."""
    commit = _git("rev-parse", "--short", "HEAD")
    return f"{commit} with changes" if _git("status", "--porcelain", "bot", "knowledge", "tests/bench") else commit


def head(commit: str, phrasings: int, pipe: Measured | str) -> str:
    """Return the line that says what was measured, and on what."""
    alone = pipe if isinstance(pipe, str) else f"{pipe.times[0].middle:.2f} ms at the middle"
    return (
        f"Commit {commit} · {os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()} · "
        f"{phrasings:,} phrasings · the pipe alone: {alone}"
    )


def table(part: QuestionSet, lines: Sequence[Row | str]) -> Iterator[str]:
    """Yield the table of one set; a line that is text stands for a peer that was not measured."""
    outside = sum(question.outside for question in part.questions)
    yield f"### {part.name}: {len(part.questions) - outside} in scope, {outside} outside\n"
    yield f"| {' | '.join(HEAD)} |"
    yield f"|{' --- |' * len(HEAD)}"
    for line in lines:
        yield line if isinstance(line, str) else f"| {' | '.join(_cells(line))} |"


def not_measured(name: str, reason: str) -> str:
    """Return the line of a peer that could not be built."""
    return f"| {name} | not measured: {reason.replace('|', '/')} |{' |' * (len(HEAD) - 2)}"


def _cells(row: Row) -> Iterator[str]:
    f, m = row.figures, row.measured
    yield row.contestant.name
    yield from (f"{c.share:.3f}" for c in (f.first, f.in_three))
    yield f"{row.first_with_typos:.3f}"
    counted = (f.answered_right, f.answered_wrong, f.outside_answered, row.careful.answered_right, f.helpful)
    yield from (f"{c.share:.3f}" for c in counted)
    yield "–" if math.isnan(row.auc) else f"{row.auc:.3f}"
    yield from (f"{row.times.middle:.2f}", f"{row.times.worst:.2f}")
    yield from ("–" if m.megabytes is None else f"{m.megabytes:.0f}", f"{m.start:.1f}", f"{m.first_start:.1f}")


def _git(*arguments: str) -> str:
    command = ("git", *arguments)
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False).stdout.strip()  # noqa: S603 - ours


HOW = f"""How each figure is made. Every matcher is given the same texts: every topic's question, its `asked_as` and
`knowledge/examples/topics`, and the examples of what is outside (`knowledge/examples/outside`), each kind a class.
Limber alone also reads its lay words and its list of English. A peer's score of a topic is twice its own less that of
the nearest kind of what is outside; a regression's are logarithms.

- *Right first*, *in three*: of the questions in scope (greetings apart), those whose first topic, or one of whose first
  three, is the labelled one or one of its `also`. *Typos*: right first again, with one seeded slip in every {EVERY}th
  word of four letters or more.
- *Answered right*, *answered wrong*, *helpful*, *outside answered*: as in `tests/bench/questions.py`. A matcher answers
  when its best score is above a bar of its own, the lowest that answers at most {OUTSIDE_ANSWERED:.1%} of this very
  set's outside questions, and offers its best four below; so the bar knows the set, which flatters whoever has one.
  *Answered right, wrong ≤ {ANSWERED_WRONG:.0%}*: with the lowest bar that also answers at most so many wrongly.
  *Limber, as it decides* has no such bar: these are its own outcomes, and a warning sign in a question is no answer.
- *AUC*: how often a question in scope has a higher best score than one outside.
- *p50*, *p99*: from the question's line going into the matcher's process to its answer's line coming out, one question
  at a time, one thread, after {WARM_UP} questions of warming up; each matcher alone, {RUNS} runs, the best of them. The
  machine's cores were shared with other work. Limber screens for warning signs in that time; the others only match.
- *MB*: what the process holds in memory after the questions (the least of the runs). *Start*: from the process's start
  to its first answer, with what it learned stored (the best of the runs); *first start*: the same with nothing stored,
  once.
- Settings: `WRatio` with `default_process`; stop words are bm25s's 33; BM25 has one document a class; pieces of 2 to 5
  letters. Versions: `requirements/peers.txt` and `requirements/peers-torch.txt`.
"""
