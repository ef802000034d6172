"""What a clinician reads about a knowledge folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.library.checking import check
from bot.opening import FOLDER

SLEEP = "topics/sleep-position.md"
CHAIR = "stretches/seated-chair-hamstring.md"

Edit = Callable[[str, str, str], Path]


def test_the_knowledge_that_ships_has_nothing_to_mend() -> None:
    reading = check(FOLDER)
    assert [str(finding) for finding in reading.findings] == []


def test_every_claim_of_the_article_is_carried() -> None:
    library = check(FOLDER).library
    assert set(library.claims) == {f"A{n}" for n in range(1, 21)}


SLIPS = [
    (SLEEP, "question = ", "qestion = ", 'did you mean "question"?'),
    (SLEEP, "question = ", "qestion = ", "`question` is missing; add a line `question = ...`"),
    (SLEEP, 'theme = "daily-life"', "theme = “daily-life”", "curly quotes"),
    (SLEEP, "asked_as = [", "asked_as = [\n  'one' 'two',", "is never closed"),
    (SLEEP, 'stretches = ["knee-to-chest"]', 'stretches = ["knee-to-chests"]', 'did you mean "knee-to-chest"?'),
    (SLEEP, "pointer = ", "pointer = 'yes' #", "it must be true or false, without quotes"),
    (SLEEP, 'theme = "daily-life"', 'theme = "daily"', "it must be one of: hamstrings"),
    (SLEEP, "\n- ", "\nNot a point. ", "points"),
    (SLEEP, "care = []", 'care = ["balance"]\nreviewed_on = "soon"', "a date"),
    (SLEEP, 'related = ["', 'related = ["sleep-position", "', "points at the topic itself"),
    (SLEEP, "+++\nquestion", "question", "must start with a line +++"),
    (SLEEP, "\n- ", "\n- Take 400 mg. ", "reads like a dose"),
    (SLEEP, "\n- ", "\n- You have sciatica. ", "reads like a diagnosis"),
    (SLEEP, "\n- ", "\n- Ask {the_clinic}. ", "is not a placeholder"),
    (CHAIR, "hold_seconds = 30", 'hold_seconds = "30"', "a whole number without quotes"),
    (CHAIR, "hold_seconds = 30", "hold_seconds = 500", "it must be 120 or less"),
    (CHAIR, "sides = 2", "sides = 2\nsides = 1", "`sides` stands twice"),
    (CHAIR, 'easier = "', 'easier = "no-such-', "there is no stretch"),
    ("flags/rf-chest.md", '"cough-blood"', '"cough-bloody"', 'did you mean "cough-blood"?'),
    ("article.md", "**A20**", "**A21**", "no topic carries A21"),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), SLIPS, ids=[f"{s[0]}: {s[3]}" for s in SLIPS])
def test_a_slip_is_named_with_its_file_and_a_sentence(edit: Edit, file: str, old: str, new: str, expected: str) -> None:
    found = [str(finding) for finding in check(edit(file, old, new)).findings]
    assert any(expected in sentence for sentence in found), found
    assert any(sentence.startswith(f"{file}:") for sentence in found)


def test_all_slips_of_a_file_are_told_at_once(edit: Edit) -> None:
    edit(CHAIR, "hold_seconds = 30", "hold_seconds = 0")
    found = check(edit(CHAIR, "sides = 2", "sides = 3")).findings
    assert len([f for f in found if f.file == CHAIR]) == 2


def test_a_finding_names_the_line(edit: Edit) -> None:
    folder = edit(SLEEP, "pointer = ", "pointer = 3 # ")
    line = (folder / SLEEP).read_text(encoding="utf-8").split("\n").index("pointer = 3 # false") + 1
    assert [f.line for f in check(folder).findings if f.file == SLEEP] == [line]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8"])
def test_a_file_from_a_windows_editor_is_fine(copy: Path, encoding: str) -> None:
    path = copy / SLEEP
    path.write_bytes(path.read_text(encoding="utf-8").replace("\n", "\r\n").encode(encoding))
    assert not check(copy).findings


def test_a_file_saved_as_utf16_is_told_what_to_do(copy: Path) -> None:
    path = copy / SLEEP
    path.write_text(path.read_text(encoding="utf-8"), encoding="utf-16")
    assert any("save it again as UTF-8" in str(f) for f in check(copy).findings)


def test_the_same_phrasing_under_two_topics_is_refused(copy: Path, edit: Edit) -> None:
    edit(SLEEP, "asked_as = [", 'asked_as = [\n  "zebra crossing for the back",')
    edit("topics/lifting.md", "asked_as = [", 'asked_as = [\n  "Zebra crossing for the back?",')
    assert any("stands in lifting too" in str(f) for f in check(copy).findings)
