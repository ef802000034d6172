"""Concepts in the words of a sentence: phrases, gaps and ranges of numbers."""

from __future__ import annotations

import pytest

from bot.answering.concepts import ConceptMatcher
from bot.answering.text import sentences
from bot.library import Concept

CONCEPTS = (
    Concept("numb", ("numb", "no feeling", "lost ... feeling")),
    Concept("saddle", ("between ... legs",)),
    Concept("older", ("50..99 years old",)),
)

MET = [
    ("a numb foot", ["numb"]),
    ("numbness and numbed", ["numb", "numb"]),
    ("there is no feeling", ["numb"]),
    # a gap is none to three words, and ends at a comma
    ("lost feeling", ["numb"]),
    ("lost all of the feeling", ["numb"]),
    ("lost nearly all of the feeling", []),
    ("lost it, feeling fine", []),
    ("between my two old legs", ["saddle"]),
    # a number from the one to the other
    ("fifty years old", ["older"]),
    ("49 years old", []),
    ("99 years old", ["older"]),
]


@pytest.mark.parametrize(("sentence", "names"), MET)
def test_a_concept_is_met_by_its_phrases(sentence: str, names: list[str]) -> None:
    spans = ConceptMatcher(CONCEPTS).find(sentences(sentence)[0], {})
    assert [span.concept for span in spans] == names


def test_of_a_concept_the_longest_phrase_counts() -> None:
    one = ConceptMatcher([Concept("pain", ("pain", "pain in the back"))]).find(("pain", "in", "the", "back"), {})
    assert [(span.start, span.end) for span in one] == [(0, 4)]


def test_a_word_is_met_as_any_word_it_may_stand_for() -> None:
    spans = ConceptMatcher(CONCEPTS).find(("nubm", "foot"), {"nubm": ("number", "numb")})
    assert [span.concept for span in spans] == ["numb"]
