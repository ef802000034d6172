"""The five outcomes, and what bad input gets."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.answer import Answer, Answered, Answerer, Check, Unknown, Urgent
from bot.library import Level

OUTCOMES = [
    ("Can tight hamstrings make my back hurt?", Answered),
    ("hello", Answered),
    ("I cannot pee since my back went", Urgent),
    ("my pee is dark", Check),
    ("what is the capital of Mongolia", Unknown),
]

NOTHING = [
    "",
    " ",
    "\x00\x00",
    "🙂🙂🙂",
    "\u202e\u202e",
    "…",
    "a" * 4000,
    "<@1> <#2>",
    "()[]{}",
]


@pytest.mark.parametrize(("question", "outcome"), OUTCOMES)
def test_each_outcome_has_its_question(answerer: Answerer, question: str, outcome: type[Answer]) -> None:
    assert isinstance(answerer.answer(question), outcome)


@pytest.mark.parametrize("question", NOTHING)
def test_what_says_nothing_gets_an_honest_unknown(answerer: Answerer, question: str) -> None:
    assert isinstance(answerer.answer(question), Unknown)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_gets_an_answer_with_at_most_five_candidates(answerer: Answerer, text: str) -> None:
    answer = answerer.answer(text)
    assert len(answer.candidates) <= 5
    assert all(0.0 <= candidate.confidence <= 1.0 for candidate in answer.candidates)


def test_every_question_finds_its_own_topic(answerer: Answerer) -> None:
    topics = answerer.library.topics.values()
    missed = [
        t.id for t in topics if answerer.matcher.match(answerer.reader.read(t.question)).candidates[0].topic != t.id
    ]
    assert missed == []


def test_a_sign_to_have_looked_at_leaves_the_answer_and_takes_the_stretches(answerer: Answerer) -> None:
    answer = answerer.answer("My 14 year old has back pain, can she stretch her hamstrings at her desk?")
    assert answer.soon is not None
    assert answer.soon.level is Level.SOON
    assert not isinstance(answer, Urgent | Check)
    assert not isinstance(answer, Answered) or answer.stretches == ()
