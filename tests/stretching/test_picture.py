"""What a picture shows, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.library import Library
from bot.stretching.picture import LONGEST_ALT, alt_text

DISCORD_DESCRIPTION = 1024

ALT = [
    ("supine-towel-hamstring", "drawn from the side, on a mat, with a towel. Felt at the back of the thigh. Lie on"),
    ("knee-to-chest", "on a bed. Felt at the buttock and the lower back."),
    ("hip-flexor:kneeling", "Hip flexor, one knee down, drawn from the side, one knee on a cushion, with a chair."),
    ("standing-heel-up", "with a rail and a step."),
    ("cat-cow", "Felt at the back."),
    ("knee-rolls", "drawn from above the feet"),
    ("pelvic-tilt", "The start is drawn above the end."),
]


def words(library: Library, key: str) -> str:
    found = library.variant(key)
    assert found
    return alt_text(*found, library.pictures[found[0].picture(found[1])])


@pytest.mark.parametrize(("key", "says"), ALT)
def test_the_words_say_scene_place_and_movement(library: Library, key: str, says: str) -> None:
    assert says in words(library, key)


def test_the_words_hold_every_step_and_fit_discord(library: Library) -> None:
    assert LONGEST_ALT < DISCORD_DESCRIPTION
    for stretch in library.stretches.values():
        for variant in stretch.variant:
            said = words(library, stretch.key(variant))
            assert len(said) <= LONGEST_ALT
            assert said.endswith(variant.steps[-1])


def test_steps_that_no_longer_fit_are_left_out(library: Library) -> None:
    stretch = library.stretches["cat-cow"]
    variant = replace(stretch.variant[0], steps=("Go slowly.", "x" * LONGEST_ALT, "Never said."))
    assert alt_text(stretch, variant, library.pictures["cat-cow"]).endswith("Felt at the back. Go slowly.")


def test_names_tell_variants_apart(library: Library) -> None:
    names = [s.picture(v) for s in library.stretches.values() for v in s.variant]
    assert len(set(names)) == len(names)
    assert {"cat-cow", "hip-flexor.kneeling"} <= set(names)
    assert not any(":" in name for name in names)
