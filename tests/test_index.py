"""What an edit makes anew, and what becomes of files that are damaged, foreign or somebody else's."""

from __future__ import annotations

import gc
import os
import pickle
import shutil
import weakref
import zipfile
from collections.abc import Callable
from dataclasses import astuple, fields
from pathlib import Path

import numpy as np
import pytest

from bot.answering.answer import Answerer
from bot.index import FOLDER, open_answerer, stored_answerer
from bot.index.files import MOST_KEPT, SIGNS, TOPICS, VOCABULARY, Part, read, write
from bot.index.keys import Keys, keys_of
from bot.index.learning import learn
from bot.library import Library
from bot.library.knowledge import load
from tests.conftest import small_folder

ALL = {field.name for field in fields(Keys)}
"""The parts of an index."""

FILES = len(ALL) + 1
"""One a part, and one of what was not found word for word."""

LIFTING = "topics/lifting.md"


def _keys(folder: Path) -> Keys:
    return keys_of(load(folder).library, folder)


@pytest.fixture(scope="module")
def keys() -> Keys:
    return _keys(FOLDER)


@pytest.mark.parametrize(
    ("file", "old", "new", "anew"),
    [
        (LIFTING, 'origin = "clinic"', 'origin = "clinic"\nreviewed_by = "A. Nyman"', set()),
        (LIFTING, "Preventing back pain: lifting", "Prevent back pain", set()),
        (LIFTING, 'stretch_note = ""', 'stretch_note = "Not today."', set()),
        ("stretches/cat-cow.md", 'name = "Cat-cow"', 'name = "Cow-cat"', set()),
        ("regions.toml", 'emergency_number = "911"', 'emergency_number = "112"', set()),
        ("flags/rf-cauda-equina.md", "The nerves to the bladder", "Nerves to the bladder", set()),
        ("cares.toml", "[", "# A remark.\n[", set()),
        (LIFTING, "How do I lift", "How would I lift", {"vocabulary", "topics", "signs"}),
        (LIFTING, "keep the load close", "keep it close", set()),
        ("examples/topics/lifting.txt", "\n", "\nhow would i lift a crate\n", {"vocabulary", "topics", "signs"}),
        ("examples/outside/other-health.txt", "\n", "\nmy ear rings\n", {"vocabulary", "topics", "signs"}),
        ("examples/flags/rf-crisis.crisis.txt", "\n", "\nit is all too much\n", {"vocabulary", "signs"}),
        ("examples/harmless/plain.txt", "\n", "\nmy back is a pain\n", {"vocabulary", "signs"}),
        ("words.toml", '"lumbago"', '"lumbaygo"', {"vocabulary", "topics"}),
        ("concepts/functions.toml", "[\n", '[\n  "a new way to say it",\n', {"texts", "vocabulary", "signs"}),
    ],
)
def test_an_edit_makes_anew_what_it_changes_and_nothing_else(
    keys: Keys, edit: Callable[[str, str, str], Path], file: str, old: str, new: str, anew: set[str]
) -> None:
    edited = _keys(edit(file, old, new))
    assert {name for name in ALL if getattr(edited, name) != getattr(keys, name)} == anew


def test_a_copy_of_a_folder_is_served_with_the_index_of_the_folder(keys: Keys, copy: Path) -> None:
    assert _keys(copy) == keys


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "limber"


QUESTIONS = ("How do I lift a box?", "I can't pee and I'm numb between my legs", "who won the cup")


def _answers(answerer: Answerer) -> list[object]:
    return [answerer.answer(question) for question in QUESTIONS]


def test_what_is_stored_answers_as_what_was_learned(small: Path, place: Path) -> None:
    assert stored_answerer(small) is None
    library = load(small).library
    learned = learn(library, small, (place,))
    stored = stored_answerer(small)
    assert stored
    assert _answers(stored) == _answers(Answerer(library, learned))


def test_the_same_texts_are_learned_alike_whether_or_not_they_were_read_before(small: Path, tmp_path: Path) -> None:
    library = load(small).library
    warm, cold = tmp_path / "warm", tmp_path / "cold"
    learn(library, small, (warm,))
    examples = small / "examples" / "topics" / "lifting.txt"
    examples.write_text(examples.read_text(encoding="utf-8") + "\nhow would i lift a crate\n", encoding="utf-8")
    models = [learn(library, small, (place,)) for place in (warm, cold)]
    for one, other in zip(
        *[(model.topics.stems, model.topics.ngrams, model.signs.concepts) for model in models], strict=True
    ):
        assert one.features == other.features
        np.testing.assert_array_equal(one.weights, other.weights)


def test_an_index_is_made_in_another_process_and_said_so_once(small: Path) -> None:
    told: list[str] = []
    for _ in range(2):
        open_answerer(small, before_learning=lambda: told.append("learning"))
    assert told == ["learning"]


def _truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


def _flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _pickled(path: Path) -> None:
    path.write_bytes(pickle.dumps(["anything"]))


def _with_objects(path: Path) -> None:
    np.savez(path.with_suffix(""), common=np.array([print], dtype=object))


def _swapped(path: Path) -> None:
    shutil.copy(next(path.parent.glob("texts-*.npz")), path)


def _without_weights(path: Path) -> None:
    with np.load(path) as stored:
        np.savez(path.with_suffix(""), **{name: array[:-1] for name, array in stored.items()})


def _bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("common.npy", bytes(300_000_000))


@pytest.mark.parametrize(
    "damage",
    [_truncated, _flipped, _emptied, _pickled, _with_objects, _swapped, _without_weights, _bomb],
    ids=lambda damage: damage.__name__,
)
@pytest.mark.parametrize("part", [VOCABULARY, TOPICS, SIGNS], ids=lambda part: part.name)
def test_a_damaged_file_is_none_and_is_made_anew(
    small_index: tuple[Path, Library, Path], damage: Callable[[Path], None], part: Part[object]
) -> None:
    folder, library, place = small_index
    key = getattr(keys_of(library, folder), part.name)
    damage(place / f"{part.name}-{key}.npz")
    assert read(part, key, (place,)) is None
    learn(library, folder, (place,))
    assert read(part, key, (place,)) is not None


@pytest.fixture(scope="module")
def learned_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a place with the index of the small folder."""
    at = tmp_path_factory.mktemp("learned")
    folder, place = small_folder(at), at / "limber"
    learn(load(folder).library, folder, (place,))
    return place


@pytest.fixture
def small_index(small: Path, place: Path, learned_once: Path) -> tuple[Path, Library, Path]:
    """The small folder, its library, and where its index is stored."""
    shutil.copytree(learned_once, place)
    return small, load(small).library, place


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="no owners here")
def test_a_file_that_somebody_else_could_have_written_is_not_read(
    small_index: tuple[Path, Library, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, library, place = small_index
    key = keys_of(library, folder).topics
    path = place / f"topics-{key}.npz"
    path.chmod(0o666)
    assert read(TOPICS, key, (place,)) is None
    path.chmod(0o644)
    assert read(TOPICS, key, (place,)) is not None
    about = path.stat()
    monkeypatch.setattr(Path, "stat", lambda self: os.stat_result((*about[:4], 4242, *about[5:])))
    assert read(TOPICS, key, (place,)) is None


def test_whoever_may_start_limber_may_read_its_index(small_index: tuple[Path, Library, Path], tmp_path: Path) -> None:
    folder, library, _ = small_index
    before = os.umask(0o077)
    try:
        learn(library, folder, (tmp_path / "shipped",))
    finally:
        os.umask(before)
    files = list((tmp_path / "shipped").iterdir())
    assert len(files) == FILES
    assert {file.stat().st_mode & 0o777 for file in files} == {0o644}
    assert (tmp_path / "shipped").stat().st_mode & 0o777 == 0o755


def test_a_place_that_cannot_be_written_to_is_passed_over(small: Path, tmp_path: Path) -> None:
    (blocked := tmp_path / "blocked").write_text("a file where a folder belongs", encoding="utf-8")
    learn(load(small).library, small, (blocked, tmp_path / "free"))
    assert len(list((tmp_path / "free").iterdir())) == FILES


def test_nothing_half_written_stays(small_index: tuple[Path, Library, Path]) -> None:
    folder, library, place = small_index
    key = keys_of(library, folder).topics
    learned = read(TOPICS, key, (place,))
    assert learned
    before = list(place.iterdir())
    (place / f"topics-{'x' * 32}.npz").mkdir()
    write(TOPICS, "x" * 32, learned, (place,))
    assert sorted(place.iterdir()) == sorted([*before, place / f"topics-{'x' * 32}.npz"])


def test_folders_live_side_by_side_and_the_longest_unused_go(small_index: tuple[Path, Library, Path]) -> None:
    folder, library, place = small_index
    keys = keys_of(library, folder)
    learned = read(TOPICS, keys.topics, (place,))
    assert learned
    for number in range(MOST_KEPT):
        os.utime(place / f"topics-{keys.topics}.npz")
        write(TOPICS, f"{number:032}", learned, (place,))
        for age, path in enumerate(sorted(place.glob("topics-0*.npz"), reverse=True), 1):
            os.utime(path, (1000 - age, 1000 - age))
    assert len(list(place.glob("topics-*.npz"))) == MOST_KEPT
    assert read(TOPICS, keys.topics, (place,)) is not None
    assert read(TOPICS, f"{0:032}", (place,)) is None
    assert astuple(keys) == astuple(keys_of(library, folder))


def test_an_answerer_that_is_let_go_is_gone_without_a_look_for_garbage(small_index: tuple[Path, Library, Path]) -> None:
    folder, _, _ = small_index
    answerer = stored_answerer(folder)
    assert answerer
    _answers(answerer)
    parts = [weakref.ref(part) for part in (answerer, answerer.reader, answerer.matcher, answerer.screener)]
    gc.disable()
    try:
        del answerer
        assert [part() for part in parts] == [None] * len(parts)
    finally:
        gc.enable()
