"""Which format a text is in: by what it says, and by the file's name only where the text leaves it open."""

from __future__ import annotations

import re

from app.videos.transcripts.blocks import first_timing_line
from app.videos.transcripts.refusals import unknown_format
from app.videos.types import CaptionFormat

_HEAD_CHARACTERS = 1_000
_JSON = re.compile(r'\{\s*["}]')
_XML = re.compile(r"<[A-Za-z?!]")
_HTML = re.compile(r"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_VTT = re.compile(r"WEBVTT(?=\s|\Z)")
_LINE_FORMATS = {".vtt": CaptionFormat.VTT, ".srt": CaptionFormat.SRT}


def detect(text: str, *, filename: str | None = None) -> CaptionFormat:
    """The format of a decoded file. Raises `BadCaptionFile` with `caption_file_unknown_format`."""
    head = text.lstrip()[:_HEAD_CHARACTERS]
    if _VTT.match(head):
        return CaptionFormat.VTT
    if _JSON.match(head):
        return CaptionFormat.JSON3
    if _XML.match(head):
        if _HTML.search(head):
            raise unknown_format("is a web page, not captions")
        return CaptionFormat.TTML
    return _by_lines(text, filename)


def _by_lines(text: str, filename: str | None) -> CaptionFormat:
    """SubRip writes a comma before the milliseconds and WebVTT a dot, but both are met with the other one."""
    named = _LINE_FORMATS.get((filename or "")[-4:].lower())
    line = first_timing_line(text)
    if not line and not (named and "-->" in text):
        raise unknown_format("has no caption times in it")
    if "," in line.partition("-->")[0]:
        return CaptionFormat.SRT
    return named or (CaptionFormat.VTT if "." in line else CaptionFormat.SRT)
