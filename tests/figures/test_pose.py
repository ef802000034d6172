"""Poses that cannot be drawn are refused with a sentence, at the line where they stand; the clinic serves on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.figures.check import STALE, check
from bot.figures.pose_files import read_poses
from bot.library.finding import Finding
from bot.library.knowledge import load
from bot.library.skeletons import create

Edit = Callable[[str, str, str], Path]

TOWEL = "poses/supine-towel-hamstring.toml"
TOE = "poses/standing-toe-touch.toml"
CHAIR = "poses/seated-chair-hamstring.toml"
PELVIS = "poses/pelvic-tilt.toml"
STEP = "poses/standing-heel-up.toml"
BRIDGE = "poses/glute-bridge.toml"

REFUSED = [
    (TOWEL, "hip = 82, knee = 6", "hip = 182, knee = 6", "hip` is `182`; it must be 135.0 or less"),
    (TOWEL, "knee = 100", "knee = -10", "knee` is `-10`; it must be 0.0 or more"),
    (TOE, "low_back = 42", "low_back = 90", "low_back` is `90`; it must be 60.0 or less"),
    (TOE, 'view = "side"', 'view = "below"', "must be one of: side, corner, behind, above or level"),
    (TOE, "[end]", "[finish]", "`end` is missing"),
    (TOE, "[end]", "[finish]", "`finish` is not a name Limber knows here"),
    (TOE, 'of = "head"', 'of = "hair"', "of` is `hair`; it must be one of"),
    (TOWEL, ', { thing = "towel" }', "", "a hand or foot meets a towel that is not in `props`"),
    (CHAIR, 'thing = "chair"', 'thing = "step"', "no part of the body meets the step"),
    (STEP, 'thing = "rail"', 'thing = "desk"', "a hand or foot meets a rail that is not in `props`"),
    (TOE, 'rests = "right-foot"', 'rests = "elbow"', "rests` is `elbow`; it must be one of"),
    (STEP, 'rests = "left-foot"', 'rests = "right-foot"', "the right leg carries the figure"),
    (CHAIR, "right_leg = { foot =", "right_leg = { hip = 80, foot =", "either hip and knee angles or a foot"),
    (PELVIS, "lean = -100", "lean = -72", "the arrow `rolls` with a pelvis that does not"),
    (CHAIR, 'felt = ["right-hamstring"]', "felt = []", "at least 1 are needed"),
    (TOE, 'view = "side"', "view = side", "the value must stand in straight quotes"),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), REFUSED)
def test_a_pose_that_cannot_be_is_refused(edit: Edit, file: str, old: str, new: str, said: str) -> None:
    findings = read_poses(edit(file, old, new)).findings
    assert {finding.file for finding in findings} == {file}
    assert any(said in str(finding) for finding in findings), [str(finding) for finding in findings]


def test_a_finding_stands_at_its_pose(edit: Edit) -> None:
    copy = edit(TOE, "low_back = 42", "low_back = 90")
    lines = (copy / TOE).read_text(encoding="utf-8").split("\n")
    (finding,) = read_poses(copy).findings
    assert "low_back = 90" in lines[finding.line - 1]


def test_a_movement_that_moves_nothing_is_refused(copy: Path) -> None:
    path = copy / BRIDGE
    head, _, rest = path.read_text(encoding="utf-8").partition("[start]")
    start = rest.partition("[end]")[0]
    path.write_text(f"{head}[start]{start}[end]{start}", encoding="utf-8")
    assert any("start and end are the same pose" in str(finding) for finding in read_poses(copy).findings)


def test_a_fault_in_a_pose_file_keeps_no_patient_waiting(edit: Edit) -> None:
    copy = edit(TOE, "low_back = 42", "low_back = 90")
    assert load(copy).library.pictures["standing-toe-touch"].scene.startswith("drawn from the side")
    assert [finding.grave for finding in check(copy)] == [True]


def test_the_pictures_are_those_of_todays_poses(copy: Path) -> None:
    assert list(check(copy)) == []


def test_another_angle_is_another_picture(edit: Edit) -> None:
    changed = edit(TOE, "low_back = 42", "low_back = 41")
    assert list(check(changed)) == [Finding(TOE, 0, STALE, grave=False)]


def test_other_words_are_the_same_picture(edit: Edit) -> None:
    changed = edit("stretches/standing-toe-touch.md", "Bend forward and down, slowly.", "Bend forward slowly.")
    assert list(check(changed)) == []


@pytest.mark.parametrize("suffix", [".png", ".webp", ".gif"])
def test_a_missing_or_foreign_picture_is_stale(copy: Path, suffix: str) -> None:
    path = copy / "pictures" / f"cat-cow{suffix}"
    path.write_bytes(b"\x89PNG and no pose")
    assert [finding.file for finding in check(copy)] == ["poses/cat-cow.toml"]
    path.unlink()
    assert [finding.file for finding in check(copy)] == ["poses/cat-cow.toml"]


LISTED = [('"cat-cow"', '"cat-dog"'), ("on a mat. Felt at the back.", "on a rug."), ("b823d61c08dfca60", "0" * 16)]


@pytest.mark.parametrize(("old", "new"), LISTED)
def test_a_list_that_tells_of_another_pose_is_stale(edit: Edit, old: str, new: str) -> None:
    changed = edit("pictures/pictures.toml", old, new)
    assert [finding.file for finding in check(changed)] == ["poses/cat-cow.toml"]


def test_a_skeleton_is_a_movement_that_can_be_drawn(copy: Path) -> None:
    create(copy, "pose", "something-new")
    files = read_poses(copy)
    assert files.findings == ()
    assert files.movements["something-new"].end.trunk.lean > 0
