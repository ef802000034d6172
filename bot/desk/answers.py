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
from bot.library import Library, Origin, Stretch, Topic

BOT = "General information from a bot, not a diagnosis."
POINTER = (
    "Get help now, not stretches, for new trouble passing urine or stool, numbness between the legs, or weak legs: "
    "call {emergency_number}."
)
LOW_MOOD = (
    "Pain that goes on wears people down, and it makes sense that you feel low. You do not have to carry it alone: "
    "tell someone near you, or your doctor. If it ever gets too much, {crisis_line} is there day and night."
)
SAFETY = "If something feels badly wrong, do not wait for a bot: call {emergency_number}."
INVITATION = "Press one below to see how it is done."
LONGEST_LABEL = 80
MOST_RELATED = 2
MOST_COMPLETIONS = 25
"""Choices Discord takes for one autocomplete."""


def origin_line(origin: Origin) -> str:
    """Say where the words come from."""
    return "From the article our FAQ is drawn from" if origin is Origin.ARTICLE else "Added by the clinic"


def review_line(item: Topic | Stretch) -> str:
    """Say who signed the words, or that nobody has yet."""
    if item.signed and item.reviewed_on:
        return f"Reviewed by {item.reviewed_by}, {item.reviewed_on:%d %B %Y}"
    return "Not yet reviewed by a clinician"


def footer(item: Topic | Stretch) -> str:
    """Return origin, review and what a bot is."""
    return f"{origin_line(item.origin)} · {review_line(item)} · {BOT}"


def label(sentence: str) -> str:
    """Fit a sentence on a button."""
    return sentence if len(sentence) <= LONGEST_LABEL else sentence[: LONGEST_LABEL - 1].rstrip() + "…"


def topic_card(library: Library, topic: Topic, stretches: tuple[str, ...], before: tuple[Section, ...] = ()) -> Card:
    """Return a topic's answer with its stretches as buttons."""
    sections = [*before, text(topic.body.lead), points(*topic.body.points)]
    named = [found for ref in stretches if (found := library.variant(ref))]
    withheld = bool(topic.stretches) and not stretches
    sections.append(note(topic.body.caution))
    invitation = (INVITATION,) if named else ()
    if not withheld and (lines := (*invitation, *filter(None, [topic.stretch_note]))):
        sections.append(note(*lines, title="Stretches"))
    if topic.pointer:
        sections.append(note(POINTER))
    if topic.sources:
        sections.append(note(", ".join(source.title for source in topic.sources), title="Sources"))
    buttons = [Button(label(s.title(v)), ShowStretch(s.key(v))) for s, v in named]
    related = [library.topics[r] for r in topic.related if r in library.topics][:MOST_RELATED]
    buttons += [Button(label(r.question), ShowTopic(r.id)) for r in related]
    tone = Tone.SOON if before else Tone.CALM
    return Card(tone, topic.question, tuple(sections), tuple(buttons), footer(topic))


def answered_card(library: Library, answer: Answered, before: tuple[Section, ...]) -> Card:
    """Return the card for a question that was understood."""
    return topic_card(library, library.topics[answer.topic], answer.stretches, before)


def suggestions_card(library: Library, answer: Suggestions, before: tuple[Section, ...]) -> Card:
    """Return the choices when Limber is not sure."""
    questions = [library.topics[choice].question for choice in answer.choices]
    buttons = [Button(label(q), ShowTopic(c)) for q, c in zip(questions, answer.choices, strict=True)]
    return Card(
        Tone.CHOICE,
        "Did you mean one of these?",
        (*before, text("I am not sure what you meant. Pick the one that fits.")),
        (*buttons, Button("None of these", NoneOfThese())),
        BOT,
    )


def elsewhere_card(reply: str, before: tuple[Section, ...]) -> Card:
    """Say that a message is about something else than the FAQ is."""
    tone = Tone.SOON if before else Tone.UNSURE
    return Card(tone, "That is not one for me", (*before, text(reply), note(SAFETY)), (), BOT)


def unknown_card(before: tuple[Section, ...] = ()) -> Card:
    """Say honestly that we do not know, and who does."""
    return Card(
        Tone.SOON if before else Tone.UNSURE,
        "I don't know that one",
        (
            *before,
            text(
                "I only know about back pain, hamstrings and stretches.",
                "I could not match your question to an answer.",
            ),
            points(
                "Try it again in other words, a short sentence is best.",
                "See everything I know with /topics.",
                "Ask a person: {clinic_contact}.",
            ),
            note(SAFETY),
        ),
        (),
        BOT,
    )


def topics_card(library: Library, theme: str) -> Card:
    """Return the questions Limber can answer: of one theme, or all by theme."""
    shelves: dict[str, list[str]] = {}
    for topic in library.topics.values():
        if theme in ("", topic.theme):
            shelves.setdefault(topic.theme, []).append(topic.question)
    sections = [points(*questions, title=THEMES[theme]) for theme, questions in shelves.items()]
    return Card(Tone.CALM, "What you can ask", tuple(sections), (), BOT)


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


def extra_buttons(topic: str, where: Where) -> tuple[Button, ...]:
    """Return what else can be done with an answer, by where it stands."""
    votes = (Button("Helpful", Vote(topic, helpful=True)), Button("Not helpful", Vote(topic, helpful=False)))
    match where:
        case Where.TERMINAL:
            return ()
        case Where.PRIVATE:
            return (*votes, Button("Share in channel", ShareTopic(topic)), Button("Send to my DMs", SendTopic(topic)))
        case Where.PUBLIC:
            return (*votes, Button("Send to my DMs", SendTopic(topic)), Button("Dismiss", Dismiss()))
        case Where.DIRECT:
            return votes


def closed_note(when: str) -> Section:
    """Say when people are back."""
    return note(f"Nobody is at the clinic right now. People are back {when}.")
