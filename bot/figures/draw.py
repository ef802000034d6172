"""`limber draw`: every pose file becomes a still and an animation, and a table in the list of pictures."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from math import cos, pi
from pathlib import Path

from bot.figures.check import entry
from bot.figures.encoding import Film, gif, png, rendered, webp
from bot.figures.figure import WIDTH, Figure
from bot.figures.pose import Movement
from bot.figures.pose_files import load_poses
from bot.library.picture import FOLDER, LIST

FILM_WIDTH = 480
"""Pixels across an animation; the still has `WIDTH`. A phone shows about 400."""
FRAMES, MORE_FRAMES = 16, 8
"""From start to end, and more for each pose between."""
FRAME, START_HOLD, END_HOLD = 60, 800, 1600
"""Milliseconds: of a moving frame, of the start, of the end, which is the pose to hold."""
LARGEST_FILE = 300_000
"""Bytes: an animation a phone loads in a second or two."""


def draw(folder: Path) -> int:
    """Draw every pose file of a knowledge folder, list and print the pictures; 1 when one is larger than it may be.

    Raises `KnowledgeError` with every fault of a pose file, before anything is written.
    """
    movements = load_poses(folder)
    (folder / FOLDER).mkdir(exist_ok=True)
    count = too_large = 0
    for name, movement in movements.items():
        for suffix, data in drawn(movement):
            (folder / FOLDER / f"{name}{suffix}").write_bytes(data)
            sys.stdout.write(f"{name}{suffix} {len(data) / 1000:.0f} kB\n")
            count, too_large = count + 1, too_large + (len(data) > LARGEST_FILE)
    (folder / LIST).write_text(_listing(movements), encoding="utf-8")
    sys.stdout.write(f"{count} pictures drawn, {too_large} larger than {LARGEST_FILE // 1000} kB\n")
    return 1 if too_large else 0


def _listing(movements: dict[str, Movement]) -> str:
    """Return the text of the list of pictures, a table each."""
    lines = ["# Written by `limber draw` from poses/, not by hand: what each picture shows, and the hash of its pose."]
    for name, movement in movements.items():
        lines.append(f'\n["{name}"]')
        # A JSON string of such plain words is a TOML string too.
        lines += [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in entry(movement).items()]
    return "\n".join(lines) + "\n"


def drawn(movement: Movement) -> Iterator[tuple[str, bytes]]:
    """Yield suffix and bytes of each picture of one movement. The same movement gives the same bytes."""
    figure, key = Figure(movement), movement.pose_hash
    yield ".png", png(rendered(figure.still(), WIDTH), key)
    there = film(figure)
    yield ".webp", webp(there, key)
    yield ".gif", gif(there, key)


def film(figure: Figure) -> Film:
    """Return the movement there and back, eased, held at both ends."""
    movement = figure.movement
    count = FRAMES + MORE_FRAMES * len(movement.between)
    there = [rendered(figure.frame(_eased(step / count)), FILM_WIDTH) for step in range(count + 1)]
    start = END_HOLD if movement.both_ways else START_HOLD
    durations = [start, *[FRAME] * (count - 1), END_HOLD, *[FRAME] * (count - 1)]
    return Film((*there, *there[-2:0:-1]), durations)


def _eased(share: float) -> float:
    """Return a share of the way that starts and ends softly."""
    return (1 - cos(pi * share)) / 2
