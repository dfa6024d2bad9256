"""Writes cues in every format that is read, so that one set of facts can be asked of all of them."""

import json
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

from app.videos.types import Cue


def stamp(ms: int, *, comma: bool = False) -> str:
    seconds, rest = divmod(ms, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{',' if comma else '.'}{rest:03}"


def srt(cues: Sequence[Cue]) -> bytes:
    return "\n".join(
        f"{number}\n{stamp(cue.start_ms, comma=True)} --> {stamp(cue.end_ms, comma=True)}\n{escape(cue.text)}\n"
        for number, cue in enumerate(cues, 1)
    ).encode()


def vtt(cues: Sequence[Cue]) -> bytes:
    body = "\n".join(f"{stamp(cue.start_ms)} --> {stamp(cue.end_ms)}\n{escape(cue.text)}\n" for cue in cues)
    return f"WEBVTT\n\n{body}".encode()


def json3(cues: Sequence[Cue]) -> bytes:
    events = [
        {"tStartMs": cue.start_ms, "dDurationMs": cue.end_ms - cue.start_ms, "segs": [{"utf8": cue.text}]}
        for cue in cues
    ]
    return json.dumps({"wireMagic": "pb3", "events": events}).encode()


def ttml(cues: Sequence[Cue]) -> bytes:
    paragraphs = "".join(f'<p begin="{cue.start_ms}ms" end="{cue.end_ms}ms">{escape(cue.text)}</p>' for cue in cues)
    return f'<tt xmlns="http://www.w3.org/ns/ttml"><body><div>{paragraphs}</div></body></tt>'.encode()


WRITERS: dict[str, Callable[[Sequence[Cue]], bytes]] = {"srt": srt, "vtt": vtt, "json3": json3, "ttml": ttml}


def rolling(lines: Sequence[str], *, comma: bool = False, bridges: bool = True) -> bytes:
    """Each line as YouTube's WebVTT shows it: typed below the one before, then alone for 10 ms."""
    shown = []
    for index, line in enumerate(lines):
        begin, end = 1000 + index * 2000, 2990 + index * 2000
        upper = lines[index - 1] if index else " "
        times = f"{stamp(begin, comma=comma)} --> {stamp(end, comma=comma)}"
        shown.append(f"{times}\n{upper}\n{line}\n")
        if bridges:
            shown.append(f"{stamp(end, comma=comma)} --> {stamp(end + 10, comma=comma)}\n{line}\n \n")
    return ("" if comma else "WEBVTT\nKind: captions\nLanguage: en\n\n").encode() + "\n".join(shown).encode()
