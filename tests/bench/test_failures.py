from __future__ import annotations

import pytest

from bot.answering.answer import Answer, Answered, Check, Suggestions, Unknown, Urgent
from bot.answering.matching import Candidate
from bot.answering.message import Message
from bot.answering.screening import Hit, Screening
from bot.library import Level
from tests.bench.failures import Failure, failure
from tests.bench.questions import ABOUT, OUTSIDE, Asked, Question

MESSAGE, SEEN = Message("so", (), frozenset(), {}), Screening(())
NEAREST = (Candidate("a", 0.5), Candidate("b", 0.3), Candidate("c", 0.1))
HIT = Hit("rf-dvt", Level.SAME_DAY, "a sign", (), doubtful=False)


def answered(topic: str) -> Answer:
    return Answered(MESSAGE, SEEN, NEAREST, topic, ())


def offered(*choices: str) -> Answer:
    return Suggestions(MESSAGE, SEEN, NEAREST, choices)


ALARM, CHECK = Urgent(MESSAGE, SEEN, NEAREST, HIT), Check(MESSAGE, SEEN, NEAREST, HIT)
UNKNOWN = Unknown(MESSAGE, SEEN, NEAREST, "")


@pytest.mark.parametrize(
    ("topic", "answer", "kind"),
    [
        ("a", answered("a"), None),
        ("a", answered(ABOUT), None),
        ("a", answered("b"), Failure.WRONG),
        ("a", offered("a", "b"), Failure.ONLY_OFFERED),
        ("b", offered("a", "b"), Failure.NOT_FIRST),
        ("c", offered("a", "b"), Failure.NOT_OFFERED),
        ("a", UNKNOWN, Failure.UNKNOWN),
        ("a", ALARM, Failure.ALARM),
        ("a", CHECK, Failure.CHECK),
        (OUTSIDE, UNKNOWN, None),
        (OUTSIDE, answered(ABOUT), None),
        (OUTSIDE, answered("a"), Failure.OUTSIDE_ANSWERED),
        (OUTSIDE, offered("a"), Failure.OUTSIDE_OFFERED),
        (OUTSIDE, ALARM, Failure.OUTSIDE_ALARM),
        (OUTSIDE, CHECK, Failure.OUTSIDE_CHECK),
    ],
)
def test_a_failure_is_told_by_what_whoever_asked_has_seen(topic: str, answer: Answer, kind: Failure | None) -> None:
    assert failure(Asked(Question("so", topic, frozenset({topic})), answer)) is kind
