"""A stretch by the name somebody typed, nearly right or not."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz, process, utils

from bot.library import Library

NEAR_ENOUGH = 75.0
"""Similarity (0–100, token_set_ratio, ties by token_sort_ratio) from which a typed name counts as known."""


def names(library: Library) -> dict[str, str]:
    """Map every reference (`id`, `id:variant`) to the name a patient reads."""
    return {s.key(v): s.title(v) for s in library.stretches.values() for v in s.variant}


def find(library: Library, typed: str) -> str | None:
    """Return the reference of the stretch that `typed` names, or None."""
    if library.variant(typed):
        return typed
    known = list(_spoken(library))
    said = utils.default_process(typed)
    near = process.extract(
        said, [name for name, _ in known], scorer=fuzz.token_set_ratio, processor=utils.default_process, limit=None
    )
    scored = [
        (score, fuzz.token_sort_ratio(said, utils.default_process(name)), known[number][1])
        for name, score, number in near
    ]
    best, _, reference = max(scored, default=(0.0, 0.0, ""))
    return reference if best >= NEAR_ENOUGH else None


def _spoken(library: Library) -> Iterator[tuple[str, str]]:
    """Yield every name of a stretch that people may type, with its reference."""
    for reference, name in names(library).items():
        yield name, reference
    for stretch in library.stretches.values():
        for name in (stretch.name, *stretch.asked_as):
            yield name, stretch.id
