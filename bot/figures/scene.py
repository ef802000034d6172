"""What a picture shows, in words for somebody who does not see it."""

from __future__ import annotations

from bot.figures.contact import Thing
from bot.figures.pose import Movement, Muscle, View

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


def scene(movement: Movement) -> str:
    """Return the view, the things, the place felt and what the still adds; it goes on from "<title>, "."""
    words = f"drawn {_VIEWS[movement.view]}{_around(movement)}. Felt at {_felt(movement)}."
    return words + (" The start is drawn above the end." if movement.apart else "")


def _around(movement: Movement) -> str:
    """Say what carries the figure and what it uses."""
    carriers = [_CARRIERS[prop.thing] for prop in movement.props if prop.thing in _CARRIERS]
    used = [f"a {prop.thing.replace('-', ' ')}" for prop in movement.props if prop.thing not in _CARRIERS]
    return "".join(f", {words}" for words in [*carriers, *([f"with {' and '.join(used)}"] if used else [])])


def _felt(movement: Movement) -> str:
    """Name the marked places, both sides at once."""
    named = [_MUSCLES[muscle] if muscle in _MUSCLES else _MUSCLES[muscle.partition("-")[2]] for muscle in movement.felt]
    return " and ".join(dict.fromkeys(named))
