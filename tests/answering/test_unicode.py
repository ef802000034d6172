"""No character keeps a verdict back: every code point of Unicode beside an emergency."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator

import pytest

from bot.answering.answer import Answerer, Urgent

SIGN = "cant pee and numb between my legs"
BESIDE = 40
"""Code points that stand in one message: all of them take seconds then."""


EMPTY = ("Cs", "Cn", "Co")
"""Halves of a character, code points that are none, and private ones: seven in eight of all."""

MANY = 3900
"""Code points of those that stand in one message: as many as are read of it."""


def _batches() -> Iterator[str]:
    """Yield all code points: characters in short runs, in which each is read as itself, the empty ones in long runs."""
    full: list[str] = []
    empty: list[str] = []
    for point in map(chr, range(sys.maxunicode + 1)):
        (empty if unicodedata.category(point) in EMPTY else full).append(point)
    for points, length in ((full, BESIDE), (empty, MANY)):
        yield from ("".join(points[start : start + length]) for start in range(0, len(points), length))


def _numbers() -> list[str]:
    """Return every character that Unicode calls a number."""
    return [chr(point) for point in range(sys.maxunicode + 1) if unicodedata.category(chr(point)).startswith("N")]


def test_no_run_of_characters_behind_an_emergency_hides_it(answerer: Answerer) -> None:
    hidden = [run for run in _batches() if not isinstance(answerer.answer(f"{SIGN}. {run}"), Urgent)]
    assert hidden == []


def test_no_single_character_in_a_sentence_raises(answerer: Answerer) -> None:
    """One of each category, block by block, in the words themselves; what raises fails this test."""
    seen = {(unicodedata.category(point), ord(point) // 128): point for point in map(chr, range(sys.maxunicode + 1))}
    kept = [point for (category, _), point in seen.items() if category not in EMPTY]
    assert [point for point in kept if not isinstance(answerer.answer(f"{SIGN} {point}"), Urgent)] == []


def test_no_number_of_any_script_in_a_sentence_hides_it(answerer: Answerer) -> None:
    hidden = [number for number in _numbers() if not isinstance(answerer.answer(f"{SIGN} {number}"), Urgent)]
    assert hidden == []


@pytest.mark.parametrize("run", ["\u200b", "\u202e", "\ufeff", "```", "||", "\x00", "\u0301" * 300])
def test_what_cannot_be_seen_between_the_words_hides_nothing(answerer: Answerer, run: str) -> None:
    assert isinstance(answerer.answer(SIGN.replace(" ", f" {run}")), Urgent)
