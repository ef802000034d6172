"""Poses that cannot be drawn are refused with a sentence, at the line where they stand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.library.loader import read

TOWEL = "stretches/supine-towel-hamstring.md"
TOE = "stretches/standing-toe-touch.md"
CHAIR = "stretches/seated-chair-hamstring.md"
PELVIS = "stretches/pelvic-tilt.md"
STEP = "stretches/standing-heel-up.md"

REFUSED = [
    (TOWEL, "hip = 82, knee = 6", "hip = 182, knee = 6", "hip` is `182`; it must be 135.0 or less"),
    (TOWEL, "knee = 100", "knee = -10", "knee` is `-10`; it must be 0.0 or more"),
    (TOE, "low_back = 42", "low_back = 90", "low_back` is `90`; it must be 60.0 or less"),
    (TOE, 'view = "side"', 'view = "below"', "must be one of: side, corner, behind, above or level"),
    (TOE, "[variant.poses.end]", "[variant.poses.finish]", "end` is missing"),
    (TOE, "[variant.poses.end]", "[variant.poses.finish]", "finish` is not a name Limber knows here"),
    (TOE, 'of = "head"', 'of = "hair"', "of` is `hair`; it must be one of"),
    (TOWEL, ', { thing = "towel" }', "", "a hand or foot meets a towel that is not in `props`"),
    (CHAIR, 'thing = "chair"', 'thing = "step"', "no part of the body meets the step"),
    (STEP, 'thing = "rail"', 'thing = "desk"', "a hand or foot meets a rail that is not in `props`"),
    (TOE, 'rests = "right-foot"', 'rests = "elbow"', "rests` is `elbow`; it must be one of"),
    (STEP, 'rests = "left-foot"', 'rests = "right-foot"', "the right leg carries the figure"),
    (CHAIR, "right_leg = { foot =", "right_leg = { hip = 80, foot =", "either hip and knee angles or a foot"),
    (PELVIS, "lean = -100", "lean = -72", "the arrow `rolls` with a pelvis that does not"),
    (CHAIR, 'felt = ["right-hamstring"]', "felt = []", "at least 1 are needed"),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), REFUSED)
def test_a_pose_that_cannot_be_is_refused(
    edit: Callable[[str, str, str], Path], file: str, old: str, new: str, said: str
) -> None:
    findings = [finding for finding in read(edit(file, old, new)).findings if finding.grave]
    assert {finding.file for finding in findings} == {file}
    assert any(said in str(finding) for finding in findings), [str(finding) for finding in findings]


def test_a_finding_stands_at_its_pose(edit: Callable[[str, str, str], Path]) -> None:
    copy = edit(TOE, "low_back = 42", "low_back = 90")
    lines = (copy / TOE).read_text(encoding="utf-8").split("\n")
    (finding,) = (finding for finding in read(copy).findings if finding.grave)
    assert "low_back = 90" in lines[finding.line - 1]


def test_a_movement_that_moves_nothing_is_refused(copy: Path) -> None:
    path = copy / "stretches" / "glute-bridge.md"
    head, _, rest = path.read_text(encoding="utf-8").partition("[variant.poses.start]")
    start = rest.partition("[variant.poses.end]")[0]
    path.write_text(f"{head}[variant.poses.start]{start}[variant.poses.end]{start}+++\nText.\n", encoding="utf-8")
    assert any("start and end are the same pose" in str(finding) for finding in read(copy).findings)


def test_a_variant_may_have_no_poses(copy: Path) -> None:
    path = copy / "stretches" / "glute-bridge.md"
    text = path.read_text(encoding="utf-8")
    head, _, rest = text.partition("[variant.poses]")
    path.write_text(head + "+++" + rest.rpartition("+++")[2], encoding="utf-8")
    loaded = read(copy)
    assert not any(finding.grave for finding in loaded.findings)
    assert loaded.library.stretches["glute-bridge"].variant[0].poses is None
