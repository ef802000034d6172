"""What is known of a stretch's pictures without drawing them: their names, the hash of their poses, their words."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from bot.library import Library, Stretch, Variant
from bot.library.meeting import Thing
from bot.library.pose import Muscle, Poses, View

FOLDER = "pictures"
SUFFIXES = (".png", ".webp", ".gif")
"""The still, the animation, and the animation for readers that know no WebP."""
HASH_KEY = "limber-pose"
LONGEST_ALT = 1000
"""Discord takes descriptions of up to 1024 characters."""

_STORED = re.compile(rb"limber-pose\W{1,2}([0-9a-f]{16})")
_VIEWS = {
    View.SIDE: "from the side",
    View.CORNER: "half from the front",
    View.BEHIND: "from above the head",
    View.ABOVE: "from above the feet",
    View.LEVEL: "from the side",
}
_CARRIERS = {Thing.MAT: "on a mat", Thing.BED: "on a bed", Thing.CUSHION: "one knee on a cushion"}
_MUSCLES = {
    "hamstring": "the back of the thigh",
    "buttock": "the buttock",
    "hip-front": "the front of the hip",
    Muscle.LOW_BACK: "the lower back",
    Muscle.WAIST: "the waist",
    Muscle.WHOLE_BACK: "the back",
}


def picture_name(stretch: Stretch, variant: Variant) -> str:
    """Return the file name of a variant's pictures, without suffix: `id` or `id.variant`."""
    return stretch.key(variant).replace(":", ".")


def pose_hash(poses: Poses) -> str:
    """Return sixteen hex digits of the SHA-256 of what a picture is drawn from."""
    return hashlib.sha256(json.dumps(asdict(poses), sort_keys=True).encode()).hexdigest()[:16]


def stored_hash(path: Path) -> str:
    """Return the hash of the poses that a picture was drawn from; empty when it holds none or isn't there."""
    found = _STORED.search(path.read_bytes()) if path.is_file() else None
    return found.group(1).decode() if found else ""


def stale(library: Library, folder: Path) -> Iterator[str]:
    """Yield the pictures under the knowledge `folder` that are missing or drawn from other poses than today's."""
    for stretch in library.stretches.values():
        for variant in stretch.variant:
            for suffix in SUFFIXES if variant.poses else ():
                name = f"{FOLDER}/{picture_name(stretch, variant)}{suffix}"
                if variant.poses and stored_hash(folder / name) != pose_hash(variant.poses):
                    yield name


def alt_text(stretch: Stretch, variant: Variant) -> str:
    """Return what the picture shows, for somebody who does not see it: the scene, the place felt, the movement."""
    title = stretch.title(variant)
    if variant.poses is None:
        return title
    words = f"{title}, drawn {_VIEWS[variant.poses.view]}{_around(variant.poses)}. Felt at {_felt(variant.poses)}."
    words += " The start is drawn above the end." if variant.poses.apart else ""
    for step in variant.steps:
        if len(words) + len(step) + 1 > LONGEST_ALT:
            break
        words += f" {step}"
    return words


def _around(poses: Poses) -> str:
    """Say what carries the figure and what it uses."""
    carriers = [_CARRIERS[prop.thing] for prop in poses.props if prop.thing in _CARRIERS]
    used = [f"a {prop.thing.replace('-', ' ')}" for prop in poses.props if prop.thing not in _CARRIERS]
    return "".join(f", {words}" for words in [*carriers, *([f"with {' and '.join(used)}"] if used else [])])


def _felt(poses: Poses) -> str:
    """Name the marked places, both sides at once."""
    named = [_MUSCLES[muscle] if muscle in _MUSCLES else _MUSCLES[muscle.partition("-")[2]] for muscle in poses.felt]
    return " and ".join(dict.fromkeys(named))
