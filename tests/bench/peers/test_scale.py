from __future__ import annotations

from pathlib import Path

from bot.library.loader import load
from tests.bench.peers.scale import multiply


def test_every_topic_gets_as_many_new_phrasings_and_no_two_alike(copy: Path) -> None:
    before = load(copy).topics
    multiply(copy, 3)
    after = load(copy).topics
    assert {name: len(topic.asked_as) for name, topic in after.items()} == {
        name: 3 * len(topic.asked_as) for name, topic in before.items()
    }
    texts = [text for topic in after.values() for text in topic.asked_as]
    assert len(texts) == len(set(texts))


def test_multiplied_by_one_the_knowledge_stays(copy: Path) -> None:
    before = load(copy).topics
    multiply(copy, 1)
    assert load(copy).topics == before
