"""Warning signs first: which red flags a message raises, why, and how surely.

Two readers look at every message. The first holds it against the signs a clinician has written (`written_signs.py`);
the second has learned how people say such things (`learned_signs.py`). What both found is weighed with how it is said
(`urgency.py`): a sign is raised, or its flag's one plain question is asked, or nothing is said. A crisis is never asked
about. What is only learned counts where the message is no fragment and names something that the flag's signs speak of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.answering.learned_signs import Score, Scores, SignClassifier
from bot.answering.message import Message
from bot.answering.tuning import TUNING, Evidence
from bot.answering.urgency import length, urgency
from bot.answering.written_signs import meets
from bot.library import Flag, Grade, Level, Sign

LOW_MOOD = "low-mood"
"""The concept of being worn down without danger: a warm line on the card, no flag."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A sign that was seen: the words that met it (none when it was learned, not written), and what it means."""

    flag: str
    level: Level
    sign: str
    words: tuple[str, ...]
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Screening:
    """All that the screen saw, gravest first. `unmeant` tells which signs were met but not meant, for `--why`."""

    hits: tuple[Hit, ...]
    low_mood: bool = False
    unmeant: tuple[str, ...] = ()
    evidence: Evidence | None = None

    def joined_by(self, hit: Hit) -> Screening:
        """Return the same with one sign more."""
        return replace(self, hits=_ordered((hit, *self.hits)))

    @property
    def sure(self) -> Hit | None:
        """The gravest sign without doubt."""
        return next((hit for hit in self.hits if not hit.doubtful), None)

    @property
    def doubtful(self) -> Hit | None:
        """The gravest sign that needs the one plain question."""
        return next((hit for hit in self.hits if hit.doubtful), None)


@dataclass(frozen=True, slots=True)
class _Rule:
    """One written sign of one grade of a flag, with its text and the concepts it cannot do without."""

    flag: str
    grade: Grade
    sign: Sign
    text: str
    names: frozenset[str]
    doubtful: bool


class Screener:
    """Screens messages by the flags of a library."""

    def __init__(self, flags: Iterable[Flag], classifier: SignClassifier) -> None:
        self._rules = tuple(_rules(flags))
        self._spoken_of = _spoken_of(self._rules)
        self._excluded = _excluded(self._rules)
        self._classifier = classifier

    def screen(self, message: Message, *, readable: bool = True) -> Screening:
        """Return every sign the message raises; of one that is not readable, only what is written."""
        written, unmeant = self._written(message)
        scores = self._classifier.classify(message.sentences) if readable else None
        if scores is None:
            return Screening(_ordered(written), _is_low(message), unmeant)

        evidence, soon = (_evidence(message, score, written) for score in (scores.urgent, scores.soon))
        learned = _learned(scores, urgency(evidence), urgency(soon))
        counting = (hit for hit in learned if self._may_count(hit, message, written, unmeant))
        hits = (*_doubted(written, urgency(evidence)), *counting)
        if len(message.words) <= TUNING.screening.short:
            hits = tuple(_asked(hits))
        return Screening(_ordered(hits), _is_low(message), unmeant, evidence)

    def _may_count(self, hit: Hit, message: Message, written: Iterable[Hit], unmeant: Iterable[str]) -> bool:
        """Return whether a learned sign may count: the message is no fragment, and says something its flag speaks of.

        A crisis needs no such word: it is told without one. But where its words are there and not meant ("I am not
        suicidal"), or a saying that takes them away, they are what it sounds like; and a story of others that is over
        is none.
        """
        if hit.level is Level.CRISIS:
            denied = any(text.startswith(f"{hit.flag}: ") for text in unmeant)
            told_of_others = all(sentence.context.others for sentence in message.sentences)
            meant = any(other.flag == hit.flag for other in written)
            said_otherwise = not message.concepts.isdisjoint(self._excluded[hit.flag])
            return not told_of_others and (meant or not (denied or said_otherwise))
        names = self._spoken_of[hit.flag]
        return len(message.words) >= TUNING.screening.fewest_words and any(
            span.concept in names and sentence.context.claims(span)
            for sentence in message.sentences
            for span in sentence.spans
        )

    def _written(self, message: Message) -> tuple[tuple[Hit, ...], tuple[str, ...]]:
        """Return the written signs that are met, one a flag, level and doubt, and those met but not meant."""
        hits: dict[tuple[str, Level, bool], Hit] = {}
        unmeant: dict[str, None] = {}
        for rule in self._rules:
            if not rule.names <= message.concepts:
                continue
            level = rule.grade.level
            if met := meets(message, rule.sign, rule.grade):
                hits.setdefault((rule.flag, level, rule.doubtful), Hit(rule.flag, level, rule.text, met, rule.doubtful))
            else:
                unmeant[f"{rule.flag}: {rule.text}"] = None
        return tuple(hits.values()), tuple(unmeant)


def _rules(flags: Iterable[Flag]) -> Iterator[_Rule]:
    """Yield every written sign of every grade."""
    for flag in flags:
        for grade in flag.grade:
            for doubtful, texts in ((False, grade.signs), (True, grade.doubtful)):
                for text in texts:
                    sign = Sign.parse(text)
                    yield _Rule(flag.id, grade, sign, str(sign), frozenset(sign.names), doubtful)


def _spoken_of(rules: Iterable[_Rule]) -> Mapping[str, frozenset[str]]:
    """Return all concepts that the sure signs of each flag are made of."""
    names: dict[str, frozenset[str]] = defaultdict(frozenset)
    for rule in rules:
        if not rule.doubtful:
            names[rule.flag] |= rule.names
    return names


def _excluded(rules: Iterable[_Rule]) -> Mapping[str, frozenset[str]]:
    """Return the concepts that take a sign of each flag away."""
    names: dict[str, frozenset[str]] = defaultdict(frozenset)
    for rule in rules:
        names[rule.flag] |= frozenset(rule.grade.excludes)
    return names


def _evidence(message: Message, score: Score, written: Iterable[Hit]) -> Evidence:
    """Gather what speaks for and against a sign of the levels of a score: a soon one, or any urgent one."""
    urgent = score.level.urgent
    doubts = {hit.doubtful for hit in written if hit.level.urgent is urgent}
    return Evidence(
        overall=score.overall,
        second=score.second,
        by_words=score.by_words,
        length=length(message.words),
        written=float(False in doubts),
        doubtful=float(True in doubts),
        others=sum(sentence.context.others for sentence in message.sentences) / len(message.sentences),
    )


def _doubted(written: Iterable[Hit], urgent: float) -> Iterator[Hit]:
    """Yield the written signs, none dropped: where not enough else speaks for one, its flag's question is asked.

    A crisis that a clinician calls sure is never asked about, and a sign to be looked at soon stays as sure as it is.
    """
    for hit in written:
        stands = not hit.level.urgent or (hit.level is Level.CRISIS and not hit.doubtful)
        yield hit if stands or urgent >= TUNING.urgency.raise_at else replace(hit, doubtful=True)


def _learned(scores: Scores, urgent: float, soon: float) -> Iterator[Hit]:
    """Yield the gravest learned sign, if any: a crisis and one to be looked at soon are never asked about."""
    said = "all that speaks for it ({:.2f})"
    raise_at, check_at = TUNING.urgency.raise_at, TUNING.urgency.check_at
    crisis = (scores.crisis.overall + scores.crisis.second) / 2
    if crisis >= TUNING.screening.crisis_from:
        yield Hit(scores.crisis.flag, Level.CRISIS, f"it sounds like a crisis ({crisis:.1f})", (), doubtful=False)
    elif urgent >= check_at:
        yield Hit(scores.urgent.flag, scores.urgent.level, said.format(urgent), (), urgent < raise_at)
    elif soon >= check_at:
        yield Hit(scores.soon.flag, Level.SOON, said.format(soon), (), doubtful=False)


def _asked(hits: Sequence[Hit]) -> Iterator[Hit]:
    """Yield signs; a learned one is doubtful where a doubtful written sign of its flag is all that a message says."""
    doubtful = {hit.flag for hit in hits if hit.words and hit.doubtful}
    for hit in hits:
        asked = not hit.words and hit.flag in doubtful and hit.level is not Level.CRISIS
        yield replace(hit, doubtful=True) if asked else hit


def _ordered(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Return signs in order, gravest first, of one level the sure ones first, and of these what says most."""
    return tuple(sorted(hits, key=lambda hit: (-hit.level.gravity, hit.doubtful, -len(hit.words))))


def _is_low(message: Message) -> bool:
    """Return whether the message speaks of being worn down, now and of oneself."""
    return any(
        span.concept == LOW_MOOD
        and sentence.context.claims(span)
        and not (sentence.context.asked or sentence.context.others)
        for sentence in message.sentences
        for span in sentence.spans
    )
