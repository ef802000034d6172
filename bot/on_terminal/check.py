"""`limber check`: what a clinician reads about the knowledge files."""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path

from bot.library.finding import Finding
from bot.library.lint import check as check_folder
from bot.library.reviewing import review
from bot.library.skeletons import create
from bot.stretching.picture import stale

STALE = "is missing or drawn from other poses; run `limber draw`"


def new(options: Namespace, folder: Path) -> int:
    """Write a commented skeleton and say where."""
    sys.stdout.write(f"{create(folder, options.kind, options.id)}\n")
    return 0


def check(options: Namespace, folder: Path) -> int:
    """Print every finding and a summary; 1 when something keeps the library from being served."""
    checked = check_folder(options.folder or folder)
    library = checked.library
    pictures = (Finding(name, 0, STALE, grave=False) for name in stale(library, options.folder or folder))
    reviews = review(library, datetime.now(UTC).date()) if options.review else ()
    findings = [*checked.findings, *pictures, *reviews]
    sys.stdout.writelines(f"{finding}\n" for finding in findings)
    grave = sum(finding.grave for finding in findings)
    variants = sum(len(stretch.variant) for stretch in library.stretches.values())
    sys.stdout.write(
        f"{len(library.topics)} topics, {len(library.stretches)} stretches ({variants} variants), "
        f"{len(library.flags)} flags, {len(library.regions)} regions: "
        f"{grave} {'thing' if grave == 1 else 'things'} to mend, {len(findings) - grave} warnings\n"
    )
    return 1 if grave else 0
