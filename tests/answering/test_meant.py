"""How a thing is meant: what is denied, supposed, asked, past, over or another's is neither raised nor asked about.

Beside each sentence stands a sibling in nearly the same words that has to be raised or asked about. A needless
question is a failure here as a needless alarm is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING

import pytest

from bot.answering.answer import Answerer, Check, Urgent

if TYPE_CHECKING:
    from _pytest.mark.structures import ParameterSet

DENIED = [
    (
        "my lower back is stiff but there is no numbness between my legs",
        "my lower back is stiff and there is numbness between my legs",
    ),
    (
        "I have not lost control of my bladder, it only aches when I sit",
        "I have lost control of my bladder and it aches when I sit",
    ),
    (
        "no fever and no chills with it, just a sore back from the garden",
        "fever and chills with it and a sore back",
    ),
    (
        "my legs are not weak, they only feel tight behind the knee",
        "my legs are weak and I cannot lift my foot",
    ),
    (
        "I can pee as usual, the back is stiff from the car",
        "I cannot pee as usual since my back got stiff in the car",
    ),
    (
        "never had cancer, the ache between my shoulders came from painting",
        "I have had cancer and now an ache between my shoulders",
    ),
    (
        "there was no fall and no accident, I woke up with a stiff back",
        "there was a bad fall from the roof and I woke up with a stiff back",
    ),
    (
        "I don't have chest pain, only the middle of my back is sore",
        "I have chest pain and the middle of my back is sore",
    ),
    (
        "my calf is neither swollen nor hot, it is tight after the run",
        "my calf is swollen and hot, it is tight after the flight",
    ),
    (
        "the doctor checked me and my foot isn't dropping, so which stretch is good",
        "the doctor checked me and since then my foot is dropping",
    ),
    (
        "bladder and bowels are fine, only the hamstrings are tight",
        "bladder and bowels are not working and the hamstrings are tight",
    ),
    (
        "I am not losing weight, I just have back ache after work",
        "I am losing weight without trying and I have back ache every night",
    ),
    (
        "without any tingling or weakness, my back just aches when I bend",
        "with tingling and weakness in both legs, my back aches when I bend",
    ),
]
"""What a message says is not so."""

SUPPOSED = [
    (
        "what if one day I can't pee because of my back",
        "since yesterday I can't pee because of my back",
    ),
    (
        "in case my legs go weak later, whom do I call",
        "my legs went weak an hour ago, whom do I call",
    ),
    (
        "if I ever lose control of my bladder should I ring you",
        "I lost control of my bladder, should I ring you",
    ),
    (
        "would it be serious if I got a fever with my back pain",
        "I got a fever with my back pain, is it serious",
    ),
    (
        "I worry that I might go numb between the legs some day",
        "I went numb between the legs today and I worry",
    ),
    (
        "suppose my foot started to drag, what would that mean",
        "my foot started to drag, what does that mean",
    ),
    (
        "how would I know if it was cancer in my spine",
        "I had cancer in my breast and now it hurts in my spine",
    ),
    (
        "I am afraid of losing the feeling in my legs when I am old",
        "I am losing the feeling in my legs",
    ),
    (
        "imagine I fell off a ladder, could I still stretch",
        "I fell off a ladder, can I still stretch my sore back",
    ),
    (
        "unless I get chest pain I will keep going to the gym, right",
        "I get chest pain and back pain at the gym",
    ),
    (
        "should I stop stretching if my calf ever swells up",
        "my calf swelled up red and hot, should I stop stretching",
    ),
    (
        "what would happen if I tore my hamstring doing this stretch",
        "I heard a pop and tore my hamstring doing this stretch",
    ),
]
"""What might be, one day or in thought."""

ASKED = [
    (
        "can a disc press on the nerves of the bladder",
        "my disc presses on the nerves and I cannot empty my bladder",
    ),
    (
        "does sciatica ever cause numbness between the legs",
        "I have sciatica and numbness between the legs",
    ),
    (
        "what does cauda equina mean",
        "they told me to watch for cauda equina and now I cannot feel when I pee",
    ),
    (
        "is a fever with back pain dangerous",
        "I have a fever with back pain",
    ),
    (
        "which cancers spread to the spine",
        "my cancer has spread to the spine and my legs are weak",
    ),
    (
        "how do people get a blood clot in the calf",
        "I think I have a blood clot in the calf, it is swollen and hot",
    ),
    (
        "do kidney stones hurt in the back",
        "pain in my side and blood in my pee",
    ),
    (
        "are weak legs common with a slipped disc",
        "both legs are weak with my slipped disc",
    ),
    (
        "what is foot drop",
        "I have foot drop since this morning",
    ),
    (
        "when is back pain an emergency",
        "this back pain came on suddenly with a tearing feeling in my chest",
    ),
    (
        "how long can you live with a spinal tumour",
        "I have a tumour and my legs no longer carry me",
    ),
    (
        "can you break your spine by sneezing",
        "I sneezed and my spine cracked, I have osteoporosis and it is agony",
    ),
]
"""Asked of things in general."""

PAST = [
    (
        "I fell off a ladder in 2009 and it healed, now I sit too much",
        "I fell off a ladder today and my back is agony",
    ),
    (
        "ten years ago I couldn't feel my foot for a day, never again since",
        "since this morning I can't feel my foot",
    ),
    (
        "back in 1998 I had a fever with back pain from the flu",
        "I have had a fever with back pain since Monday",
    ),
    (
        "as a child I wet the bed, these days my back is only stiff",
        "these days I wet the bed and my back is bad",
    ),
    (
        "I used to get numb legs when I was pregnant in 2011",
        "I get numb legs and numbness between the legs now",
    ),
    (
        "years ago I had a clot in my leg, which stretch is good for the calf",
        "I have a clot in my leg, which stretch is good for the calf",
    ),
    (
        "when I was a kid I was hit by a car, my back is just tight today",
        "I was hit by a car today and my back is tight",
    ),
    (
        "in my twenties I wanted to die, that is long behind me",
        "I want to die",
    ),
    (
        "I tore my hamstring at school, what can I do to loosen it",
        "I tore my hamstring today with a loud pop, what can I do to loosen it",
    ),
    (
        "I had chest pain in 2015, it was my ribs",
        "I have chest pain that goes into my back",
    ),
    (
        "I broke a bone in my spine in the nineties, can I do yoga",
        "I think I broke a bone in my spine today",
    ),
    (
        "I had a kidney infection with fever and side pain decades ago",
        "I have side pain, a fever and it burns when I pee",
    ),
]
"""Long ago."""

OVER = [
    (
        "my foot was asleep after the film, it is fine now",
        "my foot has been numb and weak since the film and it is not fine",
    ),
    (
        "my leg went numb on the toilet, gone after a minute",
        "my leg went numb and I cannot move it",
    ),
    (
        "I had a fever last week, it has gone and I feel well",
        "I have had a fever all week and my back hurts",
    ),
    (
        "my legs were weak after the marathon, back to normal now",
        "my legs are weak and I cannot stand",
    ),
    (
        "pins and needles in both feet from the bike saddle, went away at once",
        "pins and needles in both feet and I cannot feel the saddle",
    ),
    (
        "I was short of breath after the stairs, all good again",
        "I am short of breath and my back hurts",
    ),
    (
        "the swelling in my calf has cleared up, can I stretch again",
        "the swelling in my calf is hot and red, can I stretch again",
    ),
    (
        "I could not pee right after the operation, that settled the same day and I am well",
        "I cannot pee since the operation",
    ),
    (
        "my bum was numb from the hard chair and the feeling came back after a walk",
        "my bum is numb and the feeling has not come back",
    ),
    (
        "the burning when I pee has disappeared, so is my back stiff from the desk",
        "it burns when I pee and my back hurts on one side with shivering",
    ),
    (
        "I fell down the stairs last year and everything healed",
        "I fell down the stairs and my back is agony",
    ),
    (
        "the chest tightness wore off, it was only the bench press",
        "my chest is tight and my back hurts",
    ),
]
"""Had lately, and fully gone."""

OTHERS = [
    (
        "my uncle had cauda equina and needed an operation",
        "I have the same as my uncle, I cannot pee and I am numb between my legs",
    ),
    (
        "a friend of mine fell off a roof and broke his back",
        "my friend fell off a roof and he cannot move his legs now",
    ),
    (
        "my gran had a blood clot in her leg",
        "my gran has a swollen hot leg since this morning",
    ),
    (
        "someone at work died of cancer that began with back pain",
        "my husband has cancer and his back hurts since last week",
    ),
    (
        "my cousin lost all feeling in his legs and was in a wheelchair",
        "my cousin is losing all feeling in his legs",
    ),
    (
        "my father got an infection of the spine with fever",
        "my father has a fever and his back hurts",
    ),
    (
        "the guy at the gym tore his hamstring",
        "I tore my hamstring at the gym, there was a pop",
    ),
    (
        "a colleague was pregnant and lost the baby",
        "I am pregnant and bleeding",
    ),
    (
        "my aunt had a heart attack that felt like back pain",
        "my aunt has chest pain and back pain now",
    ),
    (
        "my brother used to wet himself after his accident",
        "my brother wets himself since his accident yesterday",
    ),
    (
        "in the film he could not feel his legs after the crash",
        "I cannot feel my legs after the crash",
    ),
    (
        "my neighbour had a stone and there was blood in her pee",
        "there is blood in my pee and my side hurts",
    ),
    (
        "the hero of my book wanted to die",
        "I want to die like the hero of my book",
    ),
]
"""Somebody else's story that is over, or one that was made up."""

READINGS = {"denied": DENIED, "supposed": SUPPOSED, "asked": ASKED, "past": PAST, "over": OVER, "others": OTHERS}

NEEDLESS = {
    "never had cancer, the ache between my shoulders came from painting": "never",
    "I worry that I might go numb between the legs some day": "worry that",
    "which cancers spread to the spine": "learned signs hear no question",
    "as a child I wet the bed, these days my back is only stiff": '"these days" of another clause',
    "years ago I had a clot in my leg, which stretch is good for the calf": "signs that count when past",
    "when I was a kid I was hit by a car, my back is just tight today": '"today" of another clause',
    "I had chest pain in 2015, it was my ribs": "a year in figures",
    "I had a kidney infection with fever and side pain decades ago": "decades",
    "I had a fever last week, it has gone and I feel well": "it has gone",
    "the swelling in my calf has cleared up, can I stretch again": "cleared up",
    "I could not pee right after the operation, that settled the same day and I am well": "that settled",
    "my neighbour had a stone and there was blood in her pee": "neighbour",
    "the hero of my book wanted to die": "book",
}
"""What is raised or asked about today though it is not meant, and which words are misread."""

MISSED = {
    "there was a bad fall from the roof and I woke up with a stiff back": '"fall" as a noun',
    "the doctor checked me and since then my foot is dropping": '"dropping"',
    "bladder and bowels are not working and the hamstrings are tight": '"not working" denies',
    "my foot started to drag, what does that mean": "a dragging foot",
    "I am losing the feeling in my legs": "losing, not lost",
    "I think I broke a bone in my spine today": "a bone in the spine",
    "my cousin is losing all feeling in his legs": "losing, not lost",
}
"""What is meant and today is neither raised nor asked about, and which words are not understood."""


def rows(at: int, wrong: Mapping[str, str]) -> Iterator[ParameterSet]:
    """Yield the sentences at one place of each pair; a wrong one may fail: what is learned anew moves it."""
    for reading, pairs in READINGS.items():
        for pair in pairs:
            reason = wrong.get(pair[at])
            marks = [pytest.mark.xfail(strict=False, reason=reason)] if reason else []
            yield pytest.param(pair[at], id=f"{reading}: {pair[at]}", marks=marks)


def seen(answerer: Answerer, message: str) -> bool:
    return isinstance(answerer.answer(message), Urgent | Check)


@pytest.mark.parametrize("message", list(rows(0, NEEDLESS)))
def test_what_is_not_meant_is_neither_raised_nor_asked_about(answerer: Answerer, message: str) -> None:
    assert not seen(answerer, message)


@pytest.mark.parametrize("message", list(rows(1, MISSED)))
def test_the_same_words_meant_are_raised_or_asked_about(answerer: Answerer, message: str) -> None:
    assert seen(answerer, message)


def test_what_is_wrong_today_stands_in_a_table() -> None:
    def sentences(at: int) -> Iterable[str]:
        return (pair[at] for pair in chain.from_iterable(READINGS.values()))

    assert NEEDLESS.keys() <= set(sentences(0))
    assert MISSED.keys() <= set(sentences(1))
