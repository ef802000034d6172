"""The text floor: words, sentences, and nothing that breaks."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.text import number, sentences, words

SPELLINGS = [
    ("I can't, cannot and can not", "i cant cant and cant"),
    ("HAMMIES!!", "hammies"),
    ("<@123> does <https://x.y> **this** _work_?", "does this work"),
    ("nai\u0308ve café", "naive cafe"),
    ("Z̴̤a̶l̷g̸o", "zalgo"),
    ("sooooo tight", "soo tight"),
    ("im 14yo, temp 39.5", "im 14 yo temp 39.5"),
    ("don’t u know", "dont you know"),
    ("\u202emoc.evil", "moc evil"),
    ("k1ll mys3lf", "kill myself"),
    ("s u i c i d e", "suicide"),
    ("s.u.i.c.i.d.e", "suicide"),
    ("hurt my self, ma self and meself", "hurt myself myself and myself"),
    ("L4/L5, T12 and c5s", "l 4 l 5 t 12 and c 5 s"),
    ("i a m", "i a m"),
]


@pytest.mark.parametrize(("typed", "read"), SPELLINGS)
def test_words_are_read_the_same_however_they_are_typed(typed: str, read: str) -> None:
    assert " ".join(words(typed)) == read


def test_a_text_is_split_into_the_words_of_its_sentences() -> None:
    assert sentences("It hurts, a lot. Why?") == (("it", "hurts", ",", "a", "lot"), ("why",))


@given(st.text(max_size=300))
def test_any_text_is_read_as_words_in_one_form(text: str) -> None:
    assert [
        word for word in words(text) if not word or word != word.casefold() or re.search(r"[\s,!?'’*_`]", word)
    ] == []


def test_the_longest_message_is_read_in_part() -> None:
    assert len(words("ab " * 801)) == 800
    assert words("x" * 3998 + " y z") == (*words("x" * 3998), "y")


@pytest.mark.parametrize(
    ("word", "meant"),
    [("10", 10), ("39.5", 39.5), ("ten", 10), ("seventeen", 17), ("eighty", 80), ("one", None), ("back", None)],
)
def test_a_number_is_one_in_figures_and_in_letters(word: str, meant: float | None) -> None:
    assert number(word) == meant
