"""`python -m tests.mutants [--jobs N] [WORD …]`: break one thing at a time and say what no test noticed.

Only mutants are tried that have one of the words in their name; all of them if there is none.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence

from bot.answering.answer import Answerer
from bot.index import FOLDER, open_answerer
from tests.mutants.by_rule import by_rule
from tests.mutants.mutant import Mutant
from tests.mutants.named import named
from tests.mutants.run import UNBROKEN, Verdict, run


def main() -> None:
    """Try the mutants, those with a name first."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("--jobs", type=int, default=2, help="mutants at work at the same time (2)")
    parser.add_argument("--list", action="store_true", help="only print their names")
    parser.add_argument("word", nargs="*", help="words of the names wanted")
    told = parser.parse_args()
    answerer = open_answerer(FOLDER)
    groups = {
        "named": _wanted(named(), told.word),
        "made by rule": _wanted(by_rule(answerer.library), told.word),
    }
    if told.list:
        _print(*(mutant.name for mutants in groups.values() for mutant in mutants))
        return
    failing = _failing(answerer)
    for group, mutants in groups.items():
        verdicts = _told(run(answerer, mutants, jobs=told.jobs, failing=failing))
        died = sum(verdict.died for verdict in verdicts)
        _print(f"{group}: {died} of {len(verdicts)} die", "")


def _wanted(mutants: Iterable[Mutant], words: Sequence[str]) -> list[Mutant]:
    """Return the mutants that have one of the words in their name."""
    return [mutant for mutant in mutants if not words or any(word in mutant.name for word in words)]


def _failing(answerer: Answerer) -> tuple[str, ...]:
    """Return the tests that fail with nothing broken, and say so."""
    failed = next(run(answerer, [UNBROKEN], jobs=1)).failed
    for test in failed:
        _print(f"left out, since it fails with nothing broken: {test}")
    return failed


def _told(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """Print each verdict as it comes, and return them all."""
    made = []
    for verdict in verdicts:
        if verdict.died:
            _print(f"dies       {verdict.mutant.name}  ({verdict.seconds:.1f} s, {verdict.failed[0]})")
        elif verdict.survived:
            _print(f"SURVIVES   {verdict.mutant.name}  ({verdict.seconds:.1f} s)")
        else:
            _print(f"NOT TRIED  {verdict.mutant.name}: pytest ended with {verdict.code}", verdict.told[-2000:])
        made.append(verdict)
    return made


def _print(*lines: str) -> None:
    print(*lines, sep="\n", flush=True)  # noqa: T201 - a report


if __name__ == "__main__":
    main()
