"""`python -m tests.bench.urgency [FOLDER …]`: fit the weights of `bot/answering/urgency.py`, and say how good they are.

Each folder holds sets of one author: `*questions*.jsonl` (ordinary messages) and `*safety*.jsonl`. What is printed of a
folder is measured with weights fitted on the others; the weights printed last are fitted on all.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import numpy as np

from bot.answering.answer import Answerer
from bot.answering.tuning import TUNING, Evidence
from bot.index import FOLDER, open_answerer
from bot.library import Level
from tests.bench.logistic import Numbers, fit
from tests.bench.questions import SETS, read_questions
from tests.bench.safety import NONE, read_messages

ORDINARY = "ordinary"
ORDINARY_COUNTS = 2.0
"""What an ordinary message counts beside a labelled one: nearly all messages of a clinic are ordinary."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A message's evidence, the set it is of and its level, "none" for a trap or "ordinary"."""

    evidence: Evidence
    origin: str
    level: str

    @property
    def urgent(self) -> bool:
        """Whether it reports an urgent sign."""
        return self.level not in (NONE, ORDINARY)


def gather(answerer: Answerer, folder: Path) -> Iterator[Labelled]:
    """Yield every message of a folder that has evidence; what is to be looked at soon speaks neither way."""
    for path in sorted(folder.glob("*.jsonl")):
        if "safety" in path.name:
            labelled = [(m.text, m.level) for m in read_messages(path) if m.level != Level.SOON]
        else:
            labelled = [(q.text, ORDINARY) for q in read_questions(path)]
        for text, level in labelled:
            if evidence := answerer.answer(text).screening.evidence:
                yield Labelled(evidence, folder.name, level)


def fitted(messages: Sequence[Labelled]) -> tuple[float, Numbers]:
    """Return the bias and the weights that tell urgent messages from others."""
    counts = [ORDINARY_COUNTS if m.level == ORDINARY else 1.0 for m in messages]
    return fit(_evidence(messages), [m.urgent for m in messages], counts)


def _evidence(messages: Sequence[Labelled]) -> Numbers:
    return np.array([astuple(m.evidence) for m in messages])


def measure(messages: Sequence[Labelled], bias: float, weights: Numbers) -> str:
    """Return, for each level, the share above both thresholds, by urgency alone."""
    made = []
    for level in dict.fromkeys(m.level for m in messages):
        total = _evidence([m for m in messages if m.level == level]) @ weights + bias
        share = 1.0 / (1.0 + np.exp(-total))
        made.append(
            f"{level} {np.mean(share >= TUNING.urgency.raise_at):.4f} / {np.mean(share >= TUNING.urgency.check_at):.4f}"
        )
    return ", ".join(made)


def main(folders: Sequence[str]) -> None:
    """Fit with each folder left out in turn, where there are several, then on all."""
    answerer = open_answerer(FOLDER)
    messages = [message for folder in folders or [str(SETS)] for message in gather(answerer, Path(folder))]
    origins = tuple(dict.fromkeys(m.origin for m in messages))
    for origin in origins if len(origins) > 1 else ():
        model = fitted([m for m in messages if m.origin != origin])
        print(f"{origin}: {measure([m for m in messages if m.origin == origin], *model)}")  # noqa: T201 - a report
    bias, weights = fitted(messages)
    names = [field.name for field in fields(Evidence)]
    named = ", ".join(f"{name}={weight:.2f}" for name, weight in zip(names, weights, strict=True))
    print(f"all: bias = {bias:.2f}, weights = Evidence({named})")  # noqa: T201 - a report


if __name__ == "__main__":
    main(sys.argv[1:])
