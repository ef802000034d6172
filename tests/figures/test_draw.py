"""`limber draw`: files that are small, tell whose poses they show, and are the same every time."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageSequence

from bot.errors import KnowledgeError
from bot.figures import palette
from bot.figures.check import check, stored_hash
from bot.figures.draw import END_HOLD, FILM_WIDTH, LARGEST_FILE, draw, drawn, film
from bot.figures.encoding import rendered
from bot.figures.figure import HEIGHT, WIDTH, Figure
from bot.figures.pose_files import load_poses
from bot.index import FOLDER

SAME = 2.0
"""Mean difference of a channel (0–255) below which two renderings are one picture; a moved limb gives 5 and more."""
NEAR = 16.0
"""Of a channel (0-255): what the palette of few colours may shift a colour; orange to skin is 60."""
PICTURES = FOLDER / "pictures"
MOVEMENTS = load_poses(FOLDER)


def pixels(picture: Image.Image) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return np.asarray(picture.convert("RGBA"), dtype=np.float64)


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A knowledge folder with one pose file, drawn."""
    folder = tmp_path_factory.mktemp("knowledge")
    (folder / "poses").mkdir()
    shutil.copy(FOLDER / "poses" / "pelvic-tilt.toml", folder / "poses")
    assert draw(folder) == 0
    return folder


def test_a_pose_file_becomes_a_still_and_two_animations(one: Path) -> None:
    assert sorted(path.name for path in (one / "pictures").iterdir()) == [
        "pelvic-tilt.gif",
        "pelvic-tilt.png",
        "pelvic-tilt.webp",
        "pictures.toml",
    ]


def test_the_list_says_what_was_drawn(one: Path) -> None:
    assert not list(check(one))
    listed = (one / "pictures" / "pictures.toml").read_text(encoding="utf-8")
    shipped = (PICTURES / "pictures.toml").read_text(encoding="utf-8")
    assert listed.rstrip().split("\n\n")[1:] == [part for part in shipped.split("\n\n") if '"pelvic-tilt"' in part]


def test_nothing_is_drawn_while_a_pose_file_has_a_fault(tmp_path: Path) -> None:
    (tmp_path / "poses").mkdir()
    (tmp_path / "poses" / "bad.toml").write_text('view = "below"\n', encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"poses/bad\.toml:1: `view` is `below`"):
        draw(tmp_path)
    assert not (tmp_path / "pictures").exists()


def test_each_file_knows_its_poses(one: Path) -> None:
    drawn_from = {stored_hash(path) for path in (one / "pictures").iterdir() if path.suffix != ".toml"}
    assert drawn_from == {MOVEMENTS["pelvic-tilt"].pose_hash}


def test_the_same_poses_give_the_same_bytes(one: Path) -> None:
    for suffix, data in drawn(MOVEMENTS["pelvic-tilt"]):
        assert (one / "pictures" / f"pelvic-tilt{suffix}").read_bytes() == data


def test_an_animation_goes_there_and_back_and_holds_the_end(one: Path) -> None:
    frames = film(Figure(MOVEMENTS["pelvic-tilt"]))
    assert len(frames.frames) == len(frames.durations)
    assert frames.durations[len(frames.durations) // 2] == max(frames.durations) == END_HOLD
    assert np.array_equal(pixels(frames.frames[1]), pixels(frames.frames[-1]))
    for suffix in (".webp", ".gif"):
        with Image.open(one / "pictures" / f"pelvic-tilt{suffix}") as moving:
            seen = [frame.copy() for frame in ImageSequence.Iterator(moving)]
            assert moving.info["loop"] == 0
        assert len(seen) == len(frames.frames)
        assert seen[0].size == (FILM_WIDTH, FILM_WIDTH * HEIGHT // WIDTH)


def test_an_animation_keeps_its_colours_and_its_card(one: Path) -> None:
    accent, card = (np.array([int(c[i : i + 2], 16) for i in (1, 3, 5)]) for c in (palette.ACCENT, palette.CARD))
    for suffix in (".webp", ".gif"):
        with Image.open(one / "pictures" / f"pelvic-tilt{suffix}") as moving:
            seen = [pixels(frame)[:, :, :3] for frame in ImageSequence.Iterator(moving)]
        assert np.abs(seen[len(seen) // 2] - accent).max(axis=2).min() < NEAR
        assert max(float(np.abs(frame[20, FILM_WIDTH // 2] - card).max()) for frame in seen) < NEAR
        assert len({tuple(frame[20, FILM_WIDTH // 2]) for frame in seen}) == 1


def test_the_card_is_opaque_with_clear_corners() -> None:
    still = pixels(rendered(Figure(MOVEMENTS["cat-cow"]).still(), WIDTH))
    assert still.shape == (HEIGHT, WIDTH, 4)
    assert still[0, 0, 3] == 0
    assert still[HEIGHT // 2, :, 3].min() == 255


def test_every_shipped_picture_is_small() -> None:
    shipped = [path for path in PICTURES.iterdir() if path.suffix != ".toml"]
    assert len(shipped) == 48
    assert max(path.stat().st_size for path in shipped) < LARGEST_FILE


@pytest.mark.parametrize("key", ["cat-cow", "piriformis-figure-4.seated", "supine-towel-hamstring", "knee-to-chest"])
def test_shipped_stills_are_what_the_figure_draws_today(key: str) -> None:
    again = rendered(Figure(MOVEMENTS[key]).still(), WIDTH)
    with Image.open(PICTURES / f"{key}.png") as shipped:
        assert float(np.abs(pixels(shipped) - pixels(again)).mean()) < SAME


def test_a_png_loses_nothing_that_the_eye_would_miss(one: Path) -> None:
    again = rendered(Figure(MOVEMENTS["pelvic-tilt"]).still(), WIDTH)
    with Image.open(BytesIO((one / "pictures" / "pelvic-tilt.png").read_bytes())) as still:
        assert float(np.abs(pixels(still) - pixels(again)).mean()) < SAME
