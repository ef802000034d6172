"""What a warning repeats of somebody's words."""

from __future__ import annotations

import pytest

from bot.desk.quoting import LONGEST_QUOTED, MOST_QUOTED, quotations

TYPED = [
    (("cant", "pee"), "I CAN'T pee since my back went", ("CAN'T pee",)),
    (("cant", "pee"), "since then I can not really pee, help", ("can not really pee",)),
    (("numb", "between my legs"), "it feels numb, right between my legs!", ("numb right between my legs",)),
    (("between my legs", "numb"), "numb between my legs", ("numb between my legs",)),
    (("cant", "pee", "numb"), "i cant pee. later that whole day it all went numb", ("cant pee", "numb")),
    (("kill",), "k1ll", ("k1ll",)),
    (("weak", "leg"), "my léft leg is weak", ("leg is weak",)),
]


@pytest.mark.parametrize(("read", "typed", "quoted"), TYPED)
def test_a_sign_is_quoted_as_it_was_typed(read: tuple[str, ...], typed: str, quoted: tuple[str, ...]) -> None:
    assert quotations(read, typed) == quoted


ON_A_CARD = [
    ("**can't** ||pee||", "can't pee"),
    ("can't <@123456789012345678> pee", "can't pee"),
    ("can't https://example.org/x pee", "can't pee"),
    ("can't {clinic_contact} pee", "can't cliniccontact pee"),
    ("can't\n# pee", "can't pee"),
    ("can't @everyone pee", "can't everyone pee"),
    ("can't [a](b) pee", "can't ab pee"),
]


@pytest.mark.parametrize(("typed", "quoted"), ON_A_CARD)
def test_nothing_that_would_do_something_on_a_card_is_repeated(typed: str, quoted: str) -> None:
    assert quotations(("cant", "pee"), typed) == (quoted,)


def test_what_is_found_nowhere_is_quoted_as_it_was_read() -> None:
    assert quotations(("cant", "pee"), "another message altogether") == ("cant", "pee")


def test_a_guess_has_nothing_to_quote() -> None:
    assert quotations((), "I can't pee") == ()


def test_a_quotation_is_short_and_there_are_few() -> None:
    long = " ".join(["numb"] * 40)
    assert all(len(part) <= LONGEST_QUOTED for part in quotations((long,), long))
    apart = " then a lot of other words came before ".join(("numb", "weak", "pee", "legs", "bum"))
    assert len(quotations(("numb", "weak", "pee", "legs", "bum"), apart)) == MOST_QUOTED


@pytest.mark.parametrize("typed", ["cant " * 800, "c " * 2000, "!" * 4000 + " cant", "cant" + "\u0301" * 3990])
def test_hostile_words_are_read_to_their_end(typed: str) -> None:
    assert len(quotations(("cant", "pee"), typed)) <= MOST_QUOTED
