"""The rules between files, and the rules of the words: all that `limber check` refuses beyond a file's own form."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.library import prose
from bot.library.card_lint import CARDS, card_findings
from bot.library.care import Rule
from bot.library.document import Document
from bot.library.example_lint import example_findings
from bot.library.examples import Examples, read_examples
from bot.library.finding import Finding
from bot.library.flag import Flag, Sign
from bot.library.language import FILE as LANGUAGES
from bot.library.language_lint import language_findings
from bot.library.library import Library
from bot.library.loader import Loaded, read
from bot.library.messages import nearest
from bot.library.picture import FOLDER as PICTURES
from bot.library.picture import LIST, SUFFIXES
from bot.library.placeholders import PLACEHOLDERS
from bot.library.region import NUMBERED, Region, line_fault
from bot.library.required import SERVED, Required, missing
from bot.library.stretch import Stretch
from bot.library.topic import Topic

FEWEST_PHRASINGS = 20
"""Ways people ask that a topic needs in its own file: docs/sources.md, "Phrasings a topic needs"."""

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


@dataclass(frozen=True)
class Checked:
    """What could be read of a folder, and every finding, those between files included."""

    library: Library
    examples: Examples
    documents: dict[str, Document]
    findings: tuple[Finding, ...]


def check(folder: Path, required: Required = SERVED) -> Checked:
    """Read a folder and tell everything that is wrong with it: in a file, between files, or not there."""
    loaded, examples = read(folder), read_examples(folder)
    own = {*loaded.findings, *examples.findings}
    if not folder.is_dir():
        return Checked(loaded.library, examples.examples, loaded.documents, tuple(sorted(own)))
    unread = {finding.file for finding in own if finding.grave}
    between = {
        *_Checks(loaded, unread).all(),
        *example_findings(loaded.library, loaded.documents, examples, unread),
        *_missing_files(loaded, folder),
    }
    faulty = {finding.file for finding in own | between if finding.grave}
    gone = missing(loaded.library, examples.examples, loaded.documents, faulty, required)
    return Checked(loaded.library, examples.examples, loaded.documents, tuple(sorted({*own, *between, *gone})))


def _missing_files(loaded: Loaded, folder: Path) -> Iterator[Finding]:
    """Yield a warning for every listed picture of which a file is not there."""
    for name in loaded.library.pictures:
        gone = [f"{name}{suffix}" for suffix in SUFFIXES if not (folder / PICTURES / f"{name}{suffix}").is_file()]
        if gone:
            yield Finding(LIST, 0, f"not there: {', '.join(gone)}; run `limber draw`", grave=False)


@dataclass(frozen=True)
class _Checks:
    """The rules, each a method that yields findings. What only follows from an unread file is none."""

    loaded: Loaded
    unread: Collection[str]

    @property
    def library(self) -> Library:
        return self.loaded.library

    def all(self) -> Iterator[Finding]:
        """Yield the findings of every rule."""
        yield from self._ids()
        yield from self._claims()
        for topic in self.library.topics.values():
            yield from self._topic(topic)
        for stretch in self.library.stretches.values():
            yield from self._stretch(stretch)
        for flag in self.library.flags.values():
            yield from self._flag(flag)
        for region in self.library.regions.values():
            yield from self._region(region)
        yield from self._pictures()
        if cards := self.loaded.documents.get(CARDS):
            yield from card_findings(self.library.cards, cards)
        if languages := self.loaded.documents.get(LANGUAGES):
            yield from language_findings(self.library.languages, languages)

    def _at(self, file: str, sentence: str, *path: str | int, grave: bool = True) -> Finding:
        """Return a finding at a key of a file's head."""
        return self.loaded.documents[file].at(sentence, *path, grave=grave)

    def _in_body(self, file: str, words: str, sentence: str) -> Finding:
        """Return a finding at the body line that holds `words`."""
        return self.loaded.documents[file].in_body(words, sentence)

    def _is_unread(self, start: str) -> bool:
        """Return whether a file whose name starts so could not be read."""
        return any(file.startswith(start) for file in self.unread)

    def _ids(self) -> Iterator[Finding]:
        for file in self.loaded.documents:
            stem = Path(file).stem
            if file.endswith(".md") and not _ID.fullmatch(stem):
                yield Finding(
                    file,
                    0,
                    f"the file's name is the id: `{stem}` must be small letters, digits and hyphens only",
                )

    def _claims(self) -> Iterator[Finding]:
        if self._is_unread("topics/"):
            return
        carried = {claim for topic in self.library.topics.values() for claim in topic.claims}
        for claim, words in self.library.claims.items():
            if claim not in carried:
                yield Finding(
                    "article.md",
                    0,
                    f"no topic carries {claim} (“{words[:60]}”); add it to the `claims` of one",
                )

    def _topic(self, topic: Topic) -> Iterator[Finding]:
        file = f"topics/{topic.id}.md"
        library = self.library
        yield from self._asked_as(topic, file)
        for number, claim in enumerate(topic.claims):
            if library.claims and claim not in library.claims:
                said = f"`claims`: article.md has no {claim}{nearest(claim, library.claims)}"
                yield self._at(file, said, "claims", number)
        for number, other in enumerate(topic.related):
            if other == topic.id:
                yield self._at(file, f"`related` points at the topic itself; take {other} out", "related", number)
            elif other not in library.topics and not self._is_unread(f"topics/{other}.md"):
                yield self._at(
                    file,
                    f"`related`: there is no topic {other}{nearest(other, library.topics)}",
                    "related",
                    number,
                )
        if topic.needs and topic.needs not in library.concepts:
            said = f"`needs`: there is no concept {topic.needs}{nearest(topic.needs, library.concepts)}"
            yield self._at(file, said, "needs", 0)
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
                if self._is_unread(f"stretches/{reference.partition(':')[0]}.md"):
                    continue
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
            unread = self._is_unread(f"stretches/{reference.partition(':')[0]}.md")
            if reference and self.library.variant(reference) is None and not unread:
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

    def _region(self, region: Region) -> Iterator[Finding]:
        for key in ("emergency_number", "urgent_line", "crisis_line", "abuse_line", "poison_line"):
            if fault := line_fault(getattr(region, key), with_number=key in NUMBERED):
                yield self._at("regions.toml", f"`{key}` {fault}", region.id, key)

    def _known(self, file: str, names: Iterable[str], *path: str | int) -> Iterator[Finding]:
        for name in names:
            if name not in self.library.concepts and not self._is_unread("concepts/"):
                yield self._at(
                    file,
                    f"there is no concept `{name}` in concepts/{nearest(name, self.library.concepts)}",
                    *path,
                )

    def _words(self, file: str, *texts: str) -> Iterator[Finding]:
        for text in texts:
            for sentence in prose.forbidden(text, PLACEHOLDERS):
                yield self._in_body(file, sentence.split("`")[1], sentence)
