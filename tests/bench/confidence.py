"""`python -m tests.bench.confidence`: fit `tuning.Confidence` and the bars of `tuning.Deciding`, and say what they do.

Fitted on the real development half (`LIMBER_REAL`) and the authored questions together. *Out of fold*: a message is
answered with weights that were fitted, and bars that were chosen, on the other folds; rewrites of one question lie in
one fold. *In sample*: with those of all messages, which are printed last. What is learned from texts and how words are
read is the same in both: whoever wrote it was told what kinds of real messages fail.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass, fields, replace
from hashlib import sha256
from pathlib import Path

import numpy as np

from bot.answering.answer import Answerer
from bot.answering.matching import Match
from bot.answering.tuning import TUNING, Confidence, Support
from bot.index import FOLDER, open_answerer
from tests.bench.failures import counts
from tests.bench.logistic import Numbers, fit
from tests.bench.questions import ABOUT, SETS, Asked, Question, ask, figures, lines, read_questions
from tests.bench.real import REAL, read_scoped, source_of
from tests.bench.trust import apart, reliability

FOLDS = 5

BARS = (0.7, 0.75, 0.8, 0.85, 0.9)
"""Confidences from which one might answer at once, for the table."""

FINE_BARS = tuple(round(0.5 + 0.005 * step, 3) for step in range(100))
"""Confidences among which a bar is chosen."""

SHARES = tuple(round(0.05 * step, 2) for step in range(1, 20))
"""Shares of all topics together among which `inside_from` is chosen."""

AUTHORED_COUNTS = 0.3
"""What an authored question counts beside a real one. Out of fold, real ones answered right
are 0.731 at 1, 0.774 at 0.5, 0.788 at 0.3 and 0.784 at 0.1 and 0; authored ones 0.739, 0.750, 0.745, 0.726, 0.715."""

OUTSIDE_ANSWERED = 0.015
ANSWERED_WRONG = 0.05
OUTSIDE_OFFERED = 0.12
"""Shares of real messages that the bars may let through, outside answered, wrong in scope and outside offered choices:
wrong is worse than unsure."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A labelled question with what it matched, and in which fold it lies."""

    question: Question
    real: bool
    fold: int
    match: Match

    @property
    def topic(self) -> str:
        """The best topic, or nothing."""
        return self.match.candidates[0].topic if self.match.candidates else ""

    @property
    def right(self) -> bool:
        """Whether the best topic is a fine answer."""
        return self.topic in self.question.fine


@dataclass(frozen=True, slots=True)
class Model:
    """Fitted weights and chosen bars."""

    confidence: Confidence
    answer_at: float
    inside_from: float


def gather(answerer: Answerer, folder: Path) -> list[Labelled]:
    """Return every question, real ones first."""
    real = [(key, question, True) for key, question in read_scoped(folder)]
    authored = [(f"dev:{at}", q, False) for at, q in enumerate(read_questions(SETS / "dev_questions.jsonl"))]
    return [
        Labelled(question, is_real, fold_of(key), answerer.matcher.match(answerer.reader.read(question.text)))
        for key, question, is_real in (*real, *authored)
    ]


def fold_of(key: str) -> int:
    """Return the fold of an id. Of `mqp` two neighbours are rewrites of one question; elsewhere an id stands alone."""
    source, number, *_ = key.split(":")
    group = f"{source}:{int(number) // 2}" if source_of(key) == "mqp" else f"{source}:{number}"
    return sha256(group.encode()).digest()[0] % FOLDS


def fitted(labelled: Sequence[Labelled]) -> Model:
    """Return the weights that tell right best topics from wrong ones, and the bars that go with them."""
    known = _known(labelled)
    counted = [1.0 if one.real else AUTHORED_COUNTS for one in known]
    bias, weights = fit(_supports(known), [one.right for one in known], counted)
    confidence = Confidence(Support(*(round(float(weight), 3) for weight in weights)), round(bias, 3))
    kept = [one for one in known if one.real and one.topic != ABOUT]
    sure = _sure(kept, confidence)
    answer_at = lowest_answering(kept, sure)
    return Model(confidence, answer_at, lowest_offering(kept, sure, answer_at))


def _known(labelled: Sequence[Labelled]) -> list[Labelled]:
    """Return those that have a best topic."""
    return [one for one in labelled if one.match.support]


def _supports(labelled: Sequence[Labelled]) -> Numbers:
    return np.array([astuple(one.match.support) for one in labelled if one.match.support])


def _sure(labelled: Sequence[Labelled], confidence: Confidence) -> Numbers:
    """Return the confidence of each, of shape (questions,)."""
    total = _supports(labelled) @ np.array(astuple(confidence.weights)) + confidence.bias
    return np.asarray(1.0 / (1.0 + np.exp(-total)), np.float64)


def lowest_answering(real: Sequence[Labelled], sure: Numbers) -> float:
    """Return the lowest bar at which few enough are answered outside, and few enough wrongly."""
    outside = np.array([one.question.outside for one in real])
    wrong = np.array([not one.right for one in real]) & ~outside
    fit_bars = (
        bar
        for bar in FINE_BARS
        if np.sum((sure >= bar) & outside) <= OUTSIDE_ANSWERED * np.sum(outside)
        and np.sum((sure >= bar) & wrong) <= ANSWERED_WRONG * np.sum(~outside)
    )
    return next(fit_bars, FINE_BARS[-1])


def lowest_offering(real: Sequence[Labelled], sure: Numbers, answer_at: float) -> float:
    """Return the lowest share of all topics at which few enough are offered choices outside."""
    inside = np.array([one.match.inside for one in real])
    outside = np.array([one.question.outside for one in real])
    unsure = outside & (sure < answer_at)
    few = (share for share in SHARES if np.sum(unsure & (inside >= share)) <= OUTSIDE_OFFERED * np.sum(outside))
    return next(few, SHARES[-1])


@contextmanager
def deciding_by(model: Model) -> Iterator[None]:
    """Put a model's numbers in the place of the frozen ones, and those back in the end."""
    before = TUNING.confidence, TUNING.deciding
    bars = replace(TUNING.deciding, answer_at=model.answer_at, inside_from=model.inside_from)
    try:
        object.__setattr__(TUNING, "confidence", model.confidence)
        object.__setattr__(TUNING, "deciding", bars)
        yield
    finally:
        object.__setattr__(TUNING, "confidence", before[0])
        object.__setattr__(TUNING, "deciding", before[1])


def in_sample(answerer: Answerer, labelled: Sequence[Labelled]) -> tuple[Asked, ...]:
    """Answer every question by what was fitted on all."""
    with deciding_by(fitted(labelled)):
        return ask(answerer, [one.question for one in labelled])


def out_of_fold(answerer: Answerer, labelled: Sequence[Labelled]) -> tuple[Asked, ...]:
    """Answer every question by what was fitted on the folds it does not lie in; the order stays."""
    asked: dict[int, Asked] = {}
    for fold in range(FOLDS):
        there = [at for at, one in enumerate(labelled) if one.fold == fold]
        with deciding_by(fitted([one for one in labelled if one.fold != fold])):
            asked |= dict(zip(there, ask(answerer, [labelled[at].question for at in there]), strict=True))
    return tuple(asked[at] for at in range(len(labelled)))


def bars(labelled: Sequence[Labelled]) -> Iterator[str]:
    """Yield, for each bar, what would be answered of the real and of the authored questions out of fold."""
    labelled = _known(labelled)
    sure = np.zeros(len(labelled))
    for fold in range(FOLDS):
        there = [at for at, one in enumerate(labelled) if one.fold == fold]
        model = fitted([one for one in labelled if one.fold != fold])
        sure[there] = _sure([labelled[at] for at in there], model.confidence)
    for name, is_real in (("real", True), ("authored", False)):
        kept = [(m, c) for m, c in zip(labelled, sure, strict=True) if m.real is is_real and m.topic != ABOUT]
        inside = [(m.right, c) for m, c in kept if not m.question.outside]
        outside = [c for m, c in kept if m.question.outside]
        for bar in BARS:
            right = np.mean([is_right and c >= bar for is_right, c in inside])
            wrong = np.mean([not is_right and c >= bar for is_right, c in inside])
            passed = np.mean([c >= bar for c in outside])
            yield f"{name} at {bar}: answered right {right:.3f}, wrong {wrong:.3f}, outside {passed:.4f}"


def main() -> None:
    """Print the figures out of fold and in sample, then what was fitted on all."""
    if not REAL:
        print("the bars are chosen on real messages; LIMBER_REAL names no folder")  # noqa: T201 - a report
        return
    answerer = open_answerer(FOLDER)
    labelled = gather(answerer, REAL)
    ways = {
        "as it stands": ask(answerer, [one.question for one in labelled]),
        "in sample": in_sample(answerer, labelled),
        "out of fold": out_of_fold(answerer, labelled),
    }
    for name, is_real in (("real", True), ("authored", False)):
        for way, answers in ways.items():
            asked = [a for a, one in zip(answers, labelled, strict=True) if one.real is is_real]
            told = (*lines(figures(asked)), *counts(asked), *reliability(asked), apart(answerer, asked))
            print("\n  ".join((f"{name}, {way}", *told)))  # noqa: T201 - a report
    print("\n".join(bars(labelled)))  # noqa: T201 - a report
    for fold in range(FOLDS):
        print(f"without fold {fold}: {_spelt(fitted([one for one in labelled if one.fold != fold]))}")  # noqa: T201 - a report
    print(f"all: {_spelt(fitted(labelled))}")  # noqa: T201 - a report


def _spelt(model: Model) -> str:
    """Spell a model as it stands in tuning.py."""
    weights = ", ".join(f"{f.name}={getattr(model.confidence.weights, f.name)}" for f in fields(Support))
    bars = f"answer_at = {model.answer_at}, inside_from = {model.inside_from}"
    return f"bias = {model.confidence.bias}, weights = Support({weights}), {bars}"


if __name__ == "__main__":
    main()
