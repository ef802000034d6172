"""`python -m tests.bench.confidence`: fit the weights of `tuning.Confidence`, and say how good they are by folds.

Fitted on the real development half (`LIMBER_REAL`) and the authored questions together. What is printed for a fold is
measured with weights fitted on the others; rewrites of one question lie in one fold. The weights printed last are
fitted on all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from hashlib import sha256

import numpy as np

from bot.answering.answer import Answerer
from bot.answering.tuning import Support
from bot.index import FOLDER, open_answerer
from tests.bench.logistic import Numbers, fit
from tests.bench.questions import ABOUT, SETS, Question, read_questions
from tests.bench.real import REAL, read_scoped, source_of

FOLDS = 5

BARS = (0.7, 0.75, 0.8, 0.85, 0.9)
"""Confidences from which one might answer at once."""


@dataclass(frozen=True, slots=True)
class Matched:
    """A labelled question with what speaks for its best topic, and in which fold it lies."""

    question: Question
    real: bool
    fold: int
    topic: str
    support: Support

    @property
    def right(self) -> bool:
        """Whether the best topic is a fine answer."""
        return self.topic in self.question.fine


def gather(answerer: Answerer) -> Iterator[Matched]:
    """Yield every question that has a best topic."""
    real = [(key, question, True) for key, question in read_scoped(REAL)] if REAL else []
    authored = [(f"dev:{at}", q, False) for at, q in enumerate(read_questions(SETS / "dev_questions.jsonl"))]
    for key, question, is_real in (*real, *authored):
        match = answerer.matcher.match(answerer.reader.read(question.text))
        if match.support:
            yield Matched(question, is_real, _fold(key), match.candidates[0].topic, match.support)


def _fold(key: str) -> int:
    """Return the fold of an id. Of `mqp` two neighbours are rewrites of one question; elsewhere an id stands alone."""
    source, number, *_ = key.split(":")
    group = f"{source}:{int(number) // 2}" if source_of(key) == "mqp" else f"{source}:{number}"
    return sha256(group.encode()).digest()[0] % FOLDS


def fitted(matched: Sequence[Matched]) -> tuple[float, Numbers]:
    """Return the bias and the weights that tell right best topics from wrong ones."""
    return fit(_supports(matched), [m.right for m in matched], [1.0] * len(matched))


def _supports(matched: Sequence[Matched]) -> Numbers:
    return np.array([astuple(m.support) for m in matched])


def sure(matched: Sequence[Matched], bias: float, weights: Numbers) -> Numbers:
    """Return the confidence of each, of shape (questions,)."""
    return 1.0 / (1.0 + np.exp(-(_supports(matched) @ weights + bias)))


def report(matched: Sequence[Matched], confidences: Numbers) -> Iterator[str]:
    """Yield, for each bar, what would be answered of the real and of the authored questions."""
    for name, is_real in (("real", True), ("authored", False)):
        kept = [(m, c) for m, c in zip(matched, confidences, strict=True) if m.real is is_real and m.topic != ABOUT]
        inside = [(m.right, c) for m, c in kept if not m.question.outside]
        outside = [c for m, c in kept if m.question.outside]
        for bar in BARS if kept else ():
            right = np.mean([is_right and c >= bar for is_right, c in inside])
            wrong = np.mean([not is_right and c >= bar for is_right, c in inside])
            passed = np.mean([c >= bar for c in outside])
            yield f"{name} at {bar}: answered right {right:.3f}, wrong {wrong:.3f}, outside {passed:.4f}"


def main() -> None:
    """Measure by folds, then fit on all."""
    matched = list(gather(open_answerer(FOLDER)))
    confidences = np.zeros(len(matched))
    for fold in range(FOLDS):
        model = fitted([m for m in matched if m.fold != fold])
        there = [at for at, m in enumerate(matched) if m.fold == fold]
        confidences[there] = sure([matched[at] for at in there], *model)
    print("\n".join(report(matched, confidences)))  # noqa: T201 - a report
    bias, weights = fitted(matched)
    named = ", ".join(f"{f.name}={w:.3f}" for f, w in zip(fields(Support), weights, strict=True))
    print(f"all: bias = {bias:.3f}, weights = Support({named})")  # noqa: T201 - a report


if __name__ == "__main__":
    main()
