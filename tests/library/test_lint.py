"""What a clinician reads about a knowledge folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.index import FOLDER
from bot.library.lint import check

SLEEP = "topics/sleep-position.md"
MORE = "examples/topics/sleep-position.txt"
CHAIR = "stretches/seated-chair-hamstring.md"

Edit = Callable[[str, str, str], Path]


def test_the_knowledge_that_ships_has_nothing_to_mend() -> None:
    checked = check(FOLDER)
    assert [str(finding) for finding in checked.findings] == []


def test_every_claim_of_the_article_is_carried() -> None:
    library = check(FOLDER).library
    assert set(library.claims) == {f"A{n}" for n in range(1, 21)}


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
    edit("topics/lifting.md", "asked_as = [\n", 'asked_as = [\n  "zebra crossing for the back",\n')
    edit(SLEEP, '"side back or stomach?"', '"Zebra crossing for the back!"')
    (copy / MORE).write_text("# More.\n\nZebra crossing for the back?\n", encoding="utf-8")
    line = (copy / SLEEP).read_text(encoding="utf-8").split("\n").index('  "Zebra crossing for the back!",') + 1
    told = [str(finding) for finding in check(copy).findings if "stands in lifting too" in finding.sentence]
    assert [line.split(": ")[0] for line in told] == [f"{MORE}:3", f"{SLEEP}:{line}"]
