"""`limber check`'s part about drawing: pose files with faults, and pictures that show another pose than today's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.figures.pose import HASH_KEY, Movement
from bot.figures.pose_files import FOLDER, read_poses
from bot.figures.scene import scene
from bot.library.document import Unreadable, read_toml
from bot.library.finding import Finding
from bot.library.picture import FOLDER as PICTURES
from bot.library.picture import LIST, SUFFIXES

STALE = "its pictures show another pose; run `limber draw`"

_STORED = re.compile(rb"%b\W{1,2}([0-9a-f]{16})" % HASH_KEY.encode())


def check(folder: Path) -> Iterator[Finding]:
    """Yield what is wrong with the pose files of a knowledge folder, and a warning where one is not drawn as it is."""
    files = read_poses(folder)
    yield from files.findings
    listed = _listed(folder / LIST)
    for name, movement in files.movements.items():
        if listed.get(name) != entry(movement) or any(_stale(folder, name, movement)):
            yield Finding(f"{FOLDER}/{name}.toml", 0, STALE, grave=False)


def _listed(path: Path) -> dict[str, Any]:
    """Return the list of pictures as it stands; empty when it cannot be read, which the library's check tells."""
    try:
        return read_toml(path, LIST).head if path.is_file() else {}
    except Unreadable:
        return {}


def entry(movement: Movement) -> dict[str, str]:
    """Return what the list of pictures says of a movement."""
    return {"scene": scene(movement), "pose": movement.pose_hash}


def stored_hash(picture: Path) -> str:
    """Return the hash of what a picture was drawn from; empty when it holds none."""
    found = _STORED.search(picture.read_bytes())
    return found.group(1).decode() if found else ""


def _stale(folder: Path, name: str, movement: Movement) -> Iterator[bool]:
    """Yield for each file of a picture whether it is missing or shows another pose."""
    for suffix in SUFFIXES:
        picture = folder / PICTURES / f"{name}{suffix}"
        yield not picture.is_file() or stored_hash(picture) != movement.pose_hash
