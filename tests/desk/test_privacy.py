"""What people read about their data is what the one table says."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.desk.privacy import NOTHING, document, forgotten_card, privacy_card
from bot.store.kept import KEPT, Keyed
from tests.desk.test_desk import text_of

PAGE = Path(__file__).parents[2] / "docs" / "privacy.md"


def test_the_page_in_the_repository_is_the_one_that_is_written_from_the_table() -> None:
    assert PAGE.read_text(encoding="utf-8") == document()


def test_the_page_names_every_table_and_column() -> None:
    page = document()
    for kept in KEPT:
        assert f"| in `{kept.table}` |" in page
        assert [field.column for field in kept.fields if f"| `{field.column}` | {field.what} |" not in page] == []


def test_the_card_says_of_everything_that_is_kept_what_why_and_how_long() -> None:
    card = text_of(privacy_card())
    for kept in KEPT:
        if kept.days:
            assert f"{kept.what[1:]}" in card
            assert f"for {kept.days} days: {kept.why}." in card


def test_the_card_tells_what_is_keyed_by_a_person_from_what_is_not() -> None:
    lines = text_of(privacy_card()).splitlines()
    for kept in KEPT:
        if kept.days:
            (line,) = [line for line in lines if kept.what[1:] in line]
            assert ("under a code that stands for you" in line) is (kept.keyed_by is Keyed.PERSON)


def test_page_and_card_say_that_no_message_is_kept_and_how_to_be_forgotten() -> None:
    for words in (document(), text_of(privacy_card())):
        assert NOTHING in words
        assert "/forget-me" in words


@pytest.mark.parametrize(
    ("votes", "said"),
    [(0, "There was nothing to delete."), (1, "Deleted: 1 vote."), (3, "Deleted: 3 votes.")],
)
def test_a_person_is_told_what_was_deleted(votes: int, said: str) -> None:
    assert said in text_of(forgotten_card(votes))
