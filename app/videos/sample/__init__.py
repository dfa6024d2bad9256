"""The sample: a short talk that the project wrote itself, one click away on first start."""

from __future__ import annotations

from pathlib import Path

from app.videos.types import Chapter

TITLE = "Three ways to cross a river"
FILENAME = "bridges.vtt"
CHAPTERS = (
    Chapter("Standing over water", 0, 64_664),
    Chapter("The arch and its keystone", 64_664, 142_060),
    Chapter("Beams and the neutral axis", 142_060, 197_028),
    Chapter("Hanging from a cable", 197_028, 280_012),
    Chapter("Wind, and a famous failure", 280_012, 327_728),
    Chapter("What to measure first", 327_728, 410_240),
)


def captions() -> bytes:
    """The sample's caption file."""
    return (Path(__file__).parent / FILENAME).read_bytes()
