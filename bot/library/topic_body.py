"""The body of a topic: an answer, two to four points, one line of caution."""

from __future__ import annotations

import re

from bot.library.topic import Body

SHAPE = (
    "a topic's text is one line that answers, then two to four points that start with `- `, then one line of caution"
)


def parse_body(text: str) -> Body:
    """Split a body into its parts. Raises ValueError with a sentence when the shape is another one."""
    blocks = [block.strip() for block in re.split(r"\n\s*\n", text.strip()) if block.strip()]
    bullets = [i for i, block in enumerate(blocks) if block.startswith("- ")]
    if len(blocks) != 3 or bullets != [1]:
        raise ValueError(f"the text has {_described(blocks, bullets)}; {SHAPE}, with an empty line between the three")
    points = tuple(
        " ".join(point.split()) for point in re.split(r"^- ", blocks[1], flags=re.MULTILINE) if point.strip()
    )
    if not 2 <= len(points) <= 4:
        raise ValueError(f"the text has {len(points)} points; {SHAPE}")
    return Body(" ".join(blocks[0].split()), points, " ".join(blocks[2].split()))


def _described(blocks: list[str], bullets: list[int]) -> str:
    """Say what was found instead."""
    if not blocks:
        return "no words in it"
    if not bullets:
        return "no points"
    if bullets[0] == 0:
        return "no line that answers before the points"
    if bullets[-1] == len(blocks) - 1:
        return "no line of caution after the points"
    return f"{len(blocks)} paragraphs"
