from __future__ import annotations

import math

import pytest

from bot.answering.answer import Answered
from bot.answering.matching import Candidate
from tests.bench.count import Count
from tests.bench.peers.figures import auc, bar_of, barred, careful
from tests.bench.peers.reply import Reply
from tests.bench.questions import ABOUT, OUTSIDE, Question, measure


def reply(topic: str, score: float, *more: str) -> Reply:
    return Reply((Candidate(topic, score), *(Candidate(name, 0.0) for name in more)))


def question(text: str, topic: str) -> Question:
    return Question(text, topic, frozenset({topic}))


@pytest.mark.parametrize(
    ("outside", "bar"),
    [
        ([reply("a", 0.3), reply("a", 0.7)], 0.7),
        ([reply("a", number / 200) for number in range(200)], 0.98),
        ([reply("a", 0.3), reply(ABOUT, 0.9)], 0.3),
        ([reply(ABOUT, 0.9)], -math.inf),
        ([], -math.inf),
    ],
    ids=["few: none may pass", "two hundred: three pass", "a greeting passes for nothing", "only a greeting", "none"],
)
def test_the_bar_lets_three_in_two_hundred_pass(outside: list[Reply], bar: float) -> None:
    assert bar_of(outside) == bar


@pytest.mark.parametrize(
    ("inside", "outside", "share"),
    [([2, 3], [0, 1], 1.0), ([0, 1], [2, 3], 0.0), ([1], [1], 0.5), ([1, 3], [2], 0.5)],
)
def test_auc_is_the_share_of_pairs_in_the_right_order(inside: list[float], outside: list[float], share: float) -> None:
    assert auc(inside, outside) == share


def test_above_the_bar_is_answered_and_below_it_four_are_offered() -> None:
    questions = [question("sure", "a"), question("wrong", "a"), question("fourth", "a"), question("fifth", "a")]
    questions.append(question("else", OUTSIDE))
    replies = {
        "sure": reply("a", 0.9),
        "wrong": reply("b", 0.9),
        "fourth": reply("b", 0.5, "c", "d", "a"),
        "fifth": reply("b", 0.5, "c", "d", "e", "a"),
        "else": reply("b", 0.5),
    }
    figures = measure(barred(questions, replies), questions)
    assert [str(count) for count in (figures.answered_right, figures.answered_wrong, figures.helpful)] == [
        "0.250 (1 of 4)",
        "0.250 (1 of 4)",
        "0.500 (2 of 4)",
    ]
    assert (figures.first.holds, figures.outside_answered) == (1, Count(0, 1))


@pytest.mark.parametrize(("wrong", "answered"), [(1, 20), (2, 19), (3, 18)])
def test_a_careful_bar_lets_one_in_twenty_be_answered_wrongly(wrong: int, answered: int) -> None:
    questions = [question(str(number), "a") for number in range(20)]
    replies = {q.text: reply("a", 1.0 - int(q.text) / 100) for q in questions}
    replies |= {str(19 - number): reply("b", 0.5 - number / 100) for number in range(wrong)}
    answers = [careful(questions, replies).answer(q.text) for q in questions]
    assert sum(isinstance(answer, Answered) for answer in answers) == answered
