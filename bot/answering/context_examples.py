"""Whether the rows of knowledge/context.toml do what their own examples say: the half of `limber check` that reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, product

from bot.answering.concepts import ConceptMatcher
from bot.answering.context import ContextReader
from bot.answering.text import Words, sentences
from bot.library import Category, ContextRule, Library, parse_phrase
from bot.library.context_rules import FILE
from bot.library.finding import Finding
from bot.library.lint import Checked
from bot.library.toml_lines import index_lines, line_of

_BRACKETS = re.compile(r"[^\[\]]*(?:\[[^\[\]]+\][^\[\]]*)*")
Marks = tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of a row, with one value a word: whether it stands in brackets."""

    words: Words
    marks: Marks

    def __str__(self) -> str:
        """Return the words with brackets around those that are marked."""
        text = " ".join(f"[{word}]" if mark else word for word, mark in zip(self.words, self.marks, strict=True))
        return text.replace("] [", " ")


def parse_example(text: str) -> Example:
    """Read the written form. Raises `ValueError` with a sentence for a clinician."""
    if not _BRACKETS.fullmatch(text):
        raise ValueError("has a bracket [ without its ]")
    parts = [[word for split in sentences(part) for word in split] for part in re.split(r"[\[\]]", text)]
    words = tuple(word for part in parts for word in part)
    if sentences(text.replace("[", " ").replace("]", " ")) != (words,):
        raise ValueError("must be one sentence, with its brackets around whole words")
    return Example(words, tuple(bool(number % 2) for number, part in enumerate(parts) for _ in part))


def misread(checked: Checked) -> Iterator[Finding]:
    """Yield what is wrong with the rows: examples read otherwise than written, rows and phrases that do nothing."""
    library = checked.library
    if FILE not in checked.documents:
        return
    lines = index_lines(checked.documents[FILE].head_text)
    matcher = ConceptMatcher(library.concepts.values())
    for rule in library.context.values():
        for number, phrase in enumerate(rule.says):
            for sentence in _never_met(phrase):
                yield Finding(FILE, line_of(lines, (rule.id, "says", number)), f"`{rule.id}`: {sentence}")
        for number, text in enumerate(rule.examples):
            for sentence in _otherwise(text, rule, library, matcher):
                yield Finding(FILE, line_of(lines, (rule.id, "examples", number)), f"`{rule.id}`: {sentence}")
        if not _shows(rule, library, matcher):
            sentence = f"`{rule.id}`: its examples are read alike without it; add one that shows what it does"
            yield Finding(FILE, line_of(lines, (rule.id, "examples")), sentence)


def _never_met(phrase: str) -> Iterator[str]:
    """Yield a sentence for words that no message holds, since they are read in another form ("i have": ive)."""
    steps = [sorted(step.words) or [str(step.low)] for step in parse_phrase(phrase)]
    for written in (
        *([word] for step in steps for word in step),
        *(p for two in pairwise(steps) for p in product(*two)),
    ):
        spoken = [word for word in written if word != ","]
        read = [word for split in sentences(" ".join(spoken)) for word in split]
        if read != spoken:
            yield f"`{' '.join(spoken)}` in `{phrase[:40]}` is read as `{' '.join(read)}` in a message; write that"


def _otherwise(text: str, rule: ContextRule, library: Library, matcher: ConceptMatcher) -> Iterator[str]:
    """Yield a sentence if an example is not what it is written as."""
    try:
        example = parse_example(text)
    except ValueError as error:
        yield f"the example `{text}` {error}"
        return
    read = _read(example.words, rule.category, tuple(library.context.values()), matcher)
    if read != example.marks:
        shown = Example(example.words, read)
        yield f"the example `{text}` is read as `{shown}`: mend the row's words, or the example's brackets"


def _shows(rule: ContextRule, library: Library, matcher: ConceptMatcher) -> bool:
    """Return whether one of the rule's examples would be read otherwise without it."""
    rules = tuple(library.context.values())
    others = tuple(other for other in rules if other is not rule)
    words = [split for text in rule.examples for split in sentences(text.replace("[", " ").replace("]", " "))]
    return any(
        _read(split, rule.category, rules, matcher) != _read(split, rule.category, others, matcher) for split in words
    )


def _read(words: Words, category: Category, rules: tuple[ContextRule, ...], matcher: ConceptMatcher) -> Marks:
    """Return which words are read as a category, none of them spelled."""
    context = ContextReader(rules).read(words, matcher.find(words, dict.fromkeys(words, ())))
    whole = {Category.OVER: context.over, Category.ASKED: context.asked, Category.OTHERS: context.others}
    parts = {Category.DENIED: context.denied, Category.SUPPOSED: context.supposed, Category.PAST: context.past}
    return parts.get(category) or (whole.get(category, False),) * len(words)
