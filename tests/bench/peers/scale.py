"""Limber alone with 1, 10 and 100 times the phrasings: `python -m tests.bench.peers.scale [QUESTIONS]`."""

from __future__ import annotations

import random
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.library.example_lint import plain_words
from bot.library.knowledge import load
from tests.bench.peers.contest import QuestionSet, measure_or_say_why
from tests.bench.peers.limber import copy_knowledge, limber
from tests.bench.peers.typos import edited
from tests.bench.questions import SETS, read_questions

TIMES = (1, 10, 100)
SEED = 7
SLIPS = 0.1
"""Share of the new phrasings with a typo in them, so that the vocabulary grows too."""

_LONG_WORD = re.compile(r"[A-Za-z]{4,}")

HEAD = """| phrasings | first start s (builds) | start s | p50 ms | p99 ms | MB |
| --- | --- | --- | --- | --- | --- |"""
HOW = f"""The new phrasings are seeded: a phrasing with one word of another phrasing of its topic put in, or in place
of one of its own, and a typo in {SLIPS:.0%} of them; no two are alike. Times are made as in the table of peers.
"""


def main(paths: Sequence[str]) -> None:
    """Print the table, timed on the questions of one set."""
    path = Path(paths[0]) if paths else SETS / "dev_questions.jsonl"
    part = QuestionSet(path.name, tuple(read_questions(path)), ())
    print(f"### Limber with more phrasings, on {path.name}\n\n{HEAD}")  # noqa: T201 - a report
    for times in TIMES:
        print(_line(times, part), flush=True)  # noqa: T201 - a report
    print(f"\n{HOW}")  # noqa: T201 - a report


def _line(times: int, part: QuestionSet) -> str:
    with tempfile.TemporaryDirectory() as place:
        folder = copy_knowledge(Path(place))
        phrasings = multiply(folder, times)
        name = f"{times}×, {phrasings:,}"
        found = measure_or_say_why(limber(folder), [part])
    if isinstance(found, str):
        return f"| {name} | not measured: {found} | | | | |"
    spent, memory = found.times[0], "–" if found.megabytes is None else f"{found.megabytes:.0f}"
    return (
        f"| {name} | {found.first_start:.1f} | {found.start:.2f} | {spent.middle:.2f} | {spent.worst:.2f} | {memory} |"
    )


def multiply(folder: Path, times: int) -> int:
    """Give every topic of a knowledge folder `times` as many phrasings; return how many there are."""
    chance = random.Random(SEED)  # noqa: S311 - a measure must repeat, not surprise
    knowledge = load(folder)
    topics = {topic: knowledge.examples.phrasings(topic) for topic in knowledge.library.topics.values()}
    taken = {plain_words(text) for texts in topics.values() for text in texts}
    count = 0
    for topic, told in topics.items():
        phrasings = list(told)
        for phrasing in tuple(phrasings):
            phrasings += _variants(phrasing, times - 1, tuple(phrasings), taken, chance)
        listed = "".join(f"{text}\n" for text in phrasings[len(topic.asked_as) :])
        (folder / "examples" / "topics" / f"{topic.id}.txt").write_text(listed, "utf-8")
        count += len(phrasings)
    return count


def _variants(
    phrasing: str, number: int, others: Sequence[str], taken: set[str], chance: random.Random
) -> Iterator[str]:
    """Yield so many new variants of a phrasing, and take them."""
    for _ in range(number):
        made = _varied(phrasing, others, chance)
        while plain_words(made) in taken:
            made = _varied(made, others, chance)
        taken.add(plain_words(made))
        yield made


def _varied(phrasing: str, others: Sequence[str], chance: random.Random) -> str:
    """Return the phrasing with a word of another put in, or exchanged for one of its own; some with a typo."""
    words = phrasing.split()
    at = chance.randrange(len(words))
    words[at : at + chance.randint(0, 1)] = [chance.choice(chance.choice(others).split())]
    made = " ".join(words)
    if chance.random() < SLIPS:
        return _LONG_WORD.sub(lambda word: edited(word.group(), chance), made, 1)
    return made


if __name__ == "__main__":
    main(sys.argv[1:])
