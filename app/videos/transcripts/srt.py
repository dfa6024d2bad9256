"""SubRip as it is met: numbers missing or out of order, blank lines inside the text, dots for commas."""

from __future__ import annotations

from app.videos.transcripts.blocks import cues_of, read_blocks
from app.videos.transcripts.markup import plain_srt
from app.videos.types import CaptionFormat, Transcript


def read_srt(text: str) -> Transcript:
    """The transcript of a decoded SubRip file. Raises `BadCaptionFile`."""
    return Transcript(cues_of(read_blocks(text, identifiers=False), plain_srt), CaptionFormat.SRT)
