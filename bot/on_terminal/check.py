"""`limber check`: what a clinician reads about the knowledge files."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from bot.answering.context_examples import misread
from bot.index.files import places
from bot.index.learning import lost
from bot.index.word_for_word import lost_findings
from bot.library.finding import Finding
from bot.library.lint import check as check_folder
from bot.library.reviewing import review
from bot.library.skeletons import create


def new(options: Namespace, folder: Path) -> int:
    """Write a commented skeleton and say where."""
    sys.stdout.write(f"{create(folder, options.kind, options.id)}\n")
    return 0


def check(options: Namespace, folder: Path, drawing: Iterable[Finding]) -> int:
    """Print every finding, those of `drawing` too, and a summary; 1 when one of them is no mere warning."""
    checked = check_folder(folder)
    library = checked.library
    reviews = review(library, datetime.now(UTC).date()) if options.review else ()
    astray = lost_findings(lost(library, folder, places()), checked.documents)
    findings = [*checked.findings, *misread(checked), *astray, *drawing, *reviews]
    sys.stdout.writelines(f"{finding}\n" for finding in findings)
    grave = sum(finding.grave for finding in findings)
    variants = sum(len(stretch.variant) for stretch in library.stretches.values())
    sys.stdout.write(
        f"{len(library.topics)} topics, {len(library.stretches)} stretches ({variants} variants), "
        f"{len(library.flags)} flags, {len(library.regions)} regions: "
        f"{grave} {'thing' if grave == 1 else 'things'} to mend, {len(findings) - grave} warnings\n"
    )
    return 1 if grave else 0
