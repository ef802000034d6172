"""Warning signs: what fires, what only looks like it."""

from __future__ import annotations

import pytest

from bot.answering.answer import Answerer
from bot.answering.screening import Screening
from bot.answering.tuning import TUNING
from bot.answering.urgency import urgency
from bot.library import Level

SIGNS = [
    ("I can't feel when I pee", "rf-cauda-equina", Level.EMERGENCY),
    ("everything between my legs has gone numb", "rf-cauda-equina", Level.EMERGENCY),
    ("no fever but i cant pee", "rf-cauda-equina", Level.EMERGENCY),
    ("is it normal that I can't feel my bum?", "rf-cauda-equina", Level.EMERGENCY),
    ("my mum can't pee and her back is terrible", "rf-cauda-equina", Level.EMERGENCY),
    ("both legs have gone weak since this morning", "rf-leg-weakness", Level.EMERGENCY),
    ("fell off a ladder and my back is agony", "rf-major-trauma", Level.EMERGENCY),
    ("tearing pain between my shoulder blades", "rf-aortic", Level.EMERGENCY),
    ("back pain and a tight chest", "rf-chest", Level.EMERGENCY),
    ("I had breast cancer ten years ago and now my back aches", "rf-cancer", Level.SAME_DAY),
    ("back pain with fever", "rf-infection", Level.SAME_DAY),
    ("I want to die", "rf-crisis", Level.CRISIS),
]

HARMLESS = [
    "I don't have numbness, no bladder problems, no fever",
    "does back pain cause cancer?",
    "what are the red flags?",
    "what if I get numb down there?",
    "my dad had cauda equina in 2010",
    "my leg fell asleep after sitting",
    "legs weak after leg day",
    "my back is killing me",
    "the saddle of my horse is new",
    "I fell off my bike in 2015",
]


def screen(answerer: Answerer, text: str) -> Screening:
    return answerer.screener.screen(answerer.reader.read(text))


@pytest.mark.parametrize(("message", "flag", "level"), SIGNS)
def test_a_sign_is_seen_with_its_flag_and_level(answerer: Answerer, message: str, flag: str, level: Level) -> None:
    hits = screen(answerer, message).hits
    assert (flag, level) in {(hit.flag, hit.level) for hit in hits if not hit.doubtful}


@pytest.mark.parametrize("message", HARMLESS)
def test_what_only_looks_like_a_sign_is_neither_raised_nor_asked_about(answerer: Answerer, message: str) -> None:
    assert [hit for hit in screen(answerer, message).hits if hit.level.urgent] == []


@pytest.mark.parametrize("word", ["pee", "wee", "urinate"])
def test_a_sign_is_seen_in_capitals(answerer: Answerer, word: str) -> None:
    sure = screen(answerer, f"I CANT {word.upper()}").sure
    assert sure is not None
    assert sure.level is Level.EMERGENCY


def test_one_line_in_a_long_story_is_seen(answerer: Answerer) -> None:
    story = "I do my stretches every day and I like them. " * 30
    sure = screen(answerer, f"{story} Since Monday I can't feel when I pee. {story}").sure
    assert sure is not None
    assert sure.level is Level.EMERGENCY


@pytest.mark.parametrize(
    "message",
    [
        "my back hurts",
        "My back hurts since yesterday. What should I do?",
        "my spine hurts",
        "i hurt my back at the gym",
    ],
)
def test_the_plainest_complaint_is_no_sign_whatever_it_resembles(answerer: Answerer, message: str) -> None:
    assert answerer.answer(message).screening.hits == ()


def test_what_was_heard_and_what_is_written_are_weighed_together(answerer: Answerer) -> None:
    alone = screen(answerer, "my legs").evidence
    told = screen(answerer, "my husband is 61 and since noon his legs fold under him").evidence
    assert alone is not None
    assert told is not None
    assert urgency(alone) < TUNING.urgency.check_at < TUNING.urgency.raise_at < urgency(told)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("I do my stretches every day and I like them. " * 60, id="one sentence again and again"),
        pytest.param("lorem ipsum dolor sit amet consectetur adipiscing elit " * 60, id="a filler in no language"),
        pytest.param("ok " * 800, id="one word"),
        pytest.param("haha so funny lol " * 100, id="laughter"),
        pytest.param("def main(): for i in range(10): print(i) return None import sys " * 20, id="a program"),
    ],
)
def test_a_long_message_is_no_sign_because_it_is_long(answerer: Answerer, text: str) -> None:
    assert screen(answerer, text).hits == ()
