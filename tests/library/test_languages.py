"""What a clinician reads about languages.toml."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bot.library import Library
from bot.library.lint import check
from bot.library.reviewing import review

Edit = Callable[[str, str, str], Path]

FILE = "languages.toml"

SLIPS = [
    pytest.param("llame al {emergency_number}.", "llame.", "`unread` must hold {emergency_number}", id="no number"),
    pytest.param("clínica: {clinic_contact}", "clínica", "`unread` must hold {clinic_contact}", id="no way to us"),
    pytest.param("noche: {crisis_line}", "noche", "`crisis` must hold {crisis_line}", id="no crisis line"),
    pytest.param("noche: {crisis_line}", "noche: {link}", "`{link}` is not a placeholder", id="another's brace"),
    pytest.param('letters = "پچژگ"', 'letters = "پچژگٹ"', "stands in [fa] too", id="a letter of two"),
    pytest.param('script = "Gurmukhi"', 'script = "Gurmuki"', "it must be one of: Latin", id="a script misspelled"),
    pytest.param('name = "Español"', 'nom = "Español"', "`name` is missing", id="no name"),
    pytest.param('crisis = ["quiero morir", ', 'crisis = [] # ["', "`says, crisis`", id="no grave phrase"),
    pytest.param("unsigned = ", "unsinged = ", "`unsigned` is missing", id="no small line"),
    pytest.param('name = "Español"', 'name = "Español" x', "languages.toml", id="no TOML"),
    pytest.param('script = "Gurmukhi"', 'script = "Latin"', "`words` has 41 words; at least 60", id="too few words"),
]


@pytest.mark.parametrize(("old", "new", "sentence"), SLIPS)
def test_a_slip_in_the_languages_is_told(edit: Edit, old: str, new: str, sentence: str) -> None:
    found = [str(finding) for finding in check(edit(FILE, old, new)).findings]
    assert any(told.startswith(FILE) and sentence in told for told in found)


def test_a_language_waits_for_somebody_who_speaks_it(library: Library) -> None:
    waiting = [finding for finding in review(library, date(2026, 12, 1)) if finding.file == FILE]
    assert len(waiting) == sum(not language.signed for language in library.languages.values())
    assert not any(finding.grave for finding in waiting)
