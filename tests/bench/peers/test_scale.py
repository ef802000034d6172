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
    texts = [text for texts in after.values() for text in texts]
    assert len(texts) == len(set(texts))


def test_multiplied_by_one_the_knowledge_stays(copy: Path) -> None:
    before = phrasings(copy)
    multiply(copy, 1)
    assert phrasings(copy) == before
