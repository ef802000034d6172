"""Codes in place of people."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from bot.store.codes import CODE_BYTES, Codes

KEYS = (b"k" * 32, b"l" * 32)
NUMBERS = (1, 11, 112)


def test_a_code_depends_on_the_key_the_purpose_the_person_and_the_thing() -> None:
    ballots = [Codes(key).ballot(user, message) for key, user, message in product(KEYS, NUMBERS, NUMBERS)]
    voters = [Codes(key).voter(user, str(topic)) for key, user, topic in product(KEYS, NUMBERS, NUMBERS)]
    assert len({*ballots, *voters}) == len(ballots) + len(voters)


@given(st.binary(min_size=32, max_size=32), st.integers(0, 2**63 - 1), st.from_regex(r"[a-z-]{1,30}", fullmatch=True))
def test_a_code_is_the_same_again_and_always_as_long(key: bytes, user: int, topic: str) -> None:
    code = Codes(key).voter(user, topic)
    assert code == Codes(key).voter(user, topic)
    assert len(code) == CODE_BYTES


def test_the_key_is_not_shown_with_the_codes() -> None:
    assert "kkk" not in repr(Codes(KEYS[0]))
