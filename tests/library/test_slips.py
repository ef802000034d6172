"""Slips of a curator's hand, and the sentence that is read for each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bot.errors import LimberError
from bot.library.lint import check
from bot.library.reviewing import review
from bot.library.skeletons import create

Edit = Callable[[str, str, str], Path]

SLEEP = "topics/sleep-position.md"
CHAIR = "stretches/seated-chair-hamstring.md"
CHEST = "flags/rf-chest.md"
CONTEXT = "context.toml"

LEARNED = (
    "Notwithstanding contraindications necessitating individualised physiotherapeutic evaluation, unquestionably "
    "considerations regarding recumbency positioning necessitate professional interpretation."
)

SLIPS = [
    (SLEEP, "question = ", "qestion = ", 'is not a name Limber knows here - did you mean "question"?'),
    (SLEEP, "question = ", "# question = ", "`question` is missing; add a line `question = ...`"),
    (SLEEP, 'theme = "daily-life"', "theme = “daily-life”", "curly quotes, as Word makes them"),
    (SLEEP, 'theme = "daily-life"', 'theme = "daily-life', "the closing quote is missing on this line"),
    (SLEEP, 'theme = "daily-life"', "theme = daily-life", "the value must stand in straight quotes"),
    (SLEEP, 'theme = "daily-life"', "theme", "is not of the form `key = value`"),
    (SLEEP, 'theme = "daily-life"', 'theme = "daily-live"', "it must be one of: hamstrings"),
    (SLEEP, 'theme = "daily-life"', 'theme = "daily-life"\ntheme = "about"', "`theme` stands twice; keep one of them"),
    (SLEEP, 'theme = "daily-life"', 'theme = "daily\\life"', "a backslash"),
    (SLEEP, "handover = false", "handover = true", "must send the reader to a person: write {clinic_contact} into it"),
    (SLEEP, "pointer = false", "pointer = no", "the value must stand in straight quotes"),
    (SLEEP, "pointer = false", 'pointer = "false"', "is `false`; it must be true or false, without quotes"),
    (SLEEP, "pointer = false", "pointer = false\nreviewed_on = 24.11.2026", "cannot be read"),
    (SLEEP, 'stretches = ["knee-to-chest"]', 'stretches = "knee-to-chest"', "it must be a list in square brackets"),
    (SLEEP, 'stretches = ["knee-to-chest"]', 'stretches = ["knee-to-chst"]', 'did you mean "knee-to-chest"?'),
    (SLEEP, "care = []", 'care = ["pregnancy"]', "knee-to-chest is withheld for pregnancy by its own file"),
    (SLEEP, 'related = ["', 'related = ["sleep-position", "', "points at the topic itself"),
    (SLEEP, 'related = ["', 'related = ["mattress", "', "there is no topic mattress"),
    (SLEEP, "+++\nquestion", "question", "must start with a line +++"),
    (SLEEP, "]\n+++\n", "]\n", "never closed by a second +++"),
    (SLEEP, "]\n+++\n", "]\n+++\n# Heading\n\n", "the text has 4 paragraphs"),
    (SLEEP, "\n- ", "\n", "the text has no points"),
    (SLEEP, "\n- ", "\n- Take 400 mg of ibuprofen. ", "`400 mg` reads like a dose"),
    (SLEEP, "\n- ", "\n- Take two tablets. ", "`two tablets` reads like a dose"),
    (SLEEP, "\n- ", "\n- You have a slipped disc. ", "reads like a diagnosis"),
    (SLEEP, "\n- ", "\n- Ask {the_clinic}. ", "`{the_clinic}` is not a placeholder"),
    (SLEEP, "\n- ", "\n- " + "Sleep well and often. " * 280, "at most 1800 fit a card"),
    (SLEEP, "\n- ", f"\n- {LEARNED} ", "reads at grade"),
    (CHAIR, "sides = 2", "sides = 3", "`variant, entry 1, sides` is `3`; it must be 2 or less"),
    (CHAIR, "hold_seconds = 30", "hold_seconds = 30.5", "a whole number without quotes"),
    (CONTEXT, 'category = "supposed"', 'category = "imagined"', "it must be one of: denied, supposed, asked, past"),
    (CONTEXT, 'direction = "both"', 'direction = "bth"', '`direction` is `bth`; it must be one of: forward'),
    (CONTEXT, '"in case"', '"in Case"', "`says`: `in Case` has `Case`; write small letters without apostrophe"),
    (CONTEXT, '"in case"', '"don\'t"', "has `don't`; write small letters without apostrophe, for example dont or im"),
    (CONTEXT, '"in case"', '"... in case"', "must begin with a word"),
    (CONTEXT, '"in case"', '"in ... case ... of"', "has `...` more than once"),
    (CONTEXT, "reach = 3", "reach = 30", "it must be 12 or less"),
    (CONTEXT, 'direction = "pseudo"', 'direction = "pseudo"\nreach = 3', "`reach` is `3`, but the direction pseudo"),
    (CHEST, '"cough-blood"', '"coughs-blood"', 'no concept `coughs-blood` in concepts/ - did you mean "cough-blood"?'),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "expected"), SLIPS, ids=[expected for *_, expected in SLIPS])
def test_a_slip_is_read_as_a_sentence_with_its_file(edit: Edit, file: str, old: str, new: str, expected: str) -> None:
    found = [str(finding) for finding in check(edit(file, old, new)).findings]
    assert any(sentence.startswith(f"{file}:") and expected in sentence for sentence in found), found


@pytest.mark.parametrize("tab_or_emoji", ["\t", "🙂", "é", "—"])
def test_what_is_only_unusual_is_no_slip(edit: Edit, tab_or_emoji: str) -> None:
    assert not check(edit(SLEEP, "side back or stomach?", f"on my {tab_or_emoji} side or what")).findings


def test_a_topic_with_few_phrasings_is_told_how_many_are_needed(copy: Path) -> None:
    (copy / "topics" / "new-one.md").write_text(
        '+++\nquestion = "Is this new?"\nasked_as = ["new one"]\norigin = "clinic"\n+++\n'
        "Yes.\n\n- One.\n- Two.\n\nStop.\n",
        encoding="utf-8",
    )
    assert any("has 1 phrasings; at least 20 are needed" in str(f) for f in check(copy).findings)


def test_a_name_with_capitals_or_blanks_is_refused(copy: Path) -> None:
    (copy / SLEEP).rename(copy / "topics" / "Sleep position (2).md")
    assert any("the file's name is the id" in str(f) for f in check(copy).findings)


@pytest.mark.parametrize("kind", ["topic", "stretch", "flag"])
def test_a_skeleton_parses_and_says_what_to_fill_in(copy: Path, kind: str) -> None:
    path = create(copy, kind, "something-new")
    findings = [f for f in check(copy).findings if f.file.endswith("something-new.md")]
    assert not any("cannot be read" in f.sentence or "is missing" in f.sentence for f in findings)
    assert "# " in path.read_text(encoding="utf-8")
    with pytest.raises(LimberError, match="is there already"):
        create(copy, kind, "something-new")


def test_a_signed_text_is_no_longer_asked_for_until_it_changes(edit: Edit) -> None:
    today = date(2026, 11, 24)
    folder = edit(SLEEP, "pointer = false", "pointer = false")
    topic = check(folder).library.topics["sleep-position"]
    signed = f'reviewed_by = "Dr A"\nreviewed_on = 2026-11-01\nreviewed_hash = "{topic.body_hash}"\npointer = false'
    edit(SLEEP, "pointer = false", signed)
    library = check(folder).library
    assert library.topics["sleep-position"].signed
    assert SLEEP not in {f.file for f in review(library, today)}
    assert SLEEP in {f.file for f in review(library, date(2027, 12, 1))}
    changed = check(edit(SLEEP, "\n- ", "\n- Another word. ")).library
    assert not changed.topics["sleep-position"].signed
    assert any("the text has changed since Dr A signed it" in f.sentence for f in review(changed, today))
