"""What is learned from texts: which words are known, and which features are worth a weight."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answering.features import NGRAMS, STEMS
from bot.answering.fitting import Labels, fit
from bot.answering.linear import LinearClassifier
from bot.answering.message import Reader
from bot.answering.training import ReadTexts, learn_signs, learn_topics, vocabulary_of
from bot.library import Examples, Level, Library

SIGN = ("rf-crisis", Level.CRISIS)


@pytest.fixture(scope="module")
def bare(library: Library) -> Library:
    """A library of one flag and two kinds of messages outside the FAQ; all else is left out."""
    flags, outside = {"rf-crisis": library.flags["rf-crisis"]}, dict(list(library.outside.items())[:2])
    return replace(library, topics={}, flags=flags, outside=outside, concepts={}, context={}, words={})


def examples_of(library: Library, *texts: str, sign: tuple[str, ...] = ()) -> Examples:
    """Return examples of a sign and, all of one kind, of what is outside; one text is of the other kind."""
    one, other = library.outside
    return Examples(topics={}, flags={SIGN: sign}, harmless={}, outside={one: texts, other: ("quite something else",)})


def read(library: Library, examples: Examples) -> ReadTexts:
    return ReadTexts(Reader((), (), vocabulary_of(library, examples, {})), {})


def test_a_word_of_three_texts_is_what_a_slip_may_have_meant(bare: Library) -> None:
    texts = ("zebra lion", "zebra lion", "zebra tiger")
    known = vocabulary_of(bare, examples_of(bare, *texts), {})
    assert known.common == {"zebra"}
    assert known.known >= {"zebra", "lion", "tiger", "quite", "something", "else"}


@pytest.mark.parametrize("word", ["subsides", "overcome", "conclusions", "lesion", "abnormal"])
def test_an_english_word_is_known_though_no_text_holds_it(bare: Library, word: str) -> None:
    assert word in vocabulary_of(bare, examples_of(bare, "zebra lion"), {}).known


@pytest.mark.parametrize("slip", ["hamstirng", "sciatca", "excercise", "strech"])
def test_a_slip_is_no_english_word(bare: Library, slip: str) -> None:
    assert slip not in vocabulary_of(bare, examples_of(bare, "zebra lion"), {}).known


def test_a_stem_counts_from_two_texts_and_an_ngram_from_three(bare: Library) -> None:
    examples = examples_of(bare, "zebra lion", "zebra lion", "zebra tiger")
    model = learn_topics(bare, examples, read(bare, examples))
    assert {"zebra", "lion", "zebra lion"} <= set(model.stems.features)
    assert "tiger" not in model.stems.features
    assert " zeb" in model.ngrams.features
    assert " lio" not in model.ngrams.features


def test_of_signs_a_stem_counts_from_two_texts_and_an_ngram_from_three(bare: Library) -> None:
    examples = examples_of(bare, "zebra lion", "zebra tiger", sign=("zebra lion now",))
    model = learn_signs(bare, examples, read(bare, examples))
    assert {"zebra", "lion"} <= set(model.stems.features)
    assert "tiger" not in model.stems.features
    assert " zeb" in model.ngrams.features
    assert " lio" not in model.ngrams.features


def test_a_text_about_a_sign_counts_as_two_others(bare: Library) -> None:
    examples = examples_of(bare, "zebra lion", "zebra lion", sign=("zebra lion",))
    stems = learn_signs(bare, examples, read(bare, examples)).stems
    sign, harmless = (float(weight) for weight in stems.weights[stems.features.index("zebra")])
    assert sign == pytest.approx(harmless, abs=0.01)


def test_what_is_learned_tells_the_texts_apart() -> None:
    texts = [("tight", "hamstring"), ("sore", "back"), ("hamstring", "stretch"), ("back", "ache")] * 3
    labels = Labels.of([(number % 2, 1.0) for number in range(len(texts))], count=2)
    for features in (STEMS, NGRAMS):
        classifier = LinearClassifier(fit(texts, features, labels, fewest=2), features)
        scores = [classifier.scores(text) for text in texts]
        assert [int(score.argmax()) for score in scores if score is not None] == [0, 1] * 6


def test_a_feature_that_no_text_holds_twice_leaves_nothing_to_learn() -> None:
    labels = Labels.of([(0, 1.0), (1, 1.0)], count=2)
    assert fit([("one",), ("two",)], STEMS, labels, fewest=2).features == ()
