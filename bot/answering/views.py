"""Views of examples: one kind of feature each, and the votes learned from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np

from bot.answering.linear import Bunch, Floats, Vocabulary, train


@dataclass(frozen=True, slots=True)
class Example:
    """The words of a text, the class it stands for and what it counts."""

    words: tuple[str, ...]
    label: int
    importance: float = 1.0

    def reread(self, read: Callable[[Sequence[str]], tuple[str, ...]]) -> Example:
        """Return the same example with its words read another way."""
        return replace(self, words=read(self.words))


class View:
    """One way to look at texts: its features, and their votes for classes."""

    def __init__(
        self,
        examples: Sequence[Example],
        features: Callable[[Sequence[str]], Iterable[Bunch]],
        *,
        classes: int,
        fewest: int,
    ) -> None:
        self._features = features
        seen = [tuple(features(example.words)) for example in examples]
        self.vocabulary = Vocabulary(seen, fewest=fewest)
        # Halves are enough for votes between -10 and 10, and half the memory.
        self.votes = train(
            [self.vocabulary.vector(example) for example in seen],
            [example.label for example in examples],
            [example.importance for example in examples],
            features=len(self.vocabulary),
            classes=classes,
        ).astype(np.float16)

    def contributions(self, spoken: Sequence[str], label: int) -> dict[str, float]:
        """Return what each known feature of a text adds to the score of one class."""
        made: dict[str, float] = {}
        vector = self.vocabulary.vector(self._features(spoken))
        numbers = {int(number): float(weight) for number, weight in zip(vector.features, vector.weights, strict=True)}
        for feature in dict.fromkeys(chain.from_iterable(self._features(spoken))):
            number = self.vocabulary.number(feature)
            if number is not None:
                made[feature] = numbers[number] * float(self.votes[number, label])
        return made

    def scores(self, spoken: Sequence[str]) -> Floats | None:
        """Return a score a class, or None when no feature of the text is known."""
        vector = self.vocabulary.vector(self._features(spoken))
        if not len(vector.features):
            return None
        scores: Floats = vector.weights @ self.votes[vector.features].astype(np.float32)
        return scores


def together(votes: Iterable[Floats | None]) -> Floats | None:
    """Return the scores of several views together, or None when none knows a feature."""
    known = [scores for scores in votes if scores is not None]
    return sum(known[1:], known[0]) if known else None
