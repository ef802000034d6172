"""Signs that a clinician has written: where their concepts must stand, and when they are not meant."""

from __future__ import annotations

import pytest

from bot.answering.answer import Answerer
from bot.answering.written_signs import meets
from bot.library import Grade, Level, Sign, When

NUMB_BUM, NUMB_AND_FEVER = Sign.parse("numb + bum"), Sign.parse("numb & fever")
GRADE = Grade(Level.EMERGENCY)


@pytest.mark.parametrize(("between", "words"), [(0, ("numb", "bum")), (10, ("numb", "bum")), (11, ())])
def test_joined_concepts_stand_within_twelve_words(answerer: Answerer, between: int, words: tuple[str, ...]) -> None:
    message = answerer.reader.read(" ".join(["numb", *["la"] * between, "bum"]))
    assert meets(message, NUMB_BUM, GRADE) == words


SENTENCES = [
    ("numb. bum", NUMB_BUM, GRADE, False),
    ("numb toes. a high fever", NUMB_AND_FEVER, GRADE, True),
    ("numb toes", NUMB_AND_FEVER, GRADE, False),
    ("numb bum", NUMB_BUM, Grade(Level.EMERGENCY, excludes=("fever",)), True),
    ("numb bum with fever", NUMB_BUM, Grade(Level.EMERGENCY, excludes=("fever",)), False),
    ("numb bum. fever too", NUMB_BUM, Grade(Level.EMERGENCY, excludes=("fever",)), True),
    ("numb bum. fever too", NUMB_BUM, Grade(Level.EMERGENCY, excused_by=("fever",)), False),
    ("numb bum ten years ago", NUMB_BUM, GRADE, False),
    ("numb bum ten years ago", NUMB_BUM, Grade(Level.EMERGENCY, when=(When.NOW, When.PAST)), True),
    ("no numb bum", NUMB_BUM, GRADE, False),
    ("what if numb bum", NUMB_BUM, GRADE, False),
    ("can a ride make the bum numb", NUMB_BUM, GRADE, False),
    ("my uncle had a numb bum", NUMB_BUM, GRADE, False),
    ("in the film he had a numb bum", NUMB_BUM, GRADE, False),
]


@pytest.mark.parametrize(("text", "sign", "grade", "met"), SENTENCES)
def test_a_sign_is_met_where_it_is_meant(answerer: Answerer, text: str, sign: Sign, grade: Grade, met: bool) -> None:
    assert bool(meets(answerer.reader.read(text), sign, grade)) == met
