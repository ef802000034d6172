"""The rules between files, and the rules of the words: all that `limber check` refuses beyond a file's own form."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from bot.library import prose
from bot.library.card_lint import CARDS, card_findings
from bot.library.care import Rule
from bot.library.context_rules import FILE as CONTEXT
from bot.library.context_rules import Category
from bot.library.document import Document
from bot.library.examples import ReadExamples, flag_and_level, named_after, read_examples
from bot.library.finding import Finding
from bot.library.flag import Flag, Sign
from bot.library.library import Library
from bot.library.loader import Loaded, read
from bot.library.messages import nearest
from bot.library.picture import FOLDER as PICTURES
from bot.library.picture import LIST, SUFFIXES
from bot.library.placeholders import PLACEHOLDERS
from bot.library.stretch import Stretch
from bot.library.toml_lines import index_lines, line_of
from bot.library.topic import Topic

FEWEST_PHRASINGS = 20
"""Ways people ask that a topic needs: from 6 to 10 a topic took a sketch from 0.57 to 0.74 right (design §5)."""

MOST_PHRASINGS = 30
"""Ways people ask that stand in a topic's own file, so that a clinician reads it on one screen."""

LONGEST_TEXT = 1800
"""Characters of a topic's body: with title, stretches and footer a card stays under Discord's 4,096."""

CONTACT = "{clinic_contact}"

TOE_TOUCH = "standing-toe-touch"
_TOE_WORDS = re.compile(r"\btoe[- ]touch|\btouch(?:ing)? (?:your|the|my) toes", re.IGNORECASE)
_TOE_CAUTION = re.compile(r"\bdisc\b.*\bbone|\bbone.*\bdisc\b", re.IGNORECASE | re.DOTALL)
_TOE_WARNING = re.compile(r"\bdisc\b|\bbone|\bspine\b", re.IGNORECASE)
"""What a topic that only speaks of the toe touch must name: one of those whom it can hurt."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def check(folder: Path) -> Loaded:
    """Read a folder and return it with every finding, those of its examples and between files included."""
    loaded, examples = read(folder), read_examples(folder)
    between = (*_Checks(loaded, examples).all(), *_missing_files(loaded, folder))
    found = {*loaded.findings, *examples.findings, *between}
    return Loaded(loaded.library, loaded.documents, tuple(sorted(found)))


def _missing_files(loaded: Loaded, folder: Path) -> Iterator[Finding]:
    """Yield a warning for every listed picture of which a file is not there."""
    for name in loaded.library.pictures:
        gone = [f"{name}{suffix}" for suffix in SUFFIXES if not (folder / PICTURES / f"{name}{suffix}").is_file()]
        if gone:
            yield Finding(LIST, 0, f"not there: {', '.join(gone)}; run `limber draw`", grave=False)


@dataclass(frozen=True)
class _Checks:
    """The rules, each a method that yields findings."""

    loaded: Loaded
    examples: ReadExamples

    @property
    def library(self) -> Library:
        return self.loaded.library

    def all(self) -> Iterator[Finding]:
        """Yield the findings of every rule."""
        yield from self._ids()
        yield from self._claims()
        yield from self._phrasings()
        yield from self._examples()
        for topic in self.library.topics.values():
            yield from self._topic(topic)
        for stretch in self.library.stretches.values():
            yield from self._stretch(stretch)
        for flag in self.library.flags.values():
            yield from self._flag(flag)
        yield from self._context()
        yield from self._pictures()
        if cards := self.loaded.documents.get(CARDS):
            yield from card_findings(self.library.cards, cards)

    def _at(self, file: str, sentence: str, *path: str | int, grave: bool = True) -> Finding:
        """Return a finding at a key of a file's head."""
        document = self.loaded.documents[file]
        line = line_of(index_lines(document.head_text), path)
        return Finding(file, line + document.head_offset if line else 1, sentence, grave)

    def _in_body(self, file: str, words: str, sentence: str) -> Finding:
        """Return a finding at the body line that holds `words`."""
        document: Document = self.loaded.documents[file]
        lines = document.body.split("\n")
        offset = next((i for i, line in enumerate(lines) if words and words in line), 0)
        return Finding(file, document.body_line + offset, sentence)

    def _ids(self) -> Iterator[Finding]:
        for file in self.loaded.documents:
            stem = Path(file).stem
            if file.endswith(".md") and not _ID.fullmatch(stem):
                yield Finding(
                    file,
                    0,
                    f"the file's name is the id: `{stem}` must be small letters, digits and hyphens only",
                )

    def _context(self) -> Iterator[Finding]:
        modified = {rule.category for rule in self.library.context.values() if rule.direction.modifies}
        for category in Category:
            if category not in modified:
                sentence = f"no row makes words {category}; copy them from the file that comes with Limber"
                yield Finding(CONTEXT, 0, sentence)

    def _claims(self) -> Iterator[Finding]:
        carried = {claim for topic in self.library.topics.values() for claim in topic.claims}
        for claim, words in self.library.claims.items():
            if claim not in carried:
                yield Finding(
                    "article.md",
                    0,
                    f"no topic carries {claim} (“{words[:60]}”); add it to the `claims` of one",
                )

    def _phrasings(self) -> Iterator[Finding]:
        heard: dict[str, str] = {}
        for topic in self.library.topics.values():
            for number, phrasing in enumerate(self.examples.examples.phrasings(topic)):
                other = heard.setdefault(" ".join(re.findall(r"\w+", phrasing.lower())), topic.id)
                if other != topic.id:
                    sentence = f"`{phrasing[:60]}` stands in {other} too; keep it in one of them"
                    yield self._at_phrasing(topic, number, sentence)

    def _at_phrasing(self, topic: Topic, number: int, sentence: str) -> Finding:
        """Return a finding at a way to ask for a topic: in its own file, or in the file of its examples."""
        own = len(topic.asked_as)
        if number < own:
            return self._at(f"topics/{topic.id}.md", sentence, "asked_as", number)
        file = f"examples/topics/{topic.id}.txt"
        return Finding(file, list(self.examples.files[file].values())[number - own], sentence)

    def _examples(self) -> Iterator[Finding]:
        """Yield the files of examples that are named after nothing Limber knows."""
        grades = {(flag.id, grade.level) for flag in self.library.flags.values() for grade in flag.grade}
        known: dict[str, Collection[str]] = {"topics": self.library.topics, "outside": self.library.outside}
        for file in self.examples.files:
            room, name = PurePath(file).parent.name, named_after(file)
            if room == "flags" and flag_and_level(file) not in grades:
                flag, level = flag_and_level(file)
                near = nearest(flag, self.library.flags) if flag not in self.library.flags else ""
                yield Finding(file, 0, f"there is no flag {flag} with a grade of level {level}{near}")
            elif room in known and name not in known[room]:
                what = "topic" if room == "topics" else "kind in outside.toml named"
                yield Finding(file, 0, f"there is no {what} {name}{nearest(name, known[room])}")

    def _topic(self, topic: Topic) -> Iterator[Finding]:
        file = f"topics/{topic.id}.md"
        library = self.library
        yield from self._asked_as(topic, file)
        for number, claim in enumerate(topic.claims):
            if library.claims and claim not in library.claims:
                yield self._at(
                    file,
                    f"`claims`: article.md has no {claim}{nearest(claim, library.claims)}",
                    "claims",
                    number,
                )
        for number, other in enumerate(topic.related):
            if other == topic.id:
                yield self._at(file, f"`related` points at the topic itself; take {other} out", "related", number)
            elif other not in library.topics:
                yield self._at(
                    file,
                    f"`related`: there is no topic {other}{nearest(other, library.topics)}",
                    "related",
                    number,
                )
        yield from self._offers(topic, file)
        yield from self._handover(topic, file)
        yield from self._words(file, topic.body.text, topic.stretch_note)
        yield from self._length(topic, file)

    def _asked_as(self, topic: Topic, file: str) -> Iterator[Finding]:
        count = len(topic.asked_as)
        if count < FEWEST_PHRASINGS:
            sentence = f"`asked_as` has {count} phrasings; at least {FEWEST_PHRASINGS} are needed"
            yield self._at(file, sentence, "asked_as")
        if count > MOST_PHRASINGS:
            place = f"examples/topics/{topic.id}.txt"
            sentence = f"`asked_as` has {count} phrasings; at most {MOST_PHRASINGS} stand here, the rest in {place}"
            yield self._at(file, sentence, "asked_as", MOST_PHRASINGS)

    def _length(self, topic: Topic, file: str) -> Iterator[Finding]:
        if len(topic.body.text) > LONGEST_TEXT:
            yield self._in_body(
                file, "", f"the text has {len(topic.body.text)} characters; at most {LONGEST_TEXT} fit a card"
            )
        grade = prose.grade(topic.body.text)
        if grade > prose.HARDEST_GRADE:
            yield self._in_body(
                file,
                "",
                f"the text reads at grade {grade:.1f}; {prose.HARDEST_GRADE:.0f} is the most: use shorter sentences",
            )

    def _handover(self, topic: Topic, file: str) -> Iterator[Finding]:
        if topic.handover and CONTACT not in topic.body.text:
            yield self._at(
                file,
                f"`handover` is true, so the text must send the reader to a person: write {CONTACT} into it",
                "handover",
            )

    def _offers(self, topic: Topic, file: str) -> Iterator[Finding]:
        known = [s.key(v) for s in self.library.stretches.values() for v in s.variant] + list(self.library.stretches)
        for number, reference in enumerate(topic.stretches):
            found = self.library.variant(reference)
            if found is None:
                yield self._at(
                    file,
                    f"`stretches`: there is no stretch {reference}{nearest(reference, known)}",
                    "stretches",
                    number,
                )
                continue
            for care in topic.care:
                if found[1].rule(care) is Rule.WITHHOLD:
                    yield self._at(
                        file,
                        f"`stretches`: {reference} is withheld for {care} by its own file",
                        "stretches",
                        number,
                    )
        words = f"{topic.question} {topic.body.text} {topic.stretch_note}"
        needed = _TOE_CAUTION if TOE_TOUCH in topic.stretches else _TOE_WARNING
        if (TOE_TOUCH in topic.stretches or _TOE_WORDS.search(words)) and not needed.search(words):
            yield self._at(
                file,
                "speaks of the toe touch without its caution; say that it is not for a disc problem or weak bones",
                "stretch_note",
            )

    def _stretch(self, stretch: Stretch) -> Iterator[Finding]:
        file = f"stretches/{stretch.id}.md"
        known = list(self.library.stretches)
        for key, reference in (("easier", stretch.easier), ("harder", stretch.harder)):
            if reference and self.library.variant(reference) is None:
                yield self._at(file, f"`{key}`: there is no stretch {reference}{nearest(reference, known)}", key)
        if stretch.id == TOE_TOUCH and not (_TOE_CAUTION.search(" ".join(stretch.cautions)) and stretch.easier):
            yield self._at(
                file,
                "the toe touch needs its caution (disc problem, weak bones) and an `easier` stretch",
                "cautions",
            )
        names = [variant.id for variant in stretch.variant]
        if len(names) > 1 and ("" in names or len(set(names)) < len(names)):
            yield self._at(file, "each of several variants needs an `id` of its own", "variant", 0)
        steps = " ".join(step for variant in stretch.variant for step in variant.steps)
        yield from self._words(file, stretch.body, stretch.feel, stretch.stop, *stretch.cautions, steps)

    def _pictures(self) -> Iterator[Finding]:
        stretches = {s.picture(v): s for s in self.library.stretches.values() for v in s.variant}
        for name, stretch in stretches.items():
            if name not in self.library.pictures:
                sentence = f"has no picture; write poses/{name}.toml and run `limber draw`"
                yield Finding(f"stretches/{stretch.id}.md", 0, sentence, grave=False)
        for name, picture in self.library.pictures.items():
            if name not in stretches:
                sentence = (
                    f"there is no stretch {name}{nearest(name, stretches)}; take out poses/{name}.toml, or rename it"
                )
                yield self._at(LIST, sentence, name, grave=False)
            for sentence in prose.forbidden(picture.scene, ()):
                yield self._at(LIST, sentence, name, "scene")

    def _flag(self, flag: Flag) -> Iterator[Finding]:
        file = f"flags/{flag.id}.md"
        for number, grade in enumerate(flag.grade):
            for key in ("signs", "doubtful"):
                for item, written in enumerate(getattr(grade, key)):
                    yield from self._known(file, Sign.parse(written).names, "grade", number, key, item)
            for key in ("excludes", "excused_by"):
                for item, name in enumerate(getattr(grade, key)):
                    yield from self._known(file, (name,), "grade", number, key, item)
        yield from self._words(file, flag.notice, flag.question, flag.say)

    def _known(self, file: str, names: Iterable[str], *path: str | int) -> Iterator[Finding]:
        for name in names:
            if name not in self.library.concepts:
                yield self._at(
                    file,
                    f"there is no concept `{name}` in concepts/{nearest(name, self.library.concepts)}",
                    *path,
                )

    def _words(self, file: str, *texts: str) -> Iterator[Finding]:
        for text in texts:
            for sentence in prose.forbidden(text, PLACEHOLDERS):
                yield self._in_body(file, sentence.split("`")[1], sentence)
