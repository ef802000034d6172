"""What is answered, offered or not known, by how sure the match is."""

from __future__ import annotations

import math
from copy import copy
from dataclasses import dataclass, fields, replace
from typing import cast

import numpy as np
import pytest

from bot.answering.answer import OUTCOMES, Answer, Answerer, Suggestions, Unknown
from bot.answering.confidence import confidence, log_odds, support_of
from bot.answering.matching import Candidate, Match, Matcher
from bot.answering.tuning import TUNING, Support


@dataclass(frozen=True)
class Matches:
    """Stands for the matcher: whatever is asked, it matches what it is told."""

    told: Match

    def match(self, message: object) -> Match:
        """Return it."""
        return self.told


def decided(answerer: Answerer, *confidences: float, inside: float = 1.0, outside: float = 0.0) -> Answer:
    """Answer a question that raises no sign, with these confidences of the first topics."""
    topics = list(answerer.library.topics)
    candidates = tuple(Candidate(topic, sure) for topic, sure in zip(topics, confidences, strict=False))
    kind = Candidate(next(iter(answerer.library.outside)), outside)
    told = copy(answerer)
    told.matcher = cast(Matcher, Matches(Match(candidates, kind, inside)))
    return told.answer("la la la")


@pytest.mark.parametrize(
    ("sure", "inside", "outcome"),
    [
        ((0.78,), 1.0, "answer"),
        ((0.76, 0.05), 1.0, "suggestions"),
        ((0.4,), 0.51, "suggestions"),
        ((0.4,), 0.49, "unknown"),
        ((), 0.0, "unknown"),
    ],
)
def test_confidence_decides(answerer: Answerer, sure: tuple[float, ...], inside: float, outcome: str) -> None:
    assert OUTCOMES[type(decided(answerer, *sure, inside=inside))] == outcome


@pytest.mark.parametrize(
    ("confidences", "choices"),
    [
        # from a twentieth of what the best five have together
        ((0.62, 0.055, 0.045, 0.28), 3),
        ((0.4, 0.029, 0.021, 0.05), 3),
        # and no more than four
        ((0.2, 0.2, 0.2, 0.2, 0.2), 4),
    ],
)
def test_a_topic_is_offered_for_its_part(answerer: Answerer, confidences: tuple[float, ...], choices: int) -> None:
    answer = decided(answerer, *confidences)
    assert isinstance(answer, Suggestions)
    assert len(answer.choices) == choices


@pytest.mark.parametrize(("share", "told"), [(0.91, True), (0.89, False)])
def test_what_is_outside_is_told_by_its_kind_where_that_is_sure(answerer: Answerer, share: float, told: bool) -> None:
    answer = decided(answerer, 0.1, inside=1 - share, outside=share)
    assert isinstance(answer, Unknown)
    assert answer.outside == (next(iter(answerer.library.outside)) if told else "")


NONE = Support(share=0.0, inside=0.0, score=0.0)


def odds(support: Support) -> float:
    return log_odds(confidence(support)) - TUNING.confidence.bias


@pytest.mark.parametrize("name", [field.name for field in fields(Support)])
def test_each_thing_that_speaks_for_a_topic_counts_by_its_own_weight(name: str) -> None:
    weight = getattr(TUNING.confidence.weights, name)
    assert odds(replace(NONE, **{name: 2.0})) == pytest.approx(2 * weight)


# What speaks for a topic, and the confidence in hundredths. These are the weights in use: they change with a refit.
WEIGHED = [
    (Support(share=6.0, inside=6.0, score=8.0), 50),
    # each piece of it taken away
    (Support(share=0.0, inside=6.0, score=8.0), 29),
    (Support(share=6.0, inside=0.0, score=8.0), 17),
    (Support(share=6.0, inside=6.0, score=0.0), 24),
]


@pytest.mark.parametrize(("support", "hundredths"), WEIGHED)
def test_what_speaks_for_a_topic_is_weighed_into_one_number(support: Support, hundredths: int) -> None:
    assert round(100 * confidence(support)) == hundredths


def test_for_the_best_topic_speak_its_share_that_of_all_topics_and_its_score() -> None:
    support = support_of(np.array([1.0, 3.0], np.float32), np.array([0.2, 0.6], np.float32))
    assert support.share == pytest.approx(math.log(0.6 / 0.4))
    assert support.inside == pytest.approx(math.log(0.8 / 0.2))
    assert support.score == 3.0


def test_the_surest_share_is_no_more_than_a_million_to_one() -> None:
    assert log_odds(1.0) == pytest.approx(math.log(1e6), abs=1e-5)
    assert log_odds(0.0) == pytest.approx(-math.log(1e6), abs=1e-5)
