"""WebVTT, also without its header, also YouTube's rolling kind.

Comments, styles, regions, cue settings, identifiers and the times inside a cue are passed over.
"""

from __future__ import annotations

import re

from app.videos.transcripts.blocks import cues_of, read_blocks
from app.videos.transcripts.markup import plain_vtt
from app.videos.types import CaptionFormat, Transcript

_LANGUAGE = re.compile(r"^Language:[ \t]*([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4})[ \t]*$", re.MULTILINE)
_HEADER_CHARACTERS = 4_000
_SKIPPED = re.compile(
    r"(?:\A|(?<=\n\n))"
    r"(?:NOTE(?=[ \t\n]|\Z)|(?:STYLE|REGION)(?=[ \t]*(?:\n|\Z))"
    r"|(?!\A)WEBVTT(?=[ \t\n]|\Z))"  # a second header: segments that were put together to one file
)


def read_vtt(text: str) -> Transcript:
    """The transcript of a decoded WebVTT file. Raises `BadCaptionFile`."""
    blocks = read_blocks(_without_skipped(text), identifiers=True)
    language = _LANGUAGE.search(blocks.prelude[:_HEADER_CHARACTERS])
    return Transcript(cues_of(blocks, plain_vtt), CaptionFormat.VTT, language[1] if language else None)


def _without_skipped(text: str) -> str:
    """The text without comments, styles, regions and later headers, each up to the next empty line."""
    kept, position = [], 0
    for head in _SKIPPED.finditer(text):
        if head.start() >= position:
            kept.append(text[position : head.start()])
            end = text.find("\n\n", head.end())
            position = len(text) if end == -1 else end + 1
    return "".join([*kept, text[position:]])
