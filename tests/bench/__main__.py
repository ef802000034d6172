"""`python -m tests.bench [--failures] [SET …]`: print the figures on the sets named, or on every set that is there.

A set is a file of JSON lines, each a question (`questions.read_questions`) or a message labelled by what it reports
(`safety.read_messages`). Real people's messages come first, where `LIMBER_REAL` names them, then the authors' sets,
then plain messages.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bot.answering.answer import Answerer
from bot.index import FOLDER, open_answerer
from bot.library.knowledge import load
from tests.bench import failures, real, safety
from tests.bench.baselines import compare
from tests.bench.questions import SETS, ask, figures, lines, read_questions
from tests.bench.real import REAL

PLAIN = Path(__file__).parents[1] / "answering" / "plain.jsonl"
"""The shortest and most ordinary ways to say what is wrong, each with its topics."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--failures", action="store_true", help="list every failure with its text, for developers")
    parser.add_argument("sets", nargs="*", type=Path, metavar="SET", help="files of JSON lines")
    told = parser.parse_args()
    answerer = open_answerer(FOLDER)
    if REAL and not told.sets:
        _print("real messages", real.table(answerer, REAL, texts=told.failures))
    for path in told.sets or _sets():
        _print(path.name, _table(answerer, path, texts=told.failures))


def _sets() -> list[Path]:
    """Return the sets that are measured when none is named."""
    if not SETS.is_dir():
        print(f"no development sets at {SETS}; LIMBER_QUESTIONS names another folder")  # noqa: T201 - a report
    return [*sorted(SETS.glob("*.jsonl")), *([PLAIN] if PLAIN.is_file() else [])]


def _table(answerer: Answerer, path: Path, *, texts: bool) -> Iterator[str]:
    """Yield the figures of a set, of its questions and of its other messages."""
    questions, messages = read_questions(path), safety.read_messages(path)
    if questions:
        asked = ask(answerer, questions)
        yield from (*lines(figures(asked)), *failures.counts(asked), *(failures.told(asked) if texts else ()))
    if messages:
        judged = safety.judge(answerer, messages)
        yield from (*safety.table(judged), *(safety.failures(judged) if texts else ()))
        yield from compare(answerer.library, load(FOLDER).examples, messages)
    yield _speed(answerer, [*(q.text for q in questions), *(m.text for m in messages)])


def _speed(answerer: Answerer, texts: Sequence[str]) -> str:
    """Return the middle and the 99th percentile of one decision."""
    taken = []
    for text in texts:
        start = time.perf_counter()
        answerer.answer(text)
        taken.append((time.perf_counter() - start) * 1000)
    taken.sort()
    return f"one decision: p50 {taken[len(taken) // 2]:.2f} ms, p99 {taken[int(len(taken) * 0.99)]:.2f} ms"


def _print(name: str, told: Iterable[str]) -> None:
    print("\n".join([name, *(f"  {line}" for line in told)]))  # noqa: T201 - a report


if __name__ == "__main__":
    main()
