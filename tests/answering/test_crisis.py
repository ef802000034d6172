"""A crisis is heard however it is said, and not where nobody is in one."""

from __future__ import annotations

import pytest

from bot.answering.answer import Answerer, Urgent
from bot.library import Level

SAID = [
    # as a question, behind an "if", as if in general
    "is it normal to think about ending it when the pain is bad",
    "what should I do if I want to die",
    "if I took all my gabapentin would it be over",
    "do people kill themselves over sciatica",
    "who do I call when I feel suicidal",
    "would anybody care if I was dead",
    "is it selfish to want to end my life",
    "what happens when you overdose on codeine",
    "can I talk to someone before I hurt myself on purpose",
    "why do I keep thinking about killing myself",
    "should I just end it all",
    "how do I stop wanting to be dead",
    # a deadly amount
    "how many paracetamol is lethal",
    "how much naproxen would kill you",
    "how many codeine would it take",
    "what is a deadly dose of amitriptyline",
    "is 40 tramadol enough to die",
    # split, joined, misspelt, in figures, in pictures
    "i want to kill my self",
    "going to off ma self",
    "iwanttodie",
    "killmyself",
    "i want to d1e",
    "thinking about su1c1de",
    "k!ll myself? k1ll mys3lf",
    "s u i c i d a l",
    "feeling suisidal",
    "want 2 die",
    "kms honestly",
    "i just want to 💀 for real",
    # in words that go round it
    "my family would be better off without me",
    "I do not want to be here anymore",
    "I hope I don't wake up tomorrow",
    "there is no point in going on like this",
    "I am such a burden, everyone will manage once I'm gone",
    "I have said my goodbyes",
    "I keep standing on the bridge thinking about it",
    # beside other things
    "my disc is bulging and I want to die",
    "sciatica for 6 years. lost my job. I have nothing to live for",
    "not depressed, just ready to die",
]


@pytest.mark.parametrize("text", SAID)
def test_a_crisis_is_heard_however_it_is_said(answerer: Answerer, text: str) -> None:
    answer = answerer.answer(text)
    assert isinstance(answer, Urgent)
    assert answer.hit.level is Level.CRISIS


NOT_SAID = [
    "suicide drills at basketball practice made my hamstrings sore",
    "that new suicide squad film",
    "ran suicides in training",
    "in the book the hero kills himself",
    "I cut myself shaving",
    "this exam is killing me",
    "my back is killing me lol",
    "dying to try that stretch",
    "our dog died on monday",
    "my nan passed away in june",
    "I could kill for a massage",
    "my phone died",
    "died laughing",
    "standing on the bridge pose hurts my back",
    "the team was murdered four nil",
    "how much ibuprofen can I take with a stiff back",
    "I am not suicidal, just fed up with sciatica",
    "I would never kill myself, it is just a figure of speech",
    "a friend of mine killed himself years ago",
    "the pain subsides when I lie down",
    "I overcame my fear of the gym",
    "tired of living in this flat",
    "I can't take this heat",
    "I hurt myself lifting a sofa",
    "what is the point of warming up",
    "goodbye everyone, see you tomorrow",
    "time to end it here, good night",
    "he shot himself in the foot with that tackle",
    "I want to jump off the sofa again",
    "commit to a stretching plan",
]


@pytest.mark.parametrize("text", NOT_SAID)
def test_no_crisis_is_heard_where_nobody_is_in_one(answerer: Answerer, text: str) -> None:
    answer = answerer.answer(text)
    assert not isinstance(answer, Urgent) or answer.hit.level is not Level.CRISIS
