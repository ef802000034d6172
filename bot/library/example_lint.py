"""The rules between the examples and the rest of the knowledge."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePath

from bot.library.document import Document
from bot.library.examples import ReadExamples, flag_and_level, named_after
from bot.library.finding import Finding
from bot.library.flag import Flag
from bot.library.library import Library
from bot.library.messages import nearest
from bot.library.topic import Topic


def example_findings(
    library: Library, documents: Mapping[str, Document], examples: ReadExamples, unread: Collection[str]
) -> Iterator[Finding]:
    """Yield words that stand for two topics, files named after nothing, and what no example teaches.

    What only follows from an `unread` file is left out.
    """
    yield from _phrasings(library, documents, examples)
    yield from (stray for file, stray in _strays(library, examples) if file not in unread)
    for flag in library.flags.values():
        yield from _silent(flag, documents, examples)
    for kind in library.outside:
        if kind not in examples.examples.outside:
            file = f"examples/outside/{kind}.txt"
            yield Finding(file, 0, f"is missing; without examples Limber never sees that a message is {kind}")


def plain_words(text: str) -> str:
    """Return the words of a phrasing as they are compared: letter case and punctuation make no difference."""
    return " ".join(re.findall(r"\w+", text.lower()))


def _phrasings(library: Library, documents: Mapping[str, Document], examples: ReadExamples) -> Iterator[Finding]:
    """Yield the phrasings that stand for an earlier topic too."""
    heard: dict[str, str] = {}
    for topic in library.topics.values():
        for number, phrasing in enumerate(examples.examples.phrasings(topic)):
            other = heard.setdefault(plain_words(phrasing), topic.id)
            if other != topic.id:
                sentence = f"`{phrasing[:60]}` stands in {other} too; keep it in one of them"
                yield _at_phrasing(topic, number, documents, examples, sentence)


def _at_phrasing(
    topic: Topic, number: int, documents: Mapping[str, Document], examples: ReadExamples, sentence: str
) -> Finding:
    """Return a finding at a way to ask for a topic: in its own file, or in the file of its examples."""
    own = len(topic.asked_as)
    if number < own:
        return documents[f"topics/{topic.id}.md"].at(sentence, "asked_as", number)
    file = f"examples/topics/{topic.id}.txt"
    return Finding(file, list(examples.files[file].values())[number - own], sentence)


def _strays(library: Library, examples: ReadExamples) -> Iterator[tuple[str, Finding]]:
    """Yield the files that are named after nothing Limber knows, each after the file where it would be known."""
    grades = {(flag.id, grade.level) for flag in library.flags.values() for grade in flag.grade}
    known: dict[str, Collection[str]] = {"topics": library.topics, "outside": library.outside}
    for file in examples.files:
        room, name = PurePath(file).parent.name, named_after(file)
        if room == "flags" and flag_and_level(file) not in grades:
            flag, level = flag_and_level(file)
            near = nearest(flag, library.flags) if flag not in library.flags else ""
            yield f"flags/{flag}.md", Finding(file, 0, f"there is no flag {flag} with a grade of level {level}{near}")
        elif room in known and name not in known[room]:
            what = "topic" if room == "topics" else "kind in outside.toml named"
            yield (
                "outside.toml" if room == "outside" else f"topics/{name}.md",
                Finding(file, 0, f"there is no {what} {name}{nearest(name, known[room])}"),
            )


def _silent(flag: Flag, documents: Mapping[str, Document], examples: ReadExamples) -> Iterator[Finding]:
    """Yield the grades of a flag that no message could ever raise."""
    for number, grade in enumerate(flag.grade):
        if not (grade.signs or grade.doubtful or (flag.id, grade.level) in examples.examples.flags):
            sentence = f"nothing raises the level {grade.level}: it has no `signs`, and no message in examples/flags/"
            yield documents[f"flags/{flag.id}.md"].at(sentence, "grade", number, "level")
