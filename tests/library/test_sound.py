"""A folder is served only if the whole check passes and all that must be there is there."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.answering.context_examples import misread
from bot.cli import main
from bot.errors import KnowledgeError
from bot.index import FOLDER, open_answerer
from bot.library import Level
from bot.library.knowledge import load
from bot.library.required import NOTHING, SERVED

Break = Callable[[Path], object]


def gone(*names: str) -> Break:
    """Return what deletes files or folders."""

    def take_away(folder: Path) -> None:
        for name in names:
            shutil.rmtree(folder / name) if (folder / name).is_dir() else (folder / name).unlink()

    return take_away


def moved(old: str, new: str) -> Break:
    return lambda folder: (folder / old).rename(folder / new)


def put(file: str, pattern: str, new: str) -> Break:
    """Return what puts other words in a file, which must hold the old ones."""

    def replace(folder: Path) -> None:
        text, found = re.subn(pattern, new, (folder / file).read_text("utf-8"), count=1, flags=re.MULTILINE)
        assert found
        (folder / file).write_text(text, "utf-8")

    return replace


def emptied(folder: Path) -> None:
    for path in folder.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()


CAUDA = "flags/rf-cauda-equina.md"
TOLD = "examples/flags/rf-cauda-equina.emergency.txt"

BROKEN = [
    pytest.param(emptied, r"flags: holds no warning sign, and 25 must be there \(rf-aortic, rf-cancer", id="empty"),
    pytest.param(shutil.rmtree, "is not a folder; KNOWLEDGE_DIR must name the folder", id="no folder"),
    pytest.param(gone("flags", "examples/flags"), "flags: holds no warning sign, and 25 must be there", id="no flags"),
    pytest.param(gone(CAUDA), "rf-cauda-equina.md: is missing; this warning sign must be there", id="a flag gone"),
    pytest.param(moved(CAUDA, f"{CAUDA}.bak"), "rf-cauda-equina.md: is missing; this warning sign", id="a flag .bak"),
    pytest.param(
        moved(CAUDA, "flags/rf-cauda-equina.MD"), "rf-cauda-equina.md: is missing; this warning sign", id="a flag .MD"
    ),
    pytest.param(
        put("flags/rf-crisis.md", 'level = "crisis"', 'level = "soon"'),
        r'rf-crisis.md:\d+: no \[\[grade\]\] has `level = "crisis"`; this warning sign must have one',
        id="a crisis made less grave",
    ),
    pytest.param(
        put("flags/rf-chest.md", 'level = "emergency"', 'level = "soon"'),
        r'rf-chest.md:\d+: no \[\[grade\]\] has `level = "emergency"`',
        id="an emergency made less grave",
    ),
    pytest.param(put(CAUDA, r"^signs = \[[^]]*\]", "signs = []"), r"the level emergency has no `signs`", id="no signs"),
    pytest.param(
        put("flags/rf-dvt.md", r"^\[\[grade\]\](?s:.*?)^\+{3}$", "+++"),
        "`grade` is missing; add a line",
        id="no grades",
    ),
    pytest.param(gone(TOLD), f"{TOLD}: has 0 messages; at least 20 are needed", id="no messages of a sign"),
    pytest.param(
        lambda folder: (folder / TOLD).write_text("cant pee\n", "utf-8"),
        f"{TOLD}: has 1 messages; at least 20 are needed",
        id="one message of a sign",
    ),
    pytest.param(put("topics/lifting.md", "^- ", "- Take 400 mg. "), "`400 mg` reads like a dose", id="a dose"),
    pytest.param(put("topics/lifting.md", "^- ", "- You have a disc. "), "reads like a diagnosis", id="a diagnosis"),
    pytest.param(gone("topics/emergency-signs.md"), "emergency-signs.md: is missing; this topic must", id="a topic"),
    pytest.param(gone("regions.toml"), "regions.toml: is missing", id="no regions"),
    pytest.param(put("regions.toml", r"^\[uk\]", "[gb]"), r"regions.toml: \[uk\] is missing", id="a region gone"),
    pytest.param(
        put("regions.toml", '"999"', '"none"'),
        r"regions.toml:\d+: `emergency_number` is `none`; it must hold a number to call",
        id="no number",
    ),
    pytest.param(put("regions.toml", '"999"', '" "'), "`emergency_number` is empty", id="a blank number"),
    pytest.param(put("regions.toml", '"999"', '"\u200b999"'), "a character in it that cannot be seen", id="unseen"),
    pytest.param(put("regions.toml", '"999"', '"[999](http://x)"'), r"has `\[` in it; write plain words", id="a link"),
    pytest.param(put("regions.toml", '"999"', '"@everyone 999"'), "has `@` in it; write plain words", id="a mention"),
    pytest.param(gone("languages.toml"), "languages.toml: is missing", id="no languages"),
    pytest.param(
        put("languages.toml", r"^\[so\](?s:.*)", ""), r"languages.toml: \[so\] is missing", id="a language gone"
    ),
    pytest.param(gone("cares.toml"), "cares.toml: is missing", id="no cares"),
    pytest.param(gone("cards.toml"), "cards.toml: is missing", id="no cards"),
    pytest.param(gone("context.toml"), "context.toml: is missing", id="nothing is denied"),
    pytest.param(
        put("context.toml", 'category = "denied"', 'category = "past"'), r"context.toml:\d+: `", id="a row misread"
    ),
    pytest.param(gone("outside.toml", "examples/outside"), "outside.toml: is missing", id="nothing is outside"),
    pytest.param(gone("examples/outside"), "outside/chatter.txt: is missing; without examples", id="outside untold"),
    pytest.param(gone("examples/harmless"), "examples/harmless: holds no kind, and 4 must be there", id="no harmless"),
    pytest.param(gone("examples/harmless/plain.txt"), "harmless/plain.txt: is missing; this kind", id="no plain ones"),
    pytest.param(put("topics/lifting.md", "$", "[" * 2000), "lifting.md:1: must start with", id="brackets"),
    pytest.param(
        put("words.toml", r"\Z", f"x = {'[' * 2000}"), "words.toml: has too many brackets", id="brackets in brackets"
    ),
]


@pytest.mark.parametrize(("change", "said"), BROKEN)
def test_a_folder_that_is_not_sound_is_refused_with_what_and_where(copy: Path, change: Break, said: str) -> None:
    change(copy)
    with pytest.raises(KnowledgeError, match=said):
        load(copy, SERVED, misread)


def test_all_that_is_wrong_is_told_at_once_and_nothing_twice(copy: Path) -> None:
    gone("flags/rf-crisis.md", "regions.toml")(copy)
    put("topics/lifting.md", "^- ", "- Take 400 mg. ")(copy)
    with pytest.raises(KnowledgeError) as refused:
        load(copy)
    places = [finding.split(":")[0] for finding in refused.value.findings]
    crisis = "examples/flags/rf-crisis.crisis.txt"
    assert places == [crisis, "flags/rf-crisis.md", "regions.toml", "topics/lifting.md"]


@pytest.mark.parametrize(
    "file", [CAUDA, "topics/causes-of-back-pain.md", "stretches/cat-cow.md", "concepts/body.toml", "outside.toml"]
)
def test_what_follows_from_a_file_that_cannot_be_read_is_left_out(copy: Path, file: str) -> None:
    (copy / file).write_bytes(b"+++\nname = \n+++\n")
    with pytest.raises(KnowledgeError) as refused:
        load(copy)
    (finding,) = refused.value.findings
    assert finding.startswith(f"{file}:")


def test_a_part_of_the_knowledge_may_be_loaded_where_nothing_is_required(tmp_path: Path) -> None:
    shutil.copy(FOLDER / "cards.toml", tmp_path)
    assert load(tmp_path, NOTHING).library.flags == {}


def left_behind(folder: Path) -> Iterator[Path]:
    """Leave what editors and systems leave beside a file."""
    for room, suffix in (("topics", "md"), ("concepts", "toml"), ("examples/topics", "txt")):
        (folder / room / f".#lifting.{suffix}").symlink_to("nobody@nowhere.1234")
        (folder / room / f"._lifting.{suffix}").write_bytes(b"\0\xff")
        (folder / room / f"folder.{suffix}").mkdir()
        yield folder / room


def test_what_is_left_beside_the_files_stops_nothing(copy: Path) -> None:
    assert list(left_behind(copy))
    assert load(copy).library.topics


def test_every_flag_that_ships_is_on_the_list_with_all_its_levels() -> None:
    flags = load(FOLDER).library.flags.values()
    assert {flag.id: tuple(grade.level for grade in flag.grade) for flag in flags} == dict(SERVED.flags)
    assert SERVED.flags["rf-crisis"] == (Level.CRISIS,)


def test_what_is_refused_is_opened_neither_by_the_index_nor_by_ask(
    copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gone("flags/rf-crisis.md")(copy)
    with pytest.raises(KnowledgeError, match="is missing"):
        open_answerer(copy)
    monkeypatch.setenv("KNOWLEDGE_DIR", str(copy))
    assert main(["ask", "heat or ice?"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "flags/rf-crisis.md: is missing" in told.err
    assert main(["check", str(copy)]) == 1
