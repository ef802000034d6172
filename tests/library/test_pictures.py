"""The list of pictures that the desk reads: what is not there is told, and keeps nobody from being served."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.library.knowledge import load
from bot.library.lint import check

Edit = Callable[[str, str, str], Path]

LIST = "pictures/pictures.toml"

WARNED = [
    ('["cat-cow"]', '["cat-crow"]', "stretches/cat-cow.md: warning: has no picture; write poses/cat-cow.toml"),
    ('["cat-cow"]', '["cat-crow"]', f"{LIST}:3: warning: there is no stretch cat-crow - did you mean"),
    ('["cat-cow"]', '["cat-crow"]', f"{LIST}: warning: not there: cat-crow.png, cat-crow.webp, cat-crow.gif"),
]
REFUSED = [
    ("Felt at the back.", "Take 400 mg.", f"{LIST}:4: `400 mg` reads like a dose"),
    ('pose = "b8', 'pose = "no', f"{LIST}:5: `pose` is `no23d61c08dfca60`"),
    ("scene = ", "# scene = ", f"{LIST}:3: `scene` is missing"),
    ('["cat-cow"]', "[cat cow]", f"{LIST}:3: "),
]


@pytest.mark.parametrize(("old", "new", "said"), WARNED)
def test_a_picture_that_is_not_there_is_told(edit: Edit, old: str, new: str, said: str) -> None:
    folder = edit(LIST, old, new)
    found = [str(finding) for finding in check(folder).findings]
    assert any(finding.startswith(said) for finding in found), found
    assert "cat-cow" not in load(folder).library.pictures


@pytest.mark.parametrize(("old", "new", "said"), REFUSED)
def test_words_that_may_not_be_said_are_refused(edit: Edit, old: str, new: str, said: str) -> None:
    found = [str(finding) for finding in check(edit(LIST, old, new)).findings if finding.grave]
    assert any(finding.startswith(said) for finding in found), found


def test_a_file_that_is_gone_is_named(copy: Path) -> None:
    (copy / "pictures" / "cat-cow.webp").unlink()
    (finding,) = check(copy).findings
    assert str(finding) == f"{LIST}: warning: not there: cat-cow.webp; run `limber draw`"


def test_without_a_list_every_stretch_is_served_without_a_picture(copy: Path) -> None:
    (copy / LIST).unlink()
    library = load(copy).library
    assert library.pictures == {}
    assert len(check(copy).findings) == sum(len(stretch.variant) for stretch in library.stretches.values())
