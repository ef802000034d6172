"""The numbers of the answering floor that were chosen by a measurement, in one frozen place.

How long n-grams are stands in `features.py`, and how weights are fitted in `fitting.py`. Each field says what it does
and which measurement chose it. Sets: *dev* is the pair of development sets that `python -m tests.bench` scores;
*authored* are dev and four further sets of one author each; *real* is the half of docs/bench.md. The weights of
`Urgency` are printed by `python -m tests.bench.urgency FOLDER …`, those of `Confidence` by `python -m
tests.bench.confidence`; every other figure is repeated by changing the number here and running `python -m tests.bench`.
`python -m tests.mutants` halves and doubles each one.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Reading:
    """How a message becomes words and concepts."""

    longest_gap: int = 3
    """Words that `...` in a concept's phrase may stand for; a comma ends the gap."""

    shortest_slip: int = 4
    """Letters a word needs before it is corrected: three letters are another word as often as a slip."""

    two_slips_from: int = 8
    """Letters from which two slips are forgiven instead of one."""

    edge: int = 2
    """Letters at either end of a word of which one end has to be right; one letter in words under six. Looking through
    every word for two slips, one at either end, costs eight times as much and is rarely needed."""

    nearest: int = 3
    """Known words that an unknown one may stand for."""

    common_from: int = 3
    """Texts that hold a word before other words are corrected to it (1, 2, 3 and 5 tried on dev: 3 was best)."""

    english_from: int = 100
    """Times an English word stands in the list's corpus before it is never corrected: 43,458 words. From 50 on there
    are 127,030, which cost more memory and hold rare names that are slips as often."""

    everyday_from: int = 2000
    """Times an English word stands in the list's corpus from which it speaks for no other language that has it too:
    13,088 words. From 4,000 on "ache" alone is Bengali; from 1,000 on the French "mal au dos" is English."""


@dataclass(frozen=True, slots=True)
class Learning:
    """How classifiers learn from texts, and how their scores become shares."""

    fewest_words: int = 2
    """Texts a stem or a pair of stems must stand in: rarer ones say nothing of unseen messages."""

    fewest_ngrams: int = 3
    """The same for a character n-gram."""

    sharpness: float = 1.6
    """What scores are multiplied by before they become shares: of dev's answers at 0.8, eight in ten are right."""

    sign_importance: float = 2.0
    """What a text about signs, or one that only looks like a sign, counts beside an ordinary one."""


@dataclass(frozen=True, slots=True)
class Screening:
    """When a sign that was written or learned counts."""

    sign_window: int = 12
    """Words within which the concepts that a sign joins by `+` must stand."""

    sentence_window: int = 3
    """Sentences classified together, beside the whole message, so that one line in a long story is heard."""

    emergency_from: float = -2.5
    """Log-odds of an emergency against same-day from which it is one: over-triage is the smaller harm. On dev 1 of 71
    emergencies is called less; between -3 and -2 nothing changes there, and at -3 one more of 36 same-day reports of
    the regression set is called an emergency."""

    crisis_from: float = 2.5
    """Log-odds of a crisis, the mean of `overall` and `second`, from which one is raised: it is never asked about, and
    length has no say in it. Of 26 crises of dev, the real half and the regression set 21 lie above, 4 more are
    written; of 2,169 other messages 1, and 3 at 1.5."""

    fewest_words: int = 4
    """Words a message needs before a sign is learned from it: a fragment of time, side or manner is none."""

    nothing_known: float = -6.0
    """Log-odds of an urgent sign by words alone, where no word is known."""

    short: int = 6
    """Words up to which a message says no more than the doubtful sign in it ("my pee is dark")."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one message offers for a sign of some levels, or what each piece of it weighs.

    `overall`, `second`, `by_words`: log-odds, as in `learned_signs.Score`. `length`: ln(1 + different words).
    `written`, `doubtful`: a sure or a doubtful written sign is met (0 or 1).
    `others`: the share of the sentences that speak of other people.
    """

    overall: float
    second: float
    by_words: float
    length: float
    written: float
    doubtful: float
    others: float


@dataclass(frozen=True, slots=True)
class Urgency:
    """A logistic regression over evidence, and from where on its verdict counts.

    Weights and bias were fitted to urgent signs on the real half, dev and the regression set together (`python -m
    tests.bench.urgency`). For signs to be looked at soon weights of their own were no better.
    """

    weights: Evidence = field(
        default_factory=lambda: Evidence(
            overall=0.13, second=0.12, by_words=0.24, length=3.04, written=3.71, doubtful=3.92, others=-4.62
        )
    )

    bias: float = -10.11

    raise_at: float = 0.5
    """Urgency from which a sign is raised: 6 of 1,000 ordinary messages of those sets lie above it."""

    check_at: float = 0.23
    """Urgency from which a learned sign's one plain question is asked, and from which a sign to be looked at soon is
    raised: that is never asked about. Of 572 real messages outside the FAQ 0.2 asks 8 and 0.23 4, while
    both find 39 of 47 real warning signs; at 0.3 one more same-day report of the regression set is lost."""

    longest_counted: int = 100
    """Different words from which a message counts as no longer: few longer ones were there to learn from."""


@dataclass(frozen=True, slots=True)
class Support:
    """What speaks for the best topic of a match, or what each piece of it weighs.

    `share`, `inside`: log-odds of the share of the best topic, and of all topics together, among all classes. `score`:
    the best topic's score before it becomes a share.
    """

    share: float
    inside: float
    score: float


@dataclass(frozen=True, slots=True)
class Confidence:
    """A logistic regression: is the best topic right? `python -m tests.bench.confidence` fits and prints it."""

    weights: Support = field(default_factory=lambda: Support(share=0.149, inside=0.261, score=0.142))

    bias: float = -3.592


@dataclass(frozen=True, slots=True)
class Deciding:
    """What a match is good enough for, chosen on the real half by folds (`python -m tests.bench.confidence`)."""

    answer_at: float = 0.77
    """Confidence from which the best topic is answered at once. Out of fold, of 208 real questions 0.75 answered 79 %
    right and 5.3 % wrong, 0.8 76 % and 4.8 %; of 572 messages outside the FAQ, 1.5 % and 1.3 %."""

    suggest_at: float = 0.05
    """Share of what speaks for the best five topics from which one is offered as a choice."""

    outside_at: float = 0.9
    """Share of a kind of message outside the FAQ from which the card says what kind it is."""

    inside_from: float = 0.5
    """Share of all topics together below which no choice is offered: it is more likely not ours. Of 572 real messages
    outside the FAQ 13 % are offered choices at 0.35 and 10 % at 0.5."""


@dataclass(frozen=True, slots=True)
class Telling:
    """From when on a message is in a language that cannot be read.

    Measured on 2,625 English messages (dev, real and the regression set) and the tables of
    tests/answering/test_language.py: with these numbers none of the first is unread, and all foreign ones are.
    """

    english_from: float = 0.4
    """Share of English words, of those that tell, from which a message is read. At 0.2 three of 57 calm foreign ones
    are read, at 0.6 three English ones are not, at 0.8 seven."""

    strange_from: int = 4
    """Different words that no language has from which a message is in one we do not know, and no slip or name: at 1
    six English ones are unread, at 8 three of 9 foreign ones are read."""

    told_from: float = 0.3
    """Share of what is not English that must be of one language before its card is shown: at 0.17 one of 9 others gets
    the card of a neighbour, at 0.1 four."""


@dataclass(frozen=True, slots=True)
class Tuning:
    """All tuned numbers, by the step that uses them."""

    reading: Reading = field(default_factory=Reading)
    learning: Learning = field(default_factory=Learning)
    screening: Screening = field(default_factory=Screening)
    urgency: Urgency = field(default_factory=Urgency)
    confidence: Confidence = field(default_factory=Confidence)
    deciding: Deciding = field(default_factory=Deciding)
    telling: Telling = field(default_factory=Telling)


TUNING = Tuning()
"""The numbers in use. Frozen: a bench or a mutant that tries others forces them in, in a process of its own."""
