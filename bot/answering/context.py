"""What a sentence claims: said of now and here, denied, asked, supposed, past, over, or of somebody else.

English grammar, not medicine: the lists here are function words and turns of phrase. What a sign is stands
in knowledge/.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.concepts import Span
from bot.answering.text import Words


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _any_of(*turns: str) -> re.Pattern[str]:
    """Compile alternatives that stand as whole words."""
    return re.compile(rf"\b(?:{'|'.join(turns)})\b")


NEGATORS = _set(
    "no not never without dont doesnt didnt isnt arent wasnt werent havent hasnt hadnt wont none neither nor aint deny "
    "denies denied zero nothing"
)
_EMPHATIC = _set("only just idea know sure clue joke matter lie kidding gonna surprise doubt wonder")
_STOPS = _set("but though although however except apart yet just only still now because cos since then")
_RESTARTS = _set("i im ive my its it the he she they we now just only this hes shes theres there")
_LINKS = _set("and or plus also")
_FINE = _set("fine normal ok okay alright good negative perfect")
_HEDGES = _set(", so and but hi hey hello also ok um well quick question please guys")
_OPENERS = _set(
    "what whats which how when where why who does do did can could is are should would will whens hows any anyone"
)

_FRAMED_I = _any_of(r"(?:should|do|can|could|would|will|must|may|shall|might|did|when|how|where|if|what) i")
_FIRST = _any_of("i", "im", "ive", "id", "my", "me", "mine", "myself", "weve", "our", "we", "hes", "shes", "his", "her")
_I = _any_of("i", "im", "ive")
_YOU = _any_of("you", "your", "youre", "someone", "somebody", "one", "people")
_REPORT_IF = _any_of(
    r"(?:know|tell|sure|wonder|wondering|see|ask|asking|feels?|looks?|as|even|only|matter|check|say) if",
    r"is (?:it|this|that) \w+(?: \w+)? if (?:i|im|ive|my)",
)
_SUPPOSING = _any_of(
    "if",
    "in case",
    "unless",
    "suppose",
    "imagine",
    "hypothetically",
    "would it be",
    "how would i know",
    "afraid of",
    r"worried (?:that )?(?:i|it) (?:might|could|will|may)",
    r"scared (?:of|that (?:i|it) (?:might|could|will))",
)
_PAST = _any_of(
    "(?:years?|yrs?|decades?|ages|months) ago",
    r"(?:in|of|around|back in) (?:19|20)\d\d",
    "(?:in|back in) the (?:[5-9]0s?|nineties|eighties|seventies|noughties)",
    "in [5-9]\\d",
    "last (?:year|month|summer|winter|spring|autumn)",
    r"when i was (?:\d+|a|an|little|young|small|pregnant|at school)",
    "as a (?:kid|child|teen|teenager|student|boy|girl)",
    "back in (?:the|my|school|college)",
    "in my (?:teens|twenties|thirties|20s|30s|youth)",
    "a while back",
    "long time (?:ago|since)",
    "years back",
    "back then",
    "used to",
    "once upon",
    "at school",
    "at uni",
    "in high school",
    "childhood",
    "(?:first|last|previous) pregnancy",
)
_STILL = _any_of(
    "still", "now", "since", "today", "tonight", "again", "this morning", "this week", "yesterday", "currently",
    "these days", "lately",
)  # fmt: skip
_OVER = _any_of(
    "(?:gone|fine|ok|okay|better|good|alright|normal|over|sorted|passed) now",
    "(?:went|gone) away",
    "(?:has|its|all) gone(?! (?:numb|dead|weak|cold|blue|white|red|black|purple|floppy|to|wrong|funny))",
    "back to normal",
    "cleared up",
    "wore off",
    "worn off",
    "came back (?:after|in|within|straight)",
    "has passed",
    "settled (?:down|now|after)",
    "gone (?:after|in)",
    "disappeared",
    "stopped after",
    "not any ?more",
    "healed",
    "recovered",
    "all better",
)
_RELATIVES = (
    "dads?|father|mums?|moms?|mother|gran|granny|nan|grandad|grandma|grandpa|grandfather|grandmother|uncle|aunt|auntie"
    "|aunty|cousin|brother|sister|friends?|mates?|neighbou?r|colleague|coworker|boss|husband|wife|partner|ex|teacher|guy"
    "|girl|bloke|lad|woman|man|patient|teammate|flatmate|roommate|son|daughter|dog|cat|in law|coach|buddy|pal"
)
_OTHERS = re.compile(
    rf"(?:^|\b(?:my|his|her|a|an|our|the|some|one) (?:\w+ )?)(?:{_RELATIVES})\b|\b(?:somebody|someone|\w+ of mine)\b"
)
_HAD = _any_of(
    "had", "got", "was", "were", "died", "ended", "went", "used", "broke", "fell", "lost", "did", "told", "beat",
    "survived", "needed", "turned", "found",
)  # fmt: skip
_PRESENT = _any_of(
    "is", "has", "cant", "keeps", "now", "since", "today", "tonight", "hes", "shes", "are", "wont", "says", "complains",
    "been", "just", "this morning", "yesterday", "last night", "doesnt", "isnt", "gets", "feels", "hours? ago",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Context:
    """How a sentence is meant. `denied` and `supposed` hold one value a word."""

    denied: tuple[bool, ...]
    supposed: tuple[bool, ...]
    asked: bool
    past: bool
    over: bool
    others: bool

    def claims(self, span: Span) -> bool:
        """Return whether the words of `span` are meant as said."""
        return not (self.denied[span.start] or self.supposed[span.start])


def read_context(words: Words, spans: Sequence[Span]) -> Context:
    """Read how a sentence is meant; negations inside a spotted phrase ("no feeling") deny nothing."""
    text = " ".join(words)
    return Context(
        denied=_denied(words, spans),
        supposed=_supposed(words, text),
        asked=_asked(words, text),
        past=bool(_PAST.search(text)) and not _STILL.search(_PAST.sub("", text)),
        over=bool(_OVER.search(text)),
        others=_of_others(text),
    )


def _denied(words: Sequence[str], spans: Sequence[Span]) -> tuple[bool, ...]:
    """Mark the words a negation reaches, forward to the next turn of the sentence, and "X is fine" backward."""
    owned = {i for span in spans for i in range(span.start, span.end)}
    asserting = {s.start for s in spans if any(w in NEGATORS or w == "cant" for w in words[s.start : s.end])}
    marks = [False] * len(words)
    denying = False
    for i, word in enumerate(words):
        if word in NEGATORS and i not in owned and not _only_emphasis(words, i):
            denying = True
        elif _turns(words, i, asserting):
            denying = False
        marks[i] = denying and i not in asserting
    for span in spans:
        if span.start not in asserting and _is_fine(words[span.end : span.end + 3]):
            marks[span.start] = True
    return tuple(marks)


def _turns(words: Sequence[str], at: int, asserting: set[int]) -> bool:
    """Return whether a denial ends here: at "but", or where a comma or "and" begins a new statement."""
    if words[at] in _STOPS:
        return True
    following = words[at + 1] if at + 1 < len(words) else ""
    return (words[at] == "," or words[at] in _LINKS) and (following in _RESTARTS or at + 1 in asserting)


def _is_fine(tail: Sequence[str]) -> bool:
    """Return whether the words after a concept say that it is all right."""
    at = next((i for i, word in enumerate(tail) if word in _FINE), None)
    return at is not None and "," not in tail[:at] and not any(w in NEGATORS or w == "if" for w in tail)


def _only_emphasis(words: Sequence[str], at: int) -> bool:
    """Return whether a negator stresses rather than denies: "not only", "never … before", "no idea why"."""
    following = words[at + 1] if at + 1 < len(words) else ""
    if words[at] in ("not", "no", "dont") and following in _EMPHATIC:
        return True
    return words[at] == "never" and any(w in ("before", "like", "this") for w in words[at + 1 :])


def _supposed(words: Sequence[str], text: str) -> tuple[bool, ...]:
    """Mark the words from a supposing turn ("what if", "in case") to the next comma."""
    marks = [False] * len(words)
    reported = [match.span() for match in _REPORT_IF.finditer(text)]
    for match in _SUPPOSING.finditer(text):
        if any(start <= match.start() < end for start, end in reported):
            continue
        first = text.count(" ", 0, match.start())
        if marks[first]:
            continue
        for i in range(first, len(words)):
            if words[i] == "," or (i > first and words[i] in ("but", "then", "because")):
                break
            marks[i] = True
    return tuple(marks)


def _asked(words: Sequence[str], text: str) -> bool:
    """Return whether the sentence asks about a thing in general rather than reports it."""
    opener = next((word for word in words if word not in _HEDGES), "")
    if opener not in _OPENERS:
        return False
    rest = _FRAMED_I.sub(" ", text)
    return not _FIRST.search(rest) or (bool(_YOU.search(rest)) and not _I.search(rest))


def _of_others(text: str) -> bool:
    """Return whether somebody else's story is told that is over."""
    match = _OTHERS.search(text)
    if not match:
        return False
    rest = text[match.end() :]
    return bool(_HAD.search(rest)) and not _PRESENT.search(rest)
