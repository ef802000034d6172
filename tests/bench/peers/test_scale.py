from __future__ import annotations

from pathlib import Path

from bot.library.knowledge import load
from tests.bench.peers.scale import multiply


def phrasings(folder: Path) -> dict[str, tuple[str, ...]]:
    """Return every topic's phrasings."""
    knowledge = load(folder)
    return {topic.id: knowledge.examples.phrasings(topic) for topic in knowledge.library.topics.values()}


def test_every_topic_gets_as_many_new_phrasings_and_no_two_alike(copy: Path) -> None:
    before = phrasings(copy)
    multiply(copy, 3)
    after = phrasings(copy)
    assert {topic: len(texts) for topic, texts in after.items()} == {
        topic: 3 * len(texts) for topic, texts in before.items()
    }
    told, texts = ([text for topic in found.values() for text in topic] for found in (before, after))
    assert len(set(texts)) - len(set(told)) == len(texts) - len(told)


def test_multiplied_by_one_the_knowledge_stays(copy: Path) -> None:
    before = phrasings(copy)
    multiply(copy, 1)
    assert phrasings(copy) == before
