"""Cards for what the FAQ says: an answer, choices, "I don't know"."""

from __future__ import annotations

from rapidfuzz import fuzz, process, utils

from bot.answering.answer import Answered, Suggestions
from bot.desk.card import (
    Button,
    Card,
    Dismiss,
    NoneOfThese,
    Section,
    SendTopic,
    ShareTopic,
    ShowStretch,
    ShowTopic,
    Tone,
    Vote,
    Where,
    note,
    points,
    text,
)
from bot.desk.labels import THEMES
from bot.library import Cards, Library, Origin, Stretch, Topic
from bot.library.cards import Buttons
from bot.library.placeholders import put

LONGEST_LABEL = 80
MOST_RELATED = 2
MOST_COMPLETIONS = 25
"""Choices Discord takes for one autocomplete."""


def footer(cards: Cards, item: Topic | Stretch) -> str:
    """Return where the words come from, who signed them or that nobody has yet, and what a bot is."""
    words = cards.footer
    origin = words.article if item.origin is Origin.ARTICLE else words.clinic
    review = words.unreviewed
    if item.signed and item.reviewed_on:
        review = put(words.reviewed, who=item.reviewed_by, date=f"{item.reviewed_on:%d %B %Y}")
    return f"{origin} · {review} · {words.bot}"


def label(sentence: str) -> str:
    """Fit a sentence on a button."""
    return sentence if len(sentence) <= LONGEST_LABEL else sentence[: LONGEST_LABEL - 1].rstrip() + "…"


def topic_card(
    library: Library,
    topic: Topic,
    stretches: tuple[str, ...],
    before: tuple[Section, ...] = (),
    narrower: tuple[str, ...] = (),
) -> Card:
    """Return a topic's answer with its stretches as buttons, then what it leads on to: `narrower`, or its `related`."""
    words = library.cards.answer
    sections = [*before, text(topic.body.lead), points(*topic.body.points)]
    named = [found for ref in stretches if (found := library.variant(ref))]
    withheld = bool(topic.stretches) and not stretches
    sections.append(note(topic.body.caution))
    invitation = (words.invitation,) if named else ()
    if not withheld and (lines := (*invitation, *filter(None, [topic.stretch_note]))):
        sections.append(note(*lines, title=words.stretches))
    if topic.pointer:
        sections.append(note(words.pointer))
    if topic.sources:
        sections.append(note(", ".join(source.title for source in topic.sources), title=words.sources))
    buttons = [Button(label(s.title(v)), ShowStretch(s.key(v))) for s, v in named]
    leads_to = narrower or topic.related[:MOST_RELATED]
    related = [library.topics[other] for other in leads_to if other in library.topics]
    buttons += [Button(label(r.question), ShowTopic(r.id)) for r in related]
    tone = Tone.SOON if before else Tone.CALM
    return Card(tone, topic.question, tuple(sections), tuple(buttons), footer(library.cards, topic))


def answered_card(library: Library, answer: Answered, before: tuple[Section, ...]) -> Card:
    """Return the card for a question that was understood."""
    return topic_card(library, library.topics[answer.topic], answer.stretches, before, answer.narrower)


def suggestions_card(library: Library, answer: Suggestions, before: tuple[Section, ...]) -> Card:
    """Return the choices when Limber is not sure."""
    words = library.cards.suggestions
    buttons = [Button(label(library.topics[choice].question), ShowTopic(choice)) for choice in answer.choices]
    return Card(
        Tone.CHOICE,
        words.title,
        (*before, text(*words.lead)),
        (*buttons, Button(words.none, NoneOfThese())),
        library.cards.footer.bot,
    )


def outside_card(cards: Cards, reply: str, before: tuple[Section, ...]) -> Card:
    """Say that a message is about something else than the FAQ is."""
    tone = Tone.SOON if before else Tone.UNSURE
    said = (*before, text(reply), note(*cards.outside.note))
    return Card(tone, cards.outside.title, said, (), cards.footer.bot)


def unknown_card(cards: Cards, before: tuple[Section, ...] = ()) -> Card:
    """Say honestly that we do not know, and who does."""
    words = cards.unknown
    said = (*before, text(*words.lead), points(*words.points), note(*words.note))
    return Card(Tone.SOON if before else Tone.UNSURE, words.title, said, (), cards.footer.bot)


def topics_card(library: Library, theme: str) -> Card:
    """Return the questions Limber can answer: of one theme, or all by theme."""
    shelves: dict[str, list[str]] = {}
    for topic in library.topics.values():
        if theme in ("", topic.theme):
            shelves.setdefault(topic.theme, []).append(topic.question)
    sections = [points(*questions, title=THEMES[theme]) for theme, questions in shelves.items()]
    return Card(Tone.CALM, library.cards.topics.title, tuple(sections), (), library.cards.footer.bot)


def completions(library: Library, typed: str) -> list[tuple[str, str]]:
    """Return topics whose question holds what was typed, then those it is like, the best first."""
    wanted = " ".join(typed.lower().split())
    if not wanted:
        return [(topic.id, topic.question) for topic in library.topics.values()][:MOST_COMPLETIONS]
    questions = {topic.id: topic.question for topic in library.topics.values()}
    near = process.extract(
        wanted, questions, scorer=fuzz.token_set_ratio, processor=utils.default_process, limit=MOST_COMPLETIONS
    )
    held = [key for key, question in questions.items() if wanted in question.lower()]
    return [(key, questions[key]) for key in dict.fromkeys([*held, *(key for _, _, key in near)])][:MOST_COMPLETIONS]


def extra_buttons(words: Buttons, topic: str, where: Where) -> tuple[Button, ...]:
    """Return what else can be done with an answer, by where it stands."""
    votes = (
        Button(words.helpful, Vote(topic, helpful=True)),
        Button(words.not_helpful, Vote(topic, helpful=False)),
    )
    send = Button(words.send, SendTopic(topic))
    match where:
        case Where.TERMINAL:
            return ()
        case Where.PRIVATE:
            return (*votes, Button(words.share, ShareTopic(topic)), send)
        case Where.PUBLIC:
            return (*votes, send, Button(words.dismiss, Dismiss()))
        case Where.DIRECT:
            return votes


def closed_note(cards: Cards, when: str) -> Section:
    """Say when people are back."""
    return note(put(cards.answer.closed, when=when))
