"""The five ways in which a caption file is refused, each with one sentence that says what to do.

| code | meaning |
| --- | --- |
| `caption_file_empty` | no bytes, or nothing but blanks |
| `caption_file_unreadable` | binary, compressed, damaged, hostile or absurdly large |
| `caption_file_unknown_format` | text, but none of the formats that are read |
| `caption_file_no_cues` | the right format without one cue that has text |
| `caption_file_broken_times` | cues are there, but none has a time that can be used |
"""

from __future__ import annotations

from app.errors import BadCaptionFile

READ_FORMATS = "WebVTT (.vtt), SubRip (.srt), YouTube JSON (.json3) or TTML (.ttml)"


def empty() -> BadCaptionFile:
    """Nothing was sent."""
    return BadCaptionFile("The caption file is empty: choose a file with captions in it.", code="caption_file_empty")


def unreadable(what: str, *, remedy: str = "export the captions again and choose the new file") -> BadCaptionFile:
    """Bytes that can't become captions; `what` is the reason as a clause, `remedy` what the person can do."""
    return BadCaptionFile(f"The caption file can't be read: {what}; {remedy}.", code="caption_file_unreadable")


def unknown_format(what: str) -> BadCaptionFile:
    """Readable text, but of another kind; `what` names the kind as a clause."""
    return BadCaptionFile(f"The file {what}: choose a {READ_FORMATS} file.", code="caption_file_unknown_format")


def no_cues() -> BadCaptionFile:
    """The format is right, but nobody says anything."""
    return BadCaptionFile(
        "The caption file holds no captions with text: check that the right track was exported.",
        code="caption_file_no_cues",
    )


def broken_times() -> BadCaptionFile:
    """Cues were found, and not one of them says when it is shown."""
    return BadCaptionFile(
        "No caption in the file has a usable time: write them like 00:01:02.500, the end after the start.",
        code="caption_file_broken_times",
    )


def nothing_usable(*, usable_times: int, broken_cues: int) -> BadCaptionFile:
    """The refusal for a file that gave no cue, from what was counted while reading it."""
    return broken_times() if broken_cues and not usable_times else no_cues()
