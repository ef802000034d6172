"""What people read about their data is what the one table says."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.desk.desk import Desk
from bot.desk.privacy import document
from bot.library import Library
from bot.store.kept import KEPT, Keyed
from tests.desk.stage import text_of

PAGE = Path(__file__).parents[2] / "docs" / "privacy.md"


def test_the_page_in_the_repository_is_the_one_that_is_written_from_the_table(library: Library) -> None:
    assert PAGE.read_text(encoding="utf-8") == document(library.cards)


def test_the_page_names_every_table_and_column(library: Library) -> None:
    page = document(library.cards)
    for kept in KEPT:
        assert f"| in `{kept.table}` |" in page
        assert [field.column for field in kept.fields if f"| `{field.column}` | {field.what} |" not in page] == []


def test_the_card_says_of_everything_that_is_kept_what_why_and_how_long(desk: Desk) -> None:
    card = text_of(desk.privacy())
    for kept in KEPT:
        if kept.days:
            assert f"{kept.what[1:]}" in card
            assert f"for {kept.days} days: {kept.why}." in card


def test_the_card_tells_what_is_keyed_by_a_person_from_what_is_not(desk: Desk) -> None:
    lines = text_of(desk.privacy()).splitlines()
    for kept in KEPT:
        if kept.days:
            (line,) = [line for line in lines if kept.what[1:] in line]
            assert ("under a code that stands for you" in line) is (kept.keyed_by is Keyed.PERSON)


def test_page_and_card_say_that_no_message_is_kept_and_how_to_be_forgotten(library: Library, desk: Desk) -> None:
    for words in (document(library.cards), text_of(desk.privacy())):
        assert library.cards.privacy.nothing in words
        assert "/forget-me" in words


@pytest.mark.parametrize(
    ("votes", "said"),
    [(0, "There was nothing to delete."), (1, "Deleted: 1 vote."), (3, "Deleted: 3 votes.")],
)
def test_a_person_is_told_what_was_deleted(desk: Desk, votes: int, said: str) -> None:
    assert said in text_of(desk.forgotten(votes))
