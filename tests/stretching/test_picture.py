"""What is known of a picture without drawing it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.index import FOLDER
from bot.library import Library
from bot.library.loader import load
from bot.stretching.picture import LONGEST_ALT, SUFFIXES, alt_text, picture_name, pose_hash, stale, stored_hash

DISCORD_DESCRIPTION = 1024

ALT = [
    ("supine-towel-hamstring", "drawn from the side, on a mat, with a towel. Felt at the back of the thigh. Lie on"),
    ("knee-to-chest", "on a bed. Felt at the buttock and the lower back."),
    ("hip-flexor:kneeling", "Hip flexor, one knee down, drawn from the side, one knee on a cushion, with a chair."),
    ("standing-heel-up", "with a rail and a step."),
    ("cat-cow", "Felt at the back."),
    ("knee-rolls", "drawn from above the feet"),
]


@pytest.mark.parametrize(("key", "says"), ALT)
def test_the_words_say_scene_place_and_movement(library: Library, key: str, says: str) -> None:
    found = library.variant(key)
    assert found
    assert says in alt_text(*found)


def test_the_words_hold_every_step_and_fit_discord(library: Library) -> None:
    assert LONGEST_ALT < DISCORD_DESCRIPTION
    for stretch in library.stretches.values():
        for variant in stretch.variant:
            words = alt_text(stretch, variant)
            assert len(words) <= LONGEST_ALT
            assert words.endswith(variant.steps[-1])


def test_names_tell_variants_apart(library: Library) -> None:
    names = [picture_name(s, v) for s in library.stretches.values() for v in s.variant]
    assert len(set(names)) == len(names)
    assert {"cat-cow", "hip-flexor.kneeling"} <= set(names)
    assert not any(":" in name for name in names)


def test_the_pictures_are_those_of_todays_poses(library: Library) -> None:
    assert list(stale(library, FOLDER)) == []


def test_another_angle_is_another_picture(edit: Callable[[str, str, str], Path]) -> None:
    changed = edit("stretches/standing-toe-touch.md", "low_back = 42", "low_back = 41")
    assert list(stale(load(changed), changed)) == [f"pictures/standing-toe-touch{suffix}" for suffix in SUFFIXES]


def test_other_words_are_the_same_picture(edit: Callable[[str, str, str], Path]) -> None:
    changed = edit("stretches/standing-toe-touch.md", "Bend forward and down, slowly.", "Bend forward slowly.")
    assert list(stale(load(changed), changed)) == []


def test_a_missing_or_foreign_picture_has_no_hash(library: Library, tmp_path: Path) -> None:
    foreign = tmp_path / "photo.png"
    foreign.write_bytes(b"\x89PNG and no pose")
    assert stored_hash(foreign) == ""
    assert stored_hash(tmp_path / "none.gif") == ""
    variant = library.stretches["cat-cow"].variant[0]
    assert variant.poses
    assert len(pose_hash(variant.poses)) == 16
