"""What an index learns from: plain lines, and the sentence that is read for each slip in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.library import Examples, Level, Library
from bot.library.examples import HARMLESS, read_examples
from bot.library.lint import check

SLEEP = "examples/topics/sleep-position.txt"

SLIPS = [
    (SLEEP, b"one\nside\tor back\n", ":2: has a tab or another control character in it"),
    (SLEEP, b"one\x07\n", ":1: has a tab or another control character in it"),
    (SLEEP, "one\u2028two\n".encode(), ":1: has a tab or another control character in it"),
    (SLEEP, b"# Note.\n" + b"back " * 801, ":2: has 4004 characters; a message has at most 4000"),
    (SLEEP, b"one\ntwo\n one \n", ":3: `one` stands on line 1 too; keep one of them"),
    (SLEEP, b"# Nothing yet.\n\n", ": holds no example; write one a line, or delete the file"),
    (SLEEP, b"one\n\xff\n", ":2: has the byte 0xff, which is not UTF-8"),
    (SLEEP, "one\n".encode("utf-16"), ": is saved as UTF-16"),
    ("examples/topics/sleep-positions.txt", b"one\n", ': there is no topic sleep-positions - did you mean "sleep-pos'),
    ("examples/topics/sleep-position.md", b"one\n", ": is not read; only .txt files in topics, flags, harmless, outs"),
    ("examples/more/one.txt", b"one\n", ": is not read; only .txt files in topics, flags, harmless, outside hold"),
    ("examples/one.txt", b"one\n", ": is not read; only .txt files in topics, flags, harmless, outside hold"),
    ("examples/flags/rf-chest.txt", b"one\n", ": must be named after a flag and a level, rf-example.soon.txt"),
    ("examples/flags/rf-chest.urgent.txt", b"one\n", ": must be named after a flag and a level, rf-example.soon.txt"),
    ("examples/flags/rf-chest.soon.txt", b"one\n", ": there is no flag rf-chest with a grade of level soon"),
    ("examples/flags/rf-chst.soon.txt", b"one\n", ' rf-chst with a grade of level soon - did you mean "rf-chest"?'),
    ("examples/harmless/plane.txt", b"one\n", 'is named after no kind; these are: plain, looks-alike, ordinary, lo'),
    ("examples/outside/chat.txt", b"one\n", ': there is no kind in outside.toml named chat - did you mean "chatt'),
]  # fmt: skip


@pytest.mark.parametrize(("file", "data", "expected"), SLIPS)
def test_a_slip_is_read_as_a_sentence_with_its_file_and_line(copy: Path, file: str, data: bytes, expected: str) -> None:
    path = copy / file
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    (found,) = (str(finding) for finding in check(copy).findings)
    assert found.startswith(f"{file}:")
    assert expected in found


def test_notes_and_blank_lines_are_left_out_and_the_order_is_kept(tmp_path: Path) -> None:
    path = tmp_path / SLEEP
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\xef\xbb\xbf# A note.\r\n\r\n  the side \r\n# Another.\r\nmy back?\r\n")
    read = read_examples(tmp_path)
    assert read.findings == ()
    assert read.examples.topics == {"sleep-position": ("the side", "my back?")}


@pytest.mark.parametrize("name", [".#sleep-position.txt", "._sleep-position.txt", ".DS_Store"])
def test_what_an_editor_leaves_behind_is_not_read(tmp_path: Path, name: str) -> None:
    path = (tmp_path / SLEEP).with_name(name)
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\xff")
    assert read_examples(tmp_path).findings == ()


def test_a_topic_is_asked_for_in_its_own_files_words_first(library: Library, examples: Examples) -> None:
    topic = library.topics["sleep-position"]
    said = examples.phrasings(topic)
    assert said == (*topic.asked_as, *examples.topics["sleep-position"])
    assert len(said) > len(topic.asked_as)


def test_every_topic_grade_and_kind_has_examples(library: Library, examples: Examples) -> None:
    assert set(examples.topics) == set(library.topics)
    assert set(examples.flags) == {(flag.id, grade.level) for flag in library.flags.values() for grade in flag.grade}
    assert tuple(examples.harmless) == HARMLESS
    assert set(examples.outside) == set(library.outside)
    assert ("rf-crisis", Level.CRISIS) in examples.flags


def test_more_than_thirty_phrasings_in_a_topics_own_file_are_sent_to_its_examples(copy: Path) -> None:
    path = copy / "topics/sleep-position.md"
    path.write_text(path.read_text("utf-8").replace("asked_as = [", 'asked_as = [\n  "one more",', 1), "utf-8")
    (found,) = (str(finding) for finding in check(copy).findings)
    assert found.endswith(f": `asked_as` has 31 phrasings; at most 30 stand here, the rest in {SLEEP}")
