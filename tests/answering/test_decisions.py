"""What is answered, offered or not known, by how sure the match is."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from typing import cast

import pytest

from bot.answering.answer import OUTCOMES, Answer, Answerer, Suggestions, Unknown
from bot.answering.matching import Candidate, Match, Matcher


@dataclass(frozen=True)
class Matches:
    """Stands for the matcher: whatever is asked, it matches what it is told."""

    told: Match

    def match(self, message: object) -> Match:
        """Return it."""
        return self.told


def decided(answerer: Answerer, *shares: float, outside: float = 0.0) -> Answer:
    """Answer a question that raises no sign, with these shares for the first topics."""
    topics = list(answerer.library.topics)
    candidates = tuple(Candidate(topic, share) for topic, share in zip(topics, shares, strict=False))
    kind = Candidate(next(iter(answerer.library.outside)), outside)
    told = copy(answerer)
    told.matcher = cast(Matcher, Matches(Match(candidates, kind, sum(shares))))
    return told.answer("la la la")


@pytest.mark.parametrize(
    ("shares", "outside", "outcome"),
    [
        ((0.83,), 0.05, "answer"),
        ((0.81, 0.05), 0.02, "suggestions"),
        ((0.31,), 0.69, "suggestions"),
        ((0.29,), 0.71, "unknown"),
        ((), 0.0, "unknown"),
    ],
)
def test_the_shares_decide(answerer: Answerer, shares: tuple[float, ...], outside: float, outcome: str) -> None:
    assert OUTCOMES[type(decided(answerer, *shares, outside=outside))] == outcome


@pytest.mark.parametrize(
    ("shares", "choices"),
    [
        # from a twentieth of what speaks for any topic
        ((0.62, 0.055, 0.045, 0.28), 3),
        ((0.4, 0.029, 0.021, 0.05), 3),
        # and no more than four
        ((0.2, 0.2, 0.2, 0.2, 0.2), 4),
    ],
)
def test_a_topic_is_offered_for_its_part(answerer: Answerer, shares: tuple[float, ...], choices: int) -> None:
    answer = decided(answerer, *shares)
    assert isinstance(answer, Suggestions)
    assert len(answer.choices) == choices


def test_what_is_outside_is_told_by_its_kind(answerer: Answerer) -> None:
    answer = decided(answerer, 0.01, outside=0.99)
    assert isinstance(answer, Unknown)
    assert answer.outside == next(iter(answerer.library.outside))
