"""How sentences are meant: a table a category, brackets around the words that are read as it."""

from __future__ import annotations

from functools import cache

import pytest

from bot.answering.concepts import ConceptMatcher
from bot.answering.context import Context, ContextReader
from bot.answering.context_examples import parse_example
from bot.answering.text import Words, sentences
from bot.index import FOLDER
from bot.library import Category, ContextRule, Library
from bot.library.knowledge import load

DENIED = [
    # forward: to the next turn of the sentence
    "i have [no tingling or burning]",
    "it [doesnt sting]",
    "my toes [arent cold]",
    "she [didnt fall]",
    "[neither weak nor numb]",
    "[havent had a temperature]",
    "[zero pins and needles]",
    "stiff [without any sweats]",
    "he was asked and [denied weight loss]",
    # "… is fine" denies what stands within three words before it
    "[bladder] normal, both feet tingle",
    "the [calf] is perfectly okay",
    "[poo] alright so far",
    "[pins and needles] is all fine",
    # and not beyond, nor what is not fine, nor fine in another sense
    "a tingling calf on the way to my fine new job",
    "tingling, okay so what now",
    "bladder [not good]",
    "the tingling is gone for good",
    "a tingling foot for a good hour",
    # negations that belong to the sign, or stress it
    "[no sweats] cant pee",
    "[no weight loss, no sweats,] cant pee",
    "cant feel my foot and cant pee",
    "no feeling in my foot",
    "not just stiff, my foot is numb",
    "no clue what it is, tingling toes",
    "dont know why my foot tingles",
    "my toes never tingled like this",
    "the feeling hasnt come back, both feet tingle",
    "it didnt go away and my toes tingle",
    # where a denial ends
    "[no sweats] but tingling toes",
    "[not stiff] though numb toes",
    "[no rash] just tingling toes",
    "[no sweats] since tuesday numb toes",
    "[no weight loss] and my toes tingle",
    "[no weight loss or sweats] , its the toes that tingle",
]

SUPPOSED = [
    "is it ok to walk if my foot is numb",
    "im [worried that one day my foot drops]",
    "[afraid some day it tingles]",
    "[lets say your calf swells]",
    "[say a man has weak legs]",
    "[supposing the toes go blue]",
    "what [if the toes go dead]",
    "[unless it tingles]",
    "keep a phone near [in case you faint]",
    "[imagine both feet tingling]",
    "[how would i know its a clot]",
    "[would it be a clot]",
    "[suppose my bladder gives up]",
    "[afraid of a clot] , no more",
    "[worried it could be a tumour]",
    "[scared that i might faint]",
    # an "if" that reports
    "cant tell if my foot is numb",
    "it looks as if the calf is swollen",
    "not sure if i have a fever",
    "is it serious if my toes tingle",
    "is this really bad if ive a fever",
    "how bad is it [if i faint]",
    # where it ends
    "[if i cough] , pain shoots down my leg",
    "[if i sit] then my toes tingle",
    "[in case it helps] because my toes tingle",
]

ASKED = [
    "[what makes toes tingle]",
    "[does a disc cause fever]",
    "[is tingling in the toes dangerous]",
    "[anyone had numb toes from cycling]",
    "[ok so how do clots start]",
    "[hello , are tingling toes bad]",
    # "I" in a frame, or "me" with "you", reports nothing
    "[when should i worry about tingling]",
    "[do i call somebody about tingling toes]",
    "[what exercise may i do with tingling toes]",
    "[will a disc heal if i do nothing]",
    "[could you explain to me what a clot feels like]",
    "[what would my doctor tell you about clots]",
    # reports in the form of a question
    "is tingling bad , i have it in both feet",
    "why is my foot numb",
    "what could cause tingling toes with a fever",
    "what helps , ive tingling toes",
    "does this mean hes got a clot",
    # no question word at its beginning
    "tingling toes , is that bad",
    "toes tingle and what does it mean",
    "we do your stretches and our toes tingle",
]

PAST = [
    "[toes were numb three years ago]",
    "[a clot a while back]",
    "[a long time ago the foot was numb]",
    "[in 2004 a disc slipped]",
    "[numb toes in the eighties]",
    "[last winter a numb foot]",
    "[as a teenager a broken back]",
    "[when i was forty a disc slipped]",
    "[numb toes in high school]",
    "[sciatica in my first pregnancy]",
    "[my foot used to tingle]",
    # what only sounds like it
    "im used to the tingling foot",
    "im in my twenties and my foot tingles",
    "when i was ill my foot tingled",
    "in 10 minutes my foot tingles",
    "[a numb foot ten years ago , not since]",
    # still so
    "a numb foot ten years ago and again today",
    "numb since last summer",
    # to its own statement; one in the past tense goes on
    "[we wed in 2010] , i have a numb foot",
    "[a disc slipped years ago] and both feet tingle",
    "my foot tingles [and we moved house last year]",
    "[last year i slipped and my foot was numb]",
    "[in 1990 , i fell and the pain was awful]",
    # what is so now is told of the rest alone, but "and now worse" goes on with it
    "[two years ago my foot was numb] , today i am only stiff",
    "two years ago my foot was numb , today it is worse",
]

OVER = [
    "[my toes tingled , all good now]",
    "[toes tingled , settled now]",
    "[the bladder is back to normal]",
    "[it tingled and has passed]",
    "[the fever cleared up]",
    "[the numb patch disappeared]",
    "[the feeling came back within a minute]",
    "[a broken ankle that healed]",
    "[he recovered from the clot]",
    "my foot has gone floppy",
    "its gone dead from the knee",
    "the tingling comes and goes",
]

OTHERS = [
    "[my mother had cauda equina]",
    "[her elderly uncle died of a clot]",
    "[the wife of my pal lost her sight]",
    "[a mate at work got numb feet]",
    "[our neighbour broke his neck]",
    "[gran had a clot]",
    "[colleague went numb]",
    "[someone in the queue fell]",
    "[a pupil of mine broke a leg]",
    # theirs, but of today
    "my mother had a fall and cant walk",
    "gran is numb and lost her balance",
    "my mate was dizzy this morning",
    # nobody's
    "cat cow was lovely",
    "i had a clot",
    "my wife and i , both stiff",
]

TABLES = {
    Category.DENIED: DENIED,
    Category.SUPPOSED: SUPPOSED,
    Category.ASKED: ASKED,
    Category.PAST: PAST,
    Category.OVER: OVER,
    Category.OTHERS: OTHERS,
}
ROWS = [(category, text) for category, texts in TABLES.items() for text in texts]


@cache
def shipped() -> Library:
    return load(FOLDER).library


@cache
def concepts() -> ConceptMatcher:
    return ConceptMatcher(shipped().concepts.values())


def read(words: Words, rules: tuple[ContextRule, ...]) -> Context:
    return ContextReader(rules).read(words, concepts().find(words, {}))


def marks(category: Category, context: Context, size: int) -> tuple[bool, ...]:
    match category:
        case Category.DENIED:
            return context.denied
        case Category.SUPPOSED:
            return context.supposed
        case Category.PAST:
            return context.past
        case Category.OVER:
            return (context.over,) * size
        case Category.ASKED:
            return (context.asked,) * size
        case Category.OTHERS:
            return (context.others,) * size


def is_right(category: Category, text: str, rules: tuple[ContextRule, ...]) -> bool:
    example = parse_example(text)
    return marks(category, read(example.words, rules), len(example.words)) == example.marks


@pytest.mark.parametrize(("category", "text"), ROWS, ids=[text for _, text in ROWS])
def test_a_sentence_is_read_as_it_is_meant(library: Library, category: Category, text: str) -> None:
    example = parse_example(text)
    assert marks(category, read(example.words, tuple(library.context.values())), len(example.words)) == example.marks


@pytest.mark.parametrize("row", shipped().context)
def test_each_row_of_the_data_is_needed_for_one_of_the_sentences(row: str) -> None:
    rules = tuple(rule for rule in shipped().context.values() if rule.id != row)
    assert not all(is_right(category, text, rules) for category, text in ROWS)


@pytest.mark.parametrize(
    ("text", "claimed", "unclaimed"),
    [
        ("no fever and no feeling in my foot", "numb", "fever"),
        ("cant feel my foot okay", "numb", "foot"),
        ("a fever if my foot goes numb", "fever", "numb"),
        ("a fever without numb toes", "fever", "numb"),
    ],
)
def test_a_concept_is_claimed_unless_denied_or_supposed(
    library: Library, text: str, claimed: str, unclaimed: str
) -> None:
    words = sentences(text)[0]
    spans = concepts().find(words, {})
    context = read(words, tuple(library.context.values()))
    names = {span.concept for span in spans if context.claims(span)}
    assert claimed in names
    assert unclaimed not in names


@pytest.mark.parametrize(
    "again",
    ["no ", "if ", "never this ", "you my ", "my dad had ", "in 1990 , i was ", "is it bad if i ", "fine , "],
)
def test_the_same_words_again_and_again_are_read(again: str) -> None:
    words = tuple((again * 800).split()[:800])
    context = read(words, tuple(shipped().context.values()))
    assert len(context.denied) == len(context.supposed) == len(context.past) == len(words)


@pytest.mark.parametrize("words", [(), (",",), ("",), ("if",), ("fine",), ("ago",)])
def test_hardly_a_sentence_is_read(words: Words) -> None:
    assert len(read(words, tuple(shipped().context.values())).denied) == len(words)
