"""What a number counts: an age, a pain score, or something else."""

from __future__ import annotations

import pytest

from bot.answering.answer import Answered, Answerer
from bot.answering.concepts import ConceptMatcher
from bot.answering.quantities import told
from bot.answering.text import sentences, words
from bot.library import Concept

TOLD = [
    # ages, by what stands before or behind them
    ("he is 78", "he is elderly"),
    ("I'm 45 with a sore back", "im adult with a sore back"),
    ("my daughter is 12", "my daughter is child"),
    ("she just turned 17", "she just turned child"),
    ("18 years old", "adult years old"),
    ("a 65 yr old runner", "a elderly yr old runner"),
    ("aged 64", "aged adult"),
    ("i am 9 yo", "im child yo"),
    # scores, of ten
    ("12/10 pain", "severe pain"),
    ("pain is 7/10", "pain is severe"),
    ("6/10 at night", "mild at night"),
    ("about 9 out of 10", "about severe out of 10"),
    # what counts something else, or nothing that is said
    ("im 20 weeks pregnant", "im 20 weeks pregnant"),
    ("he is 12 stone", "he is 12 stone"),
    ("hold it for 15 seconds", "hold it for 15 seconds"),
    ("I drove 13 hours", "i drove 13 hours"),
    ("L5 and S1", "l 5 and s 1"),
    ("im 400", "im 400"),
    ("10 minutes", "10 minutes"),
    ("my back is 10 times worse", "my back is 10 times worse"),
]


@pytest.mark.parametrize(("text", "meant"), TOLD)
def test_ages_and_scores_are_told_apart_from_other_numbers(text: str, meant: str) -> None:
    (sentence,) = sentences(text)
    assert " ".join(told(sentence)) == meant


@pytest.mark.parametrize(
    ("text", "met"),
    [("im 15", True), ("im 15 and sore", True), ("im 15 weeks pregnant", False), ("im 15 minutes away", False)],
)
def test_a_phrase_does_not_end_in_a_number_that_counts_something_else(text: str, met: bool) -> None:
    matcher = ConceptMatcher([Concept("young", ("im 8..17",))])
    assert bool(matcher.find(words(text), {})) is met


@pytest.mark.parametrize(
    "text", ["12/10 pain", "he is 78 and his back hurts", "I drove 13 hours, sore back", "11 out of 10 pain"]
)
def test_what_is_for_a_child_is_no_answer_where_nobody_is_a_child(answerer: Answerer, text: str) -> None:
    answer = answerer.answer(text)
    assert "children-teens" not in [
        candidate.topic for candidate in answer.candidates[:2] if candidate.confidence > 0.05
    ]


@pytest.mark.parametrize(
    "text", ["my son has a sore back, he is 12", "back pain in a 14 year old", "im 16 and my back aches"]
)
def test_what_is_for_a_child_is_answered_where_one_is_spoken_of(answerer: Answerer, text: str) -> None:
    answer = answerer.answer(text)
    assert isinstance(answer, Answered)
    assert answer.topic == "children-teens"
