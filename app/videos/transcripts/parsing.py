"""The one door: the bytes of a caption file in, a transcript out."""

from __future__ import annotations

from app.videos.transcripts.decoding import decode
from app.videos.transcripts.detection import detect
from app.videos.transcripts.json3 import read_json3
from app.videos.transcripts.srt import read_srt
from app.videos.transcripts.ttml import read_ttml
from app.videos.transcripts.vtt import read_vtt
from app.videos.types import CaptionFormat, Transcript


def parse_captions(data: bytes, *, filename: str | None = None) -> Transcript:
    """The transcript in a caption file of any format and encoding that is read; the name is only a hint.

    Raises `BadCaptionFile` with one of the codes of `refusals.py`. Single cues without text or usable times
    are passed over, and captions that roll are written once.
    """
    text = decode(data)
    match detect(text, filename=filename):
        case CaptionFormat.VTT:
            return read_vtt(text)
        case CaptionFormat.SRT:
            return read_srt(text)
        case CaptionFormat.TTML:
            return read_ttml(text)
        case CaptionFormat.JSON3:
            return Transcript(read_json3(text), CaptionFormat.JSON3)
