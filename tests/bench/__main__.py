"""`make bench`: print the figures on every set that is there."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from bot.answering.answer import Answerer
from bot.opening import FOLDER, open_answerer
from tests.bench.questions import SETS, measure, read_questions


def main(paths: list[str]) -> None:
    """Measure the sets named, or the development set."""
    answerer = open_answerer(FOLDER)
    for path in [Path(name) for name in paths] or sorted(SETS.glob("*questions.jsonl")):
        questions = read_questions(path)
        figures = measure(answerer, questions)
        middle, worst = _milliseconds(answerer, [question.text for question in questions])
        print(f"{path.name}: {figures.inside} in scope, {figures.outside} outside")  # noqa: T201 - a report
        print(f"  right first {figures.first:.3f} · in three {figures.in_three:.3f}")  # noqa: T201 - a report
        print(  # noqa: T201 - a report
            f"  answered right {figures.answered_right:.3f} · helpful {figures.helpful:.3f} · "
            f"answered wrong {figures.answered_wrong:.3f} · outside answered {figures.outside_answered:.3f}"
        )
        print(f"  one decision: p50 {middle:.2f} ms, p99 {worst:.2f} ms")  # noqa: T201 - a report
    if not SETS.is_dir():
        print(f"no development sets at {SETS}; LIMBER_QUESTIONS names another folder")  # noqa: T201 - a report


def _milliseconds(answerer: Answerer, texts: list[str]) -> tuple[float, float]:
    """Return the middle and the 99th percentile of one decision."""
    taken = []
    for text in texts:
        start = time.perf_counter()
        answerer.answer(text)
        taken.append((time.perf_counter() - start) * 1000)
    taken.sort()
    return taken[len(taken) // 2], taken[int(len(taken) * 0.99)]


if __name__ == "__main__":
    main(sys.argv[1:])
