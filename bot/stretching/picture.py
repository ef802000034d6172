"""What a stretch's picture shows, for somebody who does not see it."""

from __future__ import annotations

from bot.library import Stretch, Variant
from bot.library.picture import Picture

LONGEST_ALT = 1000
"""Characters: Discord takes descriptions of up to 1024."""


def alt_text(stretch: Stretch, variant: Variant, picture: Picture) -> str:
    """Return title, scene and, as far as they fit in `LONGEST_ALT`, the steps as they read today."""
    words = f"{stretch.title(variant)}, {picture.scene}"
    for step in variant.steps:
        if len(words) + len(step) + 1 > LONGEST_ALT:
            break
        words += f" {step}"
    return words
