"""Signs learned from how people tell of them: by parts of a long message, and word for word."""

from __future__ import annotations

import math

import numpy as np
import pytest

from bot.answering.answer import Answerer, Check, Urgent
from bot.answering.learned_signs import SignClassifier, SignModel, windows
from bot.answering.linear import LinearModel
from bot.answering.tuning import Evidence
from bot.library import Examples, Level

STORY = (
    "I like my garden and the roses in it.",
    "We went to the market on Sunday.",
    "My sister came for tea.",
    "The weather was nice all week.",
    "I read a book about trains.",
    "The dog sleeps on the sofa.",
    "We had soup for lunch.",
    "My desk is new.",
)
TOLD = [
    "Since Monday I can't feel when I pee.",
    "Both my legs have gone weak.",
    "My chest feels tight and my back hurts.",
    "I have a fever and shivering and my back hurts.",
    "I lost two stone without trying and my back hurts at night.",
    "My calf is swollen and hot.",
    "My bum has gone numb and I can't poo.",
]


def evidence(answerer: Answerer, text: str) -> Evidence:
    weighed = answerer.screener.screen(answerer.reader.read(text)).evidence
    assert weighed is not None
    return weighed


@pytest.mark.parametrize("line", TOLD)
def test_one_line_in_a_story_of_other_things_is_seen(answerer: Answerer, line: str) -> None:
    assert isinstance(answerer.answer(" ".join([*STORY[:2], line, *STORY[2:]])), Urgent | Check)


def test_a_story_of_other_things_is_no_sign(answerer: Answerer) -> None:
    assert answerer.answer(" ".join(STORY)).screening.hits == ()


def test_three_sentences_are_read_together_wherever_they_stand(answerer: Answerer) -> None:
    told = answerer.reader.read("One. Two. Three. Four. Five.").sentences
    assert [[sentence.words[0] for sentence in part] for part in windows(told)] == [
        ["one", "two", "three"],
        ["two", "three", "four"],
        ["three", "four", "five"],
    ]
    assert list(windows(told[:3])) == []


def test_an_example_of_a_sign_is_certain_word_for_word_and_as_one_sentence_of_others(
    answerer: Answerer, examples: Examples
) -> None:
    for (_, level), texts in examples.flags.items():
        if level.urgent:
            text = next(text for text in texts if len(answerer.reader.read(text).sentences) == 1)
            assert evidence(answerer, text.upper()).overall == 100.0
            assert evidence(answerer, f"Hello there. {text}. Thank you.").overall == 100.0


def test_an_example_of_what_is_harmless_is_certain_only_as_the_whole_message(
    answerer: Answerer, examples: Examples
) -> None:
    text = examples.harmless["looks-alike"][0]
    assert evidence(answerer, text).overall == -100.0
    assert evidence(answerer, f"{text}. And since then everything is different.").overall > -100.0


def test_where_no_word_is_known_words_speak_against_a_sign(answerer: Answerer) -> None:
    assert evidence(answerer, "qqq zzz").by_words == -6.0
    assert math.isfinite(evidence(answerer, "pee").by_words)


@pytest.mark.parametrize(("odds", "level"), [(-2.4, Level.EMERGENCY), (-2.6, Level.SAME_DAY)])
def test_an_emergency_is_one_from_a_twentieth_of_the_odds(answerer: Answerer, odds: float, level: Level) -> None:
    nothing = LinearModel((), np.zeros(0, np.float32), np.zeros((0, 3), np.float16))
    apart = odds / 1.6  # what scores of this distance are as odds
    stems = LinearModel(("hurt",), np.ones(1, np.float32), np.array([[2 + apart, 2, 0]], np.float16))
    signs = (("own", Level.EMERGENCY), ("own", Level.SAME_DAY))
    classifier = SignClassifier(SignModel(signs, {}, stems, ngrams=nothing, concepts=nothing))
    scores = classifier.classify(answerer.reader.read("hurt").sentences)
    assert scores is not None
    assert scores.urgent.level is level
