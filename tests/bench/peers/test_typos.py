from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from tests.bench.peers.typos import edited, misspelt


@given(st.text("abcdefgh", min_size=4), st.integers())
def test_a_slip_is_one_edit_and_never_none(word: str, seed: int) -> None:
    assert OSA.distance(word, edited(word, random.Random(seed))) == 1  # noqa: S311 - no secret


@pytest.mark.parametrize(
    ("texts", "changed"),
    [
        (["back pain when sitting", "hurts a lot"], [True, False]),
        (["back pain", "when i sit", "hurts"], [False, False, True]),
        (["a b c d e f g h"], [False]),
    ],
    ids=["the fourth long word", "counted through the set", "short words are let be"],
)
def test_every_fourth_long_word_is_misspelt(texts: list[str], changed: list[bool]) -> None:
    assert [a != b for a, b in zip(texts, misspelt(texts), strict=True)] == changed


def test_the_same_texts_get_the_same_slips() -> None:
    texts = ["can tight hamstrings make my lower back hurt"] * 9
    assert misspelt(texts) == misspelt(texts)
