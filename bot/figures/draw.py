"""`limber draw`: every variant that has poses becomes a still and an animation."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from math import cos, pi
from pathlib import Path

from bot.figures.encoding import Film, gif, png, rendered, webp
from bot.figures.figure import WIDTH, Figure
from bot.library.loader import load
from bot.library.pose import Poses
from bot.stretching.picture import FOLDER, picture_name, pose_hash

FILM_WIDTH = 480
"""Pixels across an animation; the still has `WIDTH`. A phone shows about 400."""
FRAMES, MORE_FRAMES = 16, 8
"""From start to end, and more for each pose between."""
FRAME, START_HOLD, END_HOLD = 60, 800, 1600
"""Milliseconds: of a moving frame, of the start, of the end, which is the pose to hold."""
LARGEST_FILE = 300_000
"""Bytes: an animation a phone loads in a second or two."""


def draw(folder: Path) -> int:
    """Draw all pictures of a knowledge folder and print them; 1 when one is larger than it may be.

    Raises `KnowledgeError` when the folder cannot be read.
    """
    pictures = folder / FOLDER
    pictures.mkdir(exist_ok=True)
    count = too_large = 0
    for stretch in load(folder).stretches.values():
        for variant in stretch.variant:
            if variant.poses is None:
                sys.stdout.write(f"{stretch.key(variant)} has no poses: nothing to draw\n")
                continue
            for suffix, data in drawn(variant.poses):
                name = f"{picture_name(stretch, variant)}{suffix}"
                (pictures / name).write_bytes(data)
                sys.stdout.write(f"{name} {len(data) / 1000:.0f} kB\n")
                count, too_large = count + 1, too_large + (len(data) > LARGEST_FILE)
    sys.stdout.write(f"{count} pictures drawn, {too_large} larger than {LARGEST_FILE // 1000} kB\n")
    return 1 if too_large else 0


def drawn(poses: Poses) -> Iterator[tuple[str, bytes]]:
    """Yield suffix and bytes of each picture of one movement. The same poses give the same bytes."""
    figure, key = Figure(poses), pose_hash(poses)
    yield ".png", png(rendered(figure.still(), WIDTH), key)
    there = film(figure)
    yield ".webp", webp(there, key)
    yield ".gif", gif(there, key)


def film(figure: Figure) -> Film:
    """Return the movement there and back, eased, held at both ends."""
    poses = figure.poses
    count = FRAMES + MORE_FRAMES * len(poses.between)
    there = [rendered(figure.frame(_eased(step / count)), FILM_WIDTH) for step in range(count + 1)]
    start = END_HOLD if poses.both_ways else START_HOLD
    durations = [start, *[FRAME] * (count - 1), END_HOLD, *[FRAME] * (count - 1)]
    return Film((*there, *there[-2:0:-1]), durations)


def _eased(share: float) -> float:
    """Return a share of the way that starts and ends softly."""
    return (1 - cos(pi * share)) / 2
