"""A stretch by the name somebody typed, nearly right or not."""

from __future__ import annotations

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
    spoken = names(library)
    for stretch in library.stretches.values():
        spoken |= {f"{stretch.id}\0{i}": said for i, said in enumerate((stretch.name, *stretch.asked_as))}
    said = utils.default_process(typed)
    near = process.extract(said, spoken, scorer=fuzz.token_set_ratio, processor=utils.default_process, limit=None)
    scored = [(score, fuzz.token_sort_ratio(said, utils.default_process(name)), key) for name, score, key in near]
    best = max(scored, default=(0.0, 0.0, ""))
    return best[2].split("\0")[0] if best[0] >= NEAR_ENOUGH else None
