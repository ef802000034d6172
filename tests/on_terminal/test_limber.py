"""The real `limber` process, as a person or a program runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot import cli
from bot.desk import labels
from bot.library import Care, Place, Position, Theme

LIMBER = Path(sys.executable).with_name("limber")


def limber(
    *arguments: str, stdin: str = "", cwd: Path | None = None, **settings: str
) -> subprocess.CompletedProcess[str]:
    """Run the command and return what it printed."""
    env = {**os.environ, **settings}
    return subprocess.run(  # noqa: S603 - our own command, with the test's own arguments
        [LIMBER, *arguments],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        env=env,
        cwd=cwd,
        check=False,
    )


def test_a_question_is_answered() -> None:
    done = limber("ask", "can tight hamstrings make my back hurt?")
    assert done.returncode == 0
    assert "Can tight hamstrings make my back hurt?" in done.stdout


def test_json_gives_one_record_a_line_in_order_and_a_blank_line_is_a_question() -> None:
    done = limber("ask", "--json", stdin="how long do i hold it\n\ni cant pee\n")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [r["question"] for r in records] == ["how long do i hold it", "", "i cant pee"]
    assert [r["outcome"] for r in records] == ["answer", "unknown", "urgent"]
    assert records[0]["topic"] == "how-long-hold"
    assert records[2]["flag"] == "rf-cauda-equina"
    assert records[2]["level"] == "emergency"
    assert set(records[0]) == {
        "question", "outcome", "topic", "confidence", "candidates", "stretches", "flag", "level", "flags",
        "language",
    }  # fmt: skip


def test_chat_reads_a_pipe_and_takes_the_number_of_a_choice() -> None:
    done = limber("chat", stdin="Can tight hamstrings make my back hurt?\n1\n/quit\nnever read\n")
    assert done.returncode == 0
    assert "When to stop" in done.stdout
    assert "\x1b" not in done.stdout


def test_topics_lists_all_in_json() -> None:
    records = [json.loads(line) for line in limber("topics", "--json").stdout.splitlines()]
    assert len(records) == 85
    assert set(records[0]) == {"id", "question", "asked_as", "origin", "claims", "stretches", "reviewed_on"}


def test_a_stretch_withheld_is_one_line_with_the_reason() -> None:
    done = limber("stretch", "--json", "--care", "surgery")
    assert list(json.loads(done.stdout)) == ["withheld"]


def test_a_closed_pipe_is_fine() -> None:
    with subprocess.Popen([LIMBER, "topics", "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603 - our own command
        assert process.stdout is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.wait() == 0
        assert process.stderr is not None
        assert process.stderr.read() == b""


@pytest.mark.parametrize("arguments", [["nonsense"], ["stretch", "--place", "moon"], []])
def test_wrong_usage_ends_with_2(arguments: list[str]) -> None:
    assert limber(*arguments).returncode == 2


def test_a_broken_folder_ends_with_1_and_names_the_file(copy: Path) -> None:
    (copy / "topics" / "lifting.md").write_text("no head here", encoding="utf-8")
    for command in (["check", str(copy)], ["ask", "--json", "hello"]):
        done = limber(*command, KNOWLEDGE_DIR=str(copy))
        assert done.returncode == 1
        assert "topics/lifting.md:1:" in done.stdout + done.stderr
        assert "Traceback" not in done.stderr


NAMED = {"DISCORD_TOKEN": "x", "CLINIC_NAME": "C", "CLINIC_CONTACT": "c"}

HALF = [
    ({}, "DISCORD_TOKEN"),
    (NAMED, "REGION is missing"),
    (
        {**NAMED, "REGION": "moon"},
        "it must be one of: us, ca, uk, eu, au",
    ),
    ({"GUILD_ID": "abc"}, "GUILD_ID cannot be used: it must be a whole number"),
]


@pytest.mark.parametrize(("settings", "sentence"), HALF)
def test_a_half_filled_env_ends_with_one_plain_sentence(
    tmp_path: Path, settings: dict[str, str], sentence: str
) -> None:
    done = limber("run", cwd=tmp_path, **settings)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_key_in_env_is_named(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("CLINIC_NAM=x\n", encoding="utf-8")
    done = limber("run", cwd=tmp_path)
    assert done.returncode == 2
    assert "CLINIC_NAM in .env is not a setting" in done.stderr


def test_the_options_of_stretch_are_those_of_the_library() -> None:
    assert tuple(cli.PLACES) == tuple(Place)
    assert tuple(cli.POSITIONS) == tuple(Position)
    assert tuple(cli.CARES) == tuple(Care)
    assert [*labels.PLACES, *labels.POSITIONS, *labels.CARES] == [*Place, *Position, *Care]
    assert set(labels.THEMES) == set(Theme)


def test_every_setting_stands_in_the_example_and_every_key_there_is_a_setting() -> None:
    from bot.settings import Settings

    example = Path(__file__).parents[2] / ".env.example"
    lines = example.read_text(encoding="utf-8").splitlines()
    keys = {line.split("=")[0] for line in lines if "=" in line and not line.startswith("#")}
    assert keys == {name.upper() for name in Settings.model_fields}
