"""What `--json` prints: one record a line, the contract other programs rely on (docs/contracts.md)."""

from __future__ import annotations

from typing import Any

from bot.answering.answer import OUTCOMES, Answer, Answered, Check, Unread, Urgent
from bot.desk.offers import Offer
from bot.library import Topic
from bot.stretching.pick import Pick


def answer_record(answer: Answer) -> dict[str, Any]:
    """Return the record of one question. `flag` and `level` are the gravest that fired."""
    hits = answer.screening.hits
    hit = answer.hit if isinstance(answer, Urgent | Check) else answer.soon
    return {
        "question": answer.message.text,
        "outcome": OUTCOMES[type(answer)],
        "topic": answer.topic if isinstance(answer, Answered) else None,
        "confidence": answer.candidates[0].confidence if answer.candidates else 0.0,
        "candidates": [{"topic": c.topic, "confidence": c.confidence} for c in answer.candidates],
        "stretches": list(answer.stretches) if isinstance(answer, Answered) else [],
        "flag": hit.flag if hit else None,
        "level": hit.level.value if hit else None,
        "flags": list(dict.fromkeys(h.flag for h in hits)),
        "language": (answer.language or None) if isinstance(answer, Unread | Urgent) else None,
    }


def topic_record(topic: Topic) -> dict[str, Any]:
    """Return the record of one topic."""
    return {
        "id": topic.id,
        "question": topic.question,
        "asked_as": list(topic.asked_as),
        "origin": topic.origin.value,
        "claims": list(topic.claims),
        "stretches": list(topic.stretches),
        "reviewed_on": topic.reviewed_on.isoformat() if topic.reviewed_on else None,
    }


def offer_records(offer: Offer) -> list[dict[str, Any]]:
    """Return a record a stretch that is offered, of a routine in its order, or one that says why none is."""
    if offer.withheld:
        return [{"withheld": offer.withheld}]
    picks = [part.pick for part in offer.routine if part.pick] or offer.offered
    return [_pick_record(pick) for pick in picks]


def _pick_record(pick: Pick) -> dict[str, Any]:
    """Return the record of one variant."""
    stretch, variant = pick.stretch, pick.variant
    return {
        "id": stretch.id,
        "variant": variant.id or None,
        "name": stretch.title(variant),
        "place": [place.value for place in variant.places],
        "position": variant.position.value,
        "hold_seconds": variant.hold_seconds,
        "repetitions": variant.repetitions,
        "sides": variant.sides,
        "cautions": list(stretch.cautions),
        "gentle": pick.gentle,
    }
