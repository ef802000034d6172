"""All that speaks for a sign, weighed: what is raised, what is asked about and what is let go."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields, replace
from typing import cast

import pytest

from bot.answering.answer import Answerer
from bot.answering.learned_signs import Score, Scores, SignClassifier
from bot.answering.screening import Screener, Screening
from bot.answering.tuning import TUNING, Evidence
from bot.answering.urgency import contributions, length, urgency
from bot.library import Grade, Level

NONE = Evidence(overall=0.0, second=0.0, by_words=0.0, length=0.0, written=0.0, doubtful=0.0, others=0.0)


def test_length_counts_different_words_up_to_a_hundred() -> None:
    assert length(["ok"] * 800) == pytest.approx(math.log(2))
    assert length(map(str, range(99))) == pytest.approx(math.log(100))
    assert length(map(str, range(100))) == length(map(str, range(800))) == pytest.approx(math.log(101))


@pytest.mark.parametrize("name", [field.name for field in fields(Evidence)])
def test_each_piece_of_evidence_adds_its_own_weight(name: str) -> None:
    more = contributions(replace(NONE, **{name: 2.0}))
    assert more.pop(name) == 2 * getattr(TUNING.urgency.weights, name)
    assert set(more.values()) == {0.0}


# What a message offers, and its urgency in hundredths. These are the fitted weights in use: they change with a refit.
WEIGHED = [
    # long, and sounding urgent in every way
    (Evidence(4.0, 4.0, 4.0, 3.0, 0.0, 0.0, 0.0), 73),
    # each piece of it taken away
    (Evidence(0.0, 4.0, 4.0, 3.0, 0.0, 0.0, 0.0), 61),
    (Evidence(4.0, 0.0, 4.0, 3.0, 0.0, 0.0, 0.0), 62),
    (Evidence(4.0, 4.0, 0.0, 3.0, 0.0, 0.0, 0.0), 50),
    (Evidence(4.0, 4.0, 4.0, 2.0, 0.0, 0.0, 0.0), 11),
    (Evidence(4.0, 4.0, 4.0, 3.0, 0.0, 0.0, 1.0), 3),
    # and a little less loud, with what adds to it
    (Evidence(0.0, 0.0, 0.0, 3.0, 0.0, 0.0, 0.0), 27),
    (Evidence(0.0, 0.0, 0.0, 3.0, 1.0, 0.0, 0.0), 94),
]


@pytest.mark.parametrize(("evidence", "hundredths"), WEIGHED)
def test_evidence_is_weighed_into_one_number(evidence: Evidence, hundredths: int) -> None:
    assert round(100 * urgency(evidence)) == hundredths


@dataclass(frozen=True)
class Told:
    """Stands for the classifier: of every message it says what it is told, in log-odds."""

    urgent: float = 0.0
    crisis: float = -100.0
    soon: float = -100.0

    def classify(self, sentences: object) -> Scores:
        """Return scores that say it by their overall odds alone."""
        score = Score(0.0, 0.0, 0.0, "own", Level.EMERGENCY)
        return Scores(
            urgent=replace(score, overall=self.urgent),
            crisis=replace(score, overall=self.crisis, level=Level.CRISIS),
            soon=replace(score, overall=self.soon, level=Level.SOON),
        )


def screened(answerer: Answerer, text: str, told: Told) -> Screening:
    """Screen a text by one flag: a numb bum is its sign, fever a doubtful one."""
    grade = Grade(Level.EMERGENCY, signs=("numb + bum",), doubtful=("fever",))
    flag = replace(answerer.library.flags["rf-cauda-equina"], id="own", grade=(grade,))
    return Screener([flag], cast(SignClassifier, told)).screen(answerer.reader.read(text))


def odds_for(answerer: Answerer, text: str, wanted: float) -> float:
    """Return the odds that have to be told of a text for the urgency wanted."""
    evidence = screened(answerer, text, Told()).evidence
    assert evidence is not None
    missing = math.log(wanted / (1 - wanted)) - TUNING.urgency.bias - sum(contributions(evidence).values())
    return missing / TUNING.urgency.weights.overall


def of_words(count: int, text: str) -> str:
    """Return a text of so many words that says no more than `text`."""
    return " ".join([text, *["la"] * (count - len(text.split()))])


HITS = [
    # a learned sign is asked about from .23 and raised from .5
    (of_words(7, "numb"), 0.22, []),
    (of_words(7, "numb"), 0.24, ["asked"]),
    (of_words(7, "numb"), 0.49, ["asked"]),
    (of_words(7, "numb"), 0.51, ["raised"]),
    # it counts where the message names something of its flag, and is no fragment
    (of_words(7, "la"), 0.99, []),
    (of_words(7, "not numb"), 0.99, []),
    (of_words(4, "numb"), 0.51, ["raised"]),
    (of_words(3, "numb"), 0.99, []),
    (of_words(7, "la fever"), 0.99, ["asked"]),
    # a written one is asked about where little else speaks for it, however long the message
    (of_words(7, "numb bum"), 0.51, ["raised", "raised"]),
    (of_words(7, "numb bum"), 0.49, ["asked", "asked"]),
    (of_words(7, "numb bum"), 0.19, ["asked"]),
    (of_words(40, "numb bum"), 0.02, ["asked"]),
    # a doubtful one is not raised by its own flag's sound in a message that says no more, of up to six words
    (of_words(6, "fever numb"), 0.19, ["asked"]),
    (of_words(6, "fever numb"), 0.24, ["asked", "asked"]),
    (of_words(6, "fever numb"), 0.51, ["asked", "asked"]),
    (of_words(7, "fever numb"), 0.51, ["raised", "asked"]),
]


@pytest.mark.parametrize(("text", "urgent", "seen"), HITS)
def test_a_sign_is_raised_or_asked_about_by_its_urgency(
    answerer: Answerer, text: str, urgent: float, seen: list[str]
) -> None:
    hits = screened(answerer, text, Told(urgent=odds_for(answerer, text, urgent))).hits
    assert ["asked" if hit.doubtful else "raised" for hit in hits] == seen


@pytest.mark.parametrize(("odds", "seen"), [(4.9, []), (5.1, [Level.CRISIS])])
def test_a_crisis_is_never_asked_about_and_needs_no_word_of_its_flag(
    answerer: Answerer, odds: float, seen: list[Level]
) -> None:
    hits = screened(answerer, "la la la", Told(urgent=-100.0, crisis=odds)).hits
    assert [hit.level for hit in hits if not hit.doubtful] == seen


def test_a_crisis_that_is_denied_in_its_own_words_does_not_sound_like_one(answerer: Answerer) -> None:
    grade = Grade(Level.CRISIS, signs=("kill-self",))
    flag = replace(answerer.library.flags["rf-crisis"], id="own", grade=(grade,))
    screener = Screener([flag], cast(SignClassifier, Told(crisis=50.0)))
    seen = [screener.screen(answerer.reader.read(text)).hits for text in ("I am not suicidal", "I am suicidal")]
    assert [bool(hits) for hits in seen] == [False, True]


@pytest.mark.parametrize(("wanted", "seen"), [(0.22, []), (0.24, [Level.SOON])])
def test_what_is_to_be_looked_at_soon_is_never_asked_about(
    answerer: Answerer, wanted: float, seen: list[Level]
) -> None:
    text = of_words(4, "numb")
    odds = odds_for(answerer, text, wanted)
    hits = screened(answerer, text, Told(urgent=-100.0, soon=odds)).hits
    assert [hit.level for hit in hits if not hit.doubtful] == seen


LOW = [
    ("I am so fed up with this", True),
    ("I am not fed up with it", False),
    ("what if I get fed up with it", False),
    ("can you get fed up with pain", False),
    ("my uncle was fed up with it", False),
    ("my back is stiff", False),
]


@pytest.mark.parametrize(("text", "low"), LOW)
def test_low_mood_is_ones_own_and_of_now(answerer: Answerer, text: str, low: bool) -> None:
    assert answerer.screener.screen(answerer.reader.read(text)).low_mood == low
