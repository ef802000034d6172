"""What a text for patients must not say, and how hard it may be to read."""

from __future__ import annotations

import re
from collections.abc import Iterator

HARDEST_GRADE = 7.0
"""Flesch–Kincaid grade a body may reach: docs/sources.md, "Reading grade"."""

_MEDICINES = (
    "paracetamol|acetaminophen|tylenol|ibuprofen|advil|nurofen|naproxen|aspirin|codeine|diclofenac|tramadol|morphine"
    "|gabapentin|pregabalin|amitriptyline|diazepam|co-codamol|celecoxib|painkillers?|tablets?|pills?|capsules?|medicines?"
)
_DOSES = (
    re.compile(r"\b\d+(?:[.,]\d+)?\s*(?:mg|mcg|µg|g|ml|milligrams?|grams?|millilitres?)\b", re.IGNORECASE),
    re.compile(r"\b(?:\d+|one|two|three|four)\s+(?:tablets?|pills?|capsules?)\b", re.IGNORECASE),
    re.compile(
        rf"\b(?:{_MEDICINES})\b[^.]{{0,60}}\b(?:times|once|twice)\s+(?:a|per|every)\s+day\b"
        rf"|\b(?:times|once|twice)\s+(?:a|per|every)\s+day\b[^.]{{0,60}}\b(?:{_MEDICINES})\b",
        re.IGNORECASE,
    ),
)
_CONDITIONS = (
    "sciatica|a slipped|a herniated|a bulging|a disc|arthritis|stenosis|scoliosis|a strain|a sprain|a torn|a tear"
    "|a pulled|a pinched|a trapped|osteoporosis|cancer|an infection|a fracture|cauda equina|tight hamstrings"
)
_DIAGNOSIS = re.compile(
    rf"(?<!if )(?<!when )(?<!told )\byou (?:probably |likely |clearly )?have (?:{_CONDITIONS})", re.IGNORECASE
)
_UNSURE = re.compile(r"\b(?:if|when|unless|whether|told|in case|where)\b[^.]*$", re.IGNORECASE)
_BRACES = re.compile(r"\{([^{}]*)\}")


def forbidden(text: str, placeholders: tuple[str, ...]) -> Iterator[str]:
    """Yield a sentence for every dose, diagnosis or unknown placeholder in `text`."""
    for pattern in _DOSES:
        for found in pattern.finditer(text):
            yield f"`{found.group()}` reads like a dose; Limber gives none, say who to ask instead"
    for found in _DIAGNOSIS.finditer(text):
        if not _UNSURE.search(text[: found.start()].rsplit(".", 1)[-1]):
            yield f"`{found.group()}` reads like a diagnosis; Limber gives none, write what can be or may be"
    for name in _BRACES.findall(text):
        if name not in placeholders:
            yield f"`{{{name}}}` is not a placeholder; these are: {', '.join(f'{{{p}}}' for p in placeholders)}"


def grade(text: str) -> float:
    """Return the Flesch–Kincaid grade of running text."""
    import readability

    plain = _BRACES.sub("the clinic", text)
    sentences = [" ".join(re.findall(r"[\w'-]+", part)) for part in re.split(r"(?<=[.!?])\s+", plain)]
    measures = readability.getmeasures("\n".join(f"{s} ." for s in sentences if s), lang="en")
    return float(measures["readability grades"]["Kincaid"])
