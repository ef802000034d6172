"""What must be there before a knowledge folder is served, whoever edits it: a list in code, not in the folder."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from bot.library.care import Care
from bot.library.context_rules import Category
from bot.library.document import Document
from bot.library.examples import HARMLESS, Examples
from bot.library.finding import Finding
from bot.library.flag import Flag, Level
from bot.library.library import Library

FEWEST_TOLD = 20
"""Messages from which a required grade is learned; the least that any had when this was written was 35."""

COPY = "copy it from the knowledge folder that comes with Limber"


@dataclass(frozen=True)
class Required:
    """Ids that a folder must hold; of each flag the levels that it must have a grade of, gravest first.

    Every card of cards.toml is required too: that is in the form of the file (`cards.Cards`).
    """

    flags: Mapping[str, tuple[Level, ...]] = field(default_factory=dict)
    topics: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    cares: tuple[str, ...] = ()
    context: tuple[Category, ...] = ()
    concepts: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    harmless: tuple[str, ...] = ()


NOTHING = Required()
"""For a folder that is not served: a part of the knowledge, in a test."""

_CRISIS, _EMERGENCY, _SAME_DAY, _SOON = Level

_LANGUAGES = (
    *("es", "pt", "fr", "de", "it", "pl", "ro", "ru", "uk", "tr"),
    *("ar", "fa", "ur", "hi", "bn", "pa", "zh", "vi", "tl", "so"),
)
"""The twenty that a clinic's patients likeliest write."""

SERVED = Required(
    flags={
        "rf-aortic": (_EMERGENCY,),
        "rf-cancer": (_SAME_DAY, _SOON),
        "rf-cauda-equina": (_EMERGENCY, _SAME_DAY),
        "rf-chest": (_EMERGENCY,),
        "rf-child": (_SAME_DAY, _SOON),
        "rf-claudication": (_EMERGENCY, _SAME_DAY, _SOON),
        "rf-cord-compression": (_EMERGENCY, _SAME_DAY),
        "rf-crisis": (_CRISIS,),
        "rf-dark-urine": (_EMERGENCY,),
        "rf-dvt": (_SAME_DAY,),
        "rf-fragility-fracture": (_EMERGENCY, _SAME_DAY),
        "rf-infection": (_EMERGENCY, _SAME_DAY),
        "rf-inflammatory": (_SOON,),
        "rf-kidney": (_EMERGENCY, _SAME_DAY),
        "rf-leg-weakness": (_EMERGENCY, _SAME_DAY),
        "rf-abuse": (_SAME_DAY,),
        "rf-major-trauma": (_EMERGENCY, _SAME_DAY),
        "rf-medicine": (_EMERGENCY, _SAME_DAY),
        "rf-neck-cord": (_SAME_DAY,),
        "rf-not-improving": (_SOON,),
        "rf-other-emergency": (_EMERGENCY, _SAME_DAY),
        "rf-post-procedure": (_EMERGENCY, _SAME_DAY),
        "rf-pregnancy": (_EMERGENCY, _SAME_DAY),
        "rf-tear": (_SAME_DAY,),
        "rf-upper-belly": (_EMERGENCY,),
    },
    topics=("about-this-bot", "emergency-signs"),
    regions=("us", "ca", "uk", "eu", "au"),
    languages=_LANGUAGES,
    cares=tuple(Care),
    context=tuple(Category),
    concepts=("low-mood",),
    outside=("other-health", "chatter", "something-else"),
    harmless=HARMLESS,
)
"""What every served folder holds. Whoever takes something out of it here has decided that no clinic needs it."""


def missing(
    library: Library, examples: Examples, documents: Mapping[str, Document], faulty: Collection[str], required: Required
) -> Iterator[Finding]:
    """Yield what is required and not there. What is in a `faulty` file is left out: that is told already."""
    rooms: tuple[tuple[str, str, Iterable[str], Collection[str]], ...] = (
        ("flags", "warning sign", required.flags, library.flags),
        ("topics", "topic", required.topics, library.topics),
    )
    for room, what, ids, there in rooms:
        yield from _files(f"{room}/{{}}.md", room, what, [i for i in ids if i not in there], there, faulty)
    tables: tuple[tuple[str, Iterable[str], Collection[str]], ...] = (
        ("regions.toml", required.regions, library.regions),
        ("languages.toml", required.languages, library.languages),
        ("cares.toml", required.cares, library.cares),
        ("outside.toml", required.outside, library.outside),
    )
    for file, ids, there in tables:
        yield from _tables(file, [i for i in ids if i not in there], documents, faulty)
    yield from _words(library, documents, faulty, required)
    kinds = [kind for kind in required.harmless if kind not in examples.harmless]
    yield from _files("examples/harmless/{}.txt", "examples/harmless", "kind", kinds, examples.harmless, faulty)
    for flag, levels in required.flags.items():
        if flag in library.flags:
            yield from _grades(library.flags[flag], levels, documents[f"flags/{flag}.md"], examples, faulty)


def _files(
    path: str, room: str, what: str, gone: list[str], there: Collection[str], faulty: Collection[str]
) -> Iterator[Finding]:
    """Yield a finding for every required file that is gone, or one for all where the room is empty."""
    untold = [name for name in gone if path.format(name) not in faulty]
    if untold and not there:
        yield Finding(room, 0, f"holds no {what}, and {len(untold)} must be there ({', '.join(untold)}); {COPY}")
        return
    for name in untold:
        yield Finding(path.format(name), 0, f"is missing; this {what} must be there: {COPY}")


def _tables(
    file: str, gone: list[str], documents: Mapping[str, Document], faulty: Collection[str]
) -> Iterator[Finding]:
    """Yield a finding for the required tables of a file that are gone."""
    if not gone or file in faulty:
        return
    if file not in documents:
        yield Finding(file, 0, f"is missing; {COPY}")
        return
    for table in gone:
        yield Finding(file, 0, f"[{table}] is missing; it must be there: {COPY}")


def _words(
    library: Library, documents: Mapping[str, Document], faulty: Collection[str], required: Required
) -> Iterator[Finding]:
    """Yield the ways to mean a sentence and the concepts that code counts on, and that are not there."""
    categories = {rule.category for rule in library.context.values() if rule.direction.modifies}
    if "context.toml" not in faulty:
        gone = [category for category in required.context if category not in categories]
        if gone and "context.toml" not in documents:
            yield Finding("context.toml", 0, f"is missing; {COPY}")
        else:
            for category in gone:
                sentence = f"no row makes words {category}; copy them from the file that comes with Limber"
                yield Finding("context.toml", 0, sentence)
    if not any(file.startswith("concepts/") for file in faulty):
        for concept in required.concepts:
            if concept not in library.concepts:
                yield Finding("concepts", 0, f"no file has the concept `{concept}`; it must be there")


def _grades(
    flag: Flag, levels: tuple[Level, ...], document: Document, examples: Examples, faulty: Collection[str]
) -> Iterator[Finding]:
    """Yield the levels that a required flag lost, and those that too little raises."""
    grades = {grade.level: (number, grade) for number, grade in enumerate(flag.grade)}
    for level in levels:
        if level not in grades:
            yield document.at(f'no [[grade]] has `level = "{level}"`; this warning sign must have one', "grade")
            continue
        number, grade = grades[level]
        if level is levels[0] and not grade.signs:
            yield document.at(f"the level {level} has no `signs`; at least one is needed", "grade", number, "signs")
        told, file = len(examples.flags.get((flag.id, level), ())), f"examples/flags/{flag.id}.{level}.txt"
        if told < FEWEST_TOLD and file not in faulty:
            yield Finding(file, 0, f"has {told} messages; at least {FEWEST_TOLD} are needed")
