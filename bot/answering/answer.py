"""One way in: a question becomes an Answer. `Answerer(library, learned).answer(question)` is all that faces call."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.answering.features import LayWords
from bot.answering.language import LanguageReader, Tongue
from bot.answering.learned_signs import SignClassifier, SignModel
from bot.answering.matching import Candidate, Match, Matcher, TopicModel
from bot.answering.message import Message, Reader
from bot.answering.screening import Hit, Screener, Screening
from bot.answering.spelling import Vocabulary
from bot.answering.tuning import TUNING
from bot.library import Level, Library

MOST_NARROWER = 3
"""Narrower topics that a broad answer leads on to."""

MOST_CHOICES = 4
"""Choices on a did-you-mean card: what fits a phone without scrolling."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What holds for every outcome: the message, what the screen saw and the nearest topics."""

    message: Message
    screening: Screening
    candidates: tuple[Candidate, ...]

    @property
    def soon(self) -> Hit | None:
        """A sign that should be looked at in the next days, which leaves the normal outcome standing."""
        hits = (hit for hit in self.screening.hits if hit.level is Level.SOON and not hit.doubtful)
        return next(hits, None)

    @property
    def best(self) -> str:
        """The nearest topic's id, or nothing."""
        return self.candidates[0].topic if self.candidates else ""


@dataclass(frozen=True, slots=True)
class Urgent(Answer):
    """A sign of crisis, emergency or same-day: no advice, no stretches. `language`: what else it is written in.

    `failure`: what went wrong after the screen, for whoever answers to log: it is no reason to keep a warning back.
    """

    hit: Hit
    language: str = ""
    failure: Exception | None = None


@dataclass(frozen=True, slots=True)
class Check(Answer):
    """One doubtful sign: one plain question, with the safety line already on the card. `failure` as of `Urgent`."""

    hit: Hit
    failure: Exception | None = None


@dataclass(frozen=True, slots=True)
class Answered(Answer):
    """The topic the question is about, and the stretches that go with it.

    `narrower`: the next topics, where this one is broad: a bare complaint is answered, and may be said more closely.
    """

    topic: str
    stretches: tuple[str, ...]
    narrower: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestions(Answer):
    """Not sure enough: the asker chooses."""

    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unknown(Answer):
    """An honest "I don't know". `outside` names the kind of message outside the FAQ it is like, if any."""

    outside: str


@dataclass(frozen=True, slots=True)
class Unread(Answer):
    """Words that cannot be read. `language` is that of languages.toml which they are in, or nothing."""

    language: str


OUTCOMES: dict[type[Answer], str] = {
    Answered: "answer",
    Suggestions: "suggestions",
    Unknown: "unknown",
    Unread: "unknown",
    Check: "check",
    Urgent: "urgent",
}
"""What an outcome is called, in `--json` and in the store."""


@dataclass(frozen=True, slots=True)
class Learned:
    """All that is learned from the texts of a knowledge folder: what an index holds."""

    vocabulary: Vocabulary
    topics: TopicModel
    signs: SignModel


class Answerer:
    """Answers questions from one library. Holds no state between questions."""

    def __init__(self, library: Library, learned: Learned) -> None:
        self.library = library
        self.reader = Reader(library.concepts.values(), library.context.values(), learned.vocabulary)
        needs = {topic.id: topic.needs for topic in library.topics.values() if topic.needs}
        self.matcher = Matcher(learned.topics, LayWords(library.words), needs)
        self.languages = LanguageReader(library.languages.values(), learned.vocabulary)
        self.screener = Screener(library.flags.values(), SignClassifier(learned.signs))

    def answer(self, question: str) -> Answer:
        """Read once, screen first, then match, then decide."""
        message = self.reader.read(question)
        tongue = self.languages.read(message.words)
        screening = self.screener.screen(message, readable=tongue.readable)
        if tongue.hit:
            screening = screening.joined_by(tongue.hit)
        sure, doubtful = screening.sure, screening.doubtful
        if sure and sure.level.urgent:
            nearest, failure = self._nearest(message, tongue)
            return Urgent(message, screening, nearest, sure, tongue.language, failure)
        if doubtful and doubtful.level.urgent:
            nearest, failure = self._nearest(message, tongue)
            return Check(message, screening, nearest, doubtful, failure)
        if not tongue.readable:
            return Unread(message, screening, (), tongue.language)
        return self._decide(message, screening, self.matcher.match(message))

    def _nearest(self, message: Message, tongue: Tongue) -> tuple[tuple[Candidate, ...], Exception | None]:
        """Return the topics to come back to after a warning, none where finding them fails, and what failed."""
        if not tongue.readable:
            return (), None
        try:
            return self.matcher.match(message).candidates, None
        except Exception as error:  # noqa: BLE001 - given back, not lost: the screen has seen a sign, which comes first
            return (), error

    def screen(self, question: str) -> Hit | None:
        """Return the gravest urgent sign, sure or doubtful, by the screen alone: for when answering went wrong."""
        message = self.reader.read(question)
        screening = self.screener.screen(message, readable=True)
        return next((hit for hit in screening.hits if hit.level.urgent), None)

    def _decide(self, message: Message, screening: Screening, match: Match) -> Answer:
        """Answer, offer choices, or say that we do not know."""
        candidates, outside, tuning = match.candidates, match.outside, TUNING.deciding
        if candidates and candidates[0].confidence >= tuning.answer_at:
            topic = self.library.topics[candidates[0].topic]
            nearest = tuple(candidate.topic for candidate in candidates[1:])
            narrower = nearest[:MOST_NARROWER] if topic.broad else ()
            answered = Answered(message, screening, candidates, topic.id, topic.stretches, narrower)
            return answered if self._stretches_stay(answered.soon) else replace(answered, stretches=())
        least = tuning.suggest_at * sum(candidate.confidence for candidate in candidates)
        choices = tuple(candidate.topic for candidate in candidates if candidate.confidence >= least)[:MOST_CHOICES]
        if choices and match.inside >= tuning.inside_from:
            return Suggestions(message, screening, candidates, choices)
        kind = outside.topic if outside and outside.confidence >= tuning.outside_at else ""
        return Unknown(message, screening, candidates, kind)

    def _stretches_stay(self, soon: Hit | None) -> bool:
        """Return whether stretches may be shown beside a "have this looked at" note."""
        return soon is None or self.library.flags[soon.flag].stretches_allowed
