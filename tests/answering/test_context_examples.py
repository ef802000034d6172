"""What `limber check` says of rows of context that do not do what their examples say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering.context_examples import misread
from bot.index import FOLDER
from bot.library.lint import check

Edit = Callable[[str, str, str], Path]
CONTEXT = "context.toml"

SLIPS = [
    ('"[suppose my legs go numb]"', '"suppose my [legs go numb]"', "is read as `[suppose my legs go numb]`"),
    ('"[suppose my legs go numb]"', '"[suppose my legs go numb"', "has a bracket [ without its ]"),
    ('"[suppose my legs go numb]"', '"[suppose. my legs go numb]"', "must be one sentence"),
    ('"in case"', '"i have"', "`i have` in `i have` is read as `ive` in a message; write that"),
    ('"in case"', '"u know"', "`u` in `u know` is read as `you` in a message; write that"),
    ('says = ["used to", "once upon"]', 'says = ["once upon"]', "its examples are read alike without it"),
]


def test_every_example_that_ships_is_read_as_it_is_written() -> None:
    assert [str(finding) for finding in misread(check(FOLDER))] == []


@pytest.mark.parametrize(("old", "new", "expected"), SLIPS, ids=[expected for *_, expected in SLIPS])
def test_a_row_that_does_something_else_is_told_with_its_line(edit: Edit, old: str, new: str, expected: str) -> None:
    folder = edit(CONTEXT, old, new)
    found = [str(finding) for finding in misread(check(folder))]
    lines = (folder / CONTEXT).read_text(encoding="utf-8").split("\n")
    assert any(expected in sentence for sentence in found), found
    assert all(lines[int(sentence.split(":")[1]) - 1].strip() for sentence in found)


def test_a_category_without_a_row_is_told(copy: Path) -> None:
    path = copy / CONTEXT
    path.write_text(path.read_text(encoding="utf-8").replace('"past"', '"denied"'), encoding="utf-8")
    assert any("no row makes words past" in str(finding) for finding in check(copy).findings)


def test_a_folder_without_rows_is_told(copy: Path) -> None:
    (copy / CONTEXT).unlink()
    assert not list(misread(check(copy)))
    assert [str(finding) for finding in check(copy).findings] == [
        "context.toml: is missing; copy it from the knowledge folder that comes with Limber"
    ]
