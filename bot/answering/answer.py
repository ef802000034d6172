"""One way in: a question becomes an Answer. `Answerer(library).answer(question)` is all that faces call."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.answering.matching import Candidate, Match, Matcher
from bot.answering.screening import Hit, Screener, Screening
from bot.library import Level, Library

ANSWER_AT = 0.94
"""Confidence from which the best topic is answered at once. On four sets 0.9 answered 1.9 % of what is outside and 0.94
1.4 %, with 1.4 % fewer right answers at once; both helped as often."""

SUGGEST_AT = 0.05
"""Share of what speaks for any topic at all from which one is offered as a choice."""

ELSEWHERE_AT = 0.9
"""Share of what is outside the FAQ from which Limber says that it does not know."""

FAINT = 0.001
"""Share of all topics together below which no choice is offered: there is nothing to choose between."""

MOST_CHOICES = 4
"""Choices on a did-you-mean card: what fits a phone without scrolling."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What holds for every outcome: the question, what the screen saw and the nearest topics."""

    question: str
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
    """A sign of crisis, emergency or same-day: no advice, no stretches."""

    hit: Hit


@dataclass(frozen=True, slots=True)
class Check(Answer):
    """One doubtful sign: one plain question, with the safety line already on the card."""

    hit: Hit


@dataclass(frozen=True, slots=True)
class Answered(Answer):
    """The topic the question is about, and the stretches that go with it."""

    topic: str
    stretches: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggestions(Answer):
    """Not sure enough: the asker chooses."""

    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unknown(Answer):
    """An honest "I don't know". `elsewhere` names the kind of message outside the FAQ it is like, if any."""

    elsewhere: str


OUTCOMES: dict[type[Answer], str] = {
    Answered: "answer",
    Suggestions: "suggestions",
    Unknown: "unknown",
    Check: "check",
    Urgent: "urgent",
}
"""What an outcome is called, in `--json` and in the store."""


class Answerer:
    """Answers questions from one library. Holds no state between questions."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.matcher = Matcher(library)
        self.screener = Screener(library, self.matcher.vocabulary)

    def answer(self, question: str) -> Answer:
        """Screen first, then match, then decide."""
        screening = self.screener.screen(question)
        match = self.matcher.match(question)
        candidates = match.candidates
        sure, doubtful = screening.sure, screening.doubtful
        if sure and sure.level.urgent:
            return Urgent(question, screening, candidates, sure)
        if doubtful and doubtful.level.urgent:
            return Check(question, screening, candidates, doubtful)
        return self._decide(question, screening, match)

    def _decide(self, question: str, screening: Screening, match: Match) -> Answer:
        """Answer, offer choices, or say that we do not know."""
        candidates, kind = match.candidates, match.elsewhere
        if kind and kind.confidence >= ELSEWHERE_AT:
            return Unknown(question, screening, candidates, kind.topic)
        if candidates and candidates[0].confidence >= ANSWER_AT:
            topic = candidates[0].topic
            answered = Answered(question, screening, candidates, topic, self.library.topics[topic].stretches)
            return answered if self._stretches_stay(answered.soon) else replace(answered, stretches=())
        choices = tuple(c.topic for c in candidates if c.confidence >= SUGGEST_AT * match.inside)[:MOST_CHOICES]
        if choices and match.inside >= FAINT:
            return Suggestions(question, screening, candidates, choices)
        return Unknown(question, screening, candidates, "")

    def _stretches_stay(self, soon: Hit | None) -> bool:
        """Return whether stretches may be shown beside a "have this looked at" note."""
        return soon is None or self.library.flags[soon.flag].stretches_allowed
