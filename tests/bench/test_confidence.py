from __future__ import annotations

import numpy as np
import pytest

from bot.answering.matching import Candidate, Match
from bot.answering.tuning import TUNING, Confidence, Support
from tests.bench.confidence import Labelled, Model, deciding_by, fold_of, lowest_answering, lowest_offering
from tests.bench.questions import OUTSIDE, Question


def labelled(topic: str, inside: float = 0.5) -> Labelled:
    """Return a question of a topic whose best topic is `a`."""
    match = Match((Candidate("a", 0.5),), None, inside, Support(0.0, 0.0, 0.0))
    return Labelled(Question("so", topic, frozenset({topic})), True, 0, match)


@pytest.mark.parametrize(
    ("one", "other"),
    [("mqp:1022:q1", "mqp:1022:q2"), ("mqp:1022:q1", "mqp:1023:q2"), ("kqa:7", "kqa:7")],
    ids=["two wordings", "rewrites of one question", "an id twice"],
)
def test_rewrites_of_one_question_lie_in_one_fold(one: str, other: str) -> None:
    assert fold_of(one) == fold_of(other)


def test_the_bar_is_the_lowest_that_lets_few_enough_pass() -> None:
    inside = [labelled("a")] * 19 + [labelled("b")]
    sure = np.array([0.95] * 19 + [0.7])
    assert lowest_answering(inside, sure) == 0.5
    assert lowest_answering([*inside, labelled("b")], np.append(sure, 0.8)) == 0.705
    assert lowest_answering([*inside, labelled(OUTSIDE)], np.append(sure, 0.97)) == 0.975


def test_choices_are_offered_from_the_lowest_share_that_lets_few_enough_pass() -> None:
    outside = [labelled(OUTSIDE, 0.2)] * 88 + [labelled(OUTSIDE, 0.6)] * 12
    assert lowest_offering(outside, np.zeros(100), 0.8) == 0.25
    assert lowest_offering(outside, np.ones(100), 0.8) == 0.05


def test_the_frozen_numbers_come_back() -> None:
    before = TUNING.confidence, TUNING.deciding
    with deciding_by(Model(Confidence(Support(1.0, 1.0, 1.0), 1.0), 0.7, 0.6)):
        assert (TUNING.confidence.bias, TUNING.deciding.answer_at, TUNING.deciding.inside_from) == (1.0, 0.7, 0.6)
    assert (TUNING.confidence, TUNING.deciding) == before
