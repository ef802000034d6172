"""The arrow of a still picture: the way one part of the body takes, drawn beside the body."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bot.figures import palette
from bot.figures.camera import Camera
from bot.figures.geometry import AHEAD, Vector, length, unit
from bot.figures.outline import Polygon, path
from bot.figures.pose import Movement
from bot.figures.skeleton import Skeleton
from bot.figures.svg import line, stroke

SHORTEST = 14.0
"""An arrow shorter than this (centimetres) would be all head."""
_SHAFT, _CASING = 3.0, 3.5
_STANDS_STILL = 0.3
_ROLL = 75.0
"""Degrees on either side of the pelvis's front that an arrow round the hips covers."""


def arrow_way(movement: Movement, skeletons: Sequence[Skeleton], camera: Camera) -> Polygon:
    """Return the points of the arrow on the picture, shape (n, 2), at least `SHORTEST` centimetres long."""
    if movement.arrow.rolls:
        return _rolling(movement, skeletons, camera)
    way: Polygon = np.array([camera.screen @ skeleton.part(movement.arrow.of) for skeleton in skeletons])
    moved = way[-1] - way[0]
    if length(moved) < SHORTEST:
        way = way[-1] - unit(moved) * SHORTEST * np.linspace(1, 0, len(way))[:, None]
    way = way[np.r_[True, np.linalg.norm(np.diff(way, axis=0), axis=1) > _STANDS_STILL]]
    steps = np.gradient(way, axis=0)
    normals = np.column_stack((-steps[:, 1], steps[:, 0])) / np.linalg.norm(steps, axis=1, keepdims=True)
    trunk = camera.screen @ skeletons[len(skeletons) // 2].spine.at(14)[0]
    away = float(np.sign(((way - trunk) * normals).sum()))
    beside: Polygon = way + normals * away * movement.arrow.out + np.array([movement.arrow.right, movement.arrow.up])
    return beside


def _rolling(movement: Movement, skeletons: Sequence[Skeleton], camera: Camera) -> Polygon:
    """Return an arc over the front of the pelvis, the way it turns on the picture."""
    centre = camera.screen @ skeletons[-1].spine.at(0)[0]
    before, front = (camera.screen @ skeleton.spine.at(0)[1] @ AHEAD for skeleton in (skeletons[0], skeletons[-1]))
    turned = float(np.sign(before[0] * front[1] - before[1] * front[0]))
    angles = np.arctan2(front[1], front[0]) + turned * np.radians(np.linspace(-_ROLL, _ROLL, 15))
    middle = centre + np.array([movement.arrow.right, movement.arrow.up])
    arc: Polygon = middle + np.column_stack((np.cos(angles), np.sin(angles))) * movement.arrow.out
    return arc


def arrow(movement: Movement, way: Polygon) -> str:
    """Return the arrow as SVG, with a head at both ends where the movement goes both ways."""
    heads = [_head(way[-1], way[-1] - way[-2])]
    if movement.both_ways:
        heads.append(_head(way[0], way[0] - way[1]))
    return "".join(
        line(way, colour, _SHAFT + more) + f'<path d="{path(heads)}" fill="{colour}"{stroke(colour, 1 + more)}/>'
        for colour, more in ((palette.CARD, _CASING), (palette.INK, 0.0))
    )


def _head(tip: Vector, along: Vector) -> Polygon:
    """Return an arrow's head."""
    ahead = unit(along)
    aside = np.array([-ahead[1], ahead[0]])
    return np.array([tip + ahead * 7, tip - ahead * 2.5 + aside * 5.5, tip - ahead * 2.5 - aside * 5.5])
