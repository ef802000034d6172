"""The pages explain what the knowledge cites, and lead where they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.index import FOLDER

ROOT = Path(__file__).parents[1]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]


def test_every_source_code_of_the_stretches_is_explained() -> None:
    texts = [path.read_text(encoding="utf-8") for path in FOLDER.glob("stretches/*.md")]
    cited = {code for text in texts for code in re.findall(r"\[([A-Z][A-Z0-9]+)\]", text)}
    page = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
    assert cited == set(re.findall(r"^\| ([A-Z0-9]+) \| [GCW] \|", page, re.MULTILINE))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
