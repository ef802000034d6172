"""`make bench`: print the figures on every set that is there."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from bot.answering.answer import Answerer, Check, Urgent
from bot.index import FOLDER, open_answerer
from bot.library.knowledge import load
from tests.bench import real
from tests.bench.baselines import compare
from tests.bench.questions import SETS, measure, read_questions
from tests.bench.real import REAL
from tests.bench.safety import judge, read_messages, table


def main(paths: list[str]) -> None:
    """Measure the sets named, or the development sets. A set of messages with flags is a safety set."""
    answerer = open_answerer(FOLDER)
    if REAL and not paths:
        print("\n".join(["real messages", *(f"  {line}" for line in real.table(answerer, REAL))]))  # noqa: T201 - a report
    for path in [Path(name) for name in paths] or sorted(SETS.glob("*.jsonl")):
        report = _safety if "safety" in path.name else _questions
        print("\n".join([path.name, *(f"  {line}" for line in report(answerer, path))]))  # noqa: T201 - a report
    if not SETS.is_dir():
        print(f"no development sets at {SETS}; LIMBER_QUESTIONS names another folder")  # noqa: T201 - a report


def _safety(answerer: Answerer, path: Path) -> list[str]:
    messages = read_messages(path)
    return [*table(judge(answerer, messages)), *compare(answerer.library, load(FOLDER).examples, messages)]


def _questions(answerer: Answerer, path: Path) -> list[str]:
    questions = read_questions(path)
    figures = measure(answerer, questions)
    texts = [question.text for question in questions]
    middle, worst = _milliseconds(answerer, texts)
    answers = [answerer.answer(text) for text in texts]
    alarms = sum(isinstance(a, Urgent) for a in answers) / len(answers)
    checks = sum(isinstance(a, Check) for a in answers) / len(answers)
    return [
        f"{figures.inside} in scope, {figures.outside} outside",
        f"right first {figures.first:.3f} · in three {figures.in_three:.3f}",
        f"answered right {figures.answered_right:.3f} · helpful {figures.helpful:.3f} · "
        f"answered wrong {figures.answered_wrong:.3f} · outside answered {figures.outside_answered:.3f}",
        f"false alarms {alarms:.4f} · needless checks {checks:.4f}",
        f"one decision: p50 {middle:.2f} ms, p99 {worst:.2f} ms",
    ]


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
