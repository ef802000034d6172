"""What a clinician reads about cards.toml."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.errors import KnowledgeError
from bot.library import Library
from bot.library.cards import Cards, held, kinds
from bot.library.knowledge import load
from bot.library.lint import check

Edit = Callable[[str, str, str], Path]

FILE = "cards.toml"

SLIPS = [
    pytest.param('title = "Please get help now"\n', "", "`title` is missing; add a line `title = ...`", id="no title"),
    pytest.param("[crisis]", "[criis]", "the card [crisis] is missing", id="no card"),
    pytest.param("[crisis]", "[criis]", '`criis` is not a card Limber knows - did you mean "crisis"?', id="a slip"),
    pytest.param('yes = "Yes"', 'yse = "Yes"', 'did you mean "yes"?', id="a key misspelled"),
    pytest.param(
        "this is about {notice}, please", "so, please", "`guess` of [emergency] must hold {notice}", id="no sign"
    ),
    pytest.param("You wrote {quoted}. That", "That", "`wrote` of [emergency] must hold {quoted}", id="no quotation"),
    pytest.param("night: {crisis_line}", "night", "`call` of [crisis] must hold {crisis_line}", id="no number"),
    pytest.param("night: {crisis_line}", "night: {link}", "`{link}` is not a placeholder", id="another's brace"),
    pytest.param("Tell one person near you", "Take 400 mg of pills", "`400 mg` reads like a dose", id="a dose"),
    pytest.param("That can need", "You have a slipped disc. That can need", "reads like a diagnosis", id="a diagnosis"),
    pytest.param(
        "now, or go to the nearest emergency department",
        "now",
        "beside {emergency_number} must stand: or go to the nearest emergency department",
        id="no department",
    ),
    pytest.param('"Show me"', f'"{"x" * 81}"', "`show` has 81 characters; at most 80 are allowed", id="a button"),
    pytest.param('title = "Sent"', f'title = "{"x" * 201}"', "has 201 characters", id="a title"),
    pytest.param("That can need", "That can need it. " * 120, "fit a card", id="a card"),
    pytest.param(
        "You are not alone with this",
        "Notwithstanding contraindications necessitating individualised evaluation, unquestionably considerations "
        "regarding circumstances necessitate interpretation",
        "[crisis] reads at grade",
        id="hard words",
    ),
    pytest.param('no = "No"', "no = 3", "`no` is `3`; it must be text in straight quotes", id="a number"),
    pytest.param('title = "Sent"', 'title = "Sent"\nextra = "x"', "`extra` is not a name", id="a key too many"),
    pytest.param('lead = ["It is in', 'lead = [] # ["It is in', "`lead` has 0 entries", id="no line"),
]


@pytest.mark.parametrize(("old", "new", "sentence"), SLIPS)
def test_a_slip_in_the_cards_is_told_with_file_and_line(edit: Edit, old: str, new: str, sentence: str) -> None:
    found = [finding for finding in check(edit(FILE, old, new)).findings if sentence in finding.sentence]
    assert [finding.file for finding in found] == [FILE]
    assert found[0].line or "is missing" in sentence


def test_a_folder_without_cards_is_not_served(copy: Path) -> None:
    (copy / FILE).unlink()
    with pytest.raises(KnowledgeError, match=r"cards\.toml: is missing"):
        load(copy)


def test_a_finding_is_told_once_for_a_card_that_cannot_be_read(edit: Edit) -> None:
    findings = check(edit(FILE, "[crisis]\ntitle", "[crisis]\ntitel")).findings
    assert {finding.sentence.split(" ")[0] for finding in findings} == {"`title`", "`titel`"}


def test_whatever_must_be_held_belongs_to_a_key(library: Library) -> None:
    """A name of `Holds` that is no key of its card would hold nothing."""
    keys = {(table, key) for table, key, _ in library.cards.texts()}
    hints = Cards.__annotations__
    assert set(hints) == set(kinds())
    for table, kind in kinds().items():
        named = {key for key in kind.__dataclass_fields__ if held(table, key)}
        assert {(table, key) for key in named} <= keys
        assert hints[table].count("=") == len(named)


def test_the_cards_that_ship_are_sound(library: Library) -> None:
    texts = [text for _, _, said in library.cards.texts() for text in said]
    assert all(texts)
    assert all(text == text.strip() for text in texts)
