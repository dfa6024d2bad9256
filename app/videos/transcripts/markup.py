"""The markup inside WebVTT and SubRip text: tags that are tags go, everything else in angle brackets stays.

A lecture on code says `List<int>` and `<T>`, and in many files that is written as it is, so only the known
tags are taken out. Entities are decoded once: `&amp;lt;` is the text `&lt;`. Each expression here reads a
text once, from left to right, whatever the text is.
"""

from __future__ import annotations

import html
import re

_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?[ \t\n]([^<>]{1,200})>")
_TAG = re.compile(
    r"</?(?:c|i|b|u|ruby|rt)(?:\.[^\s<>]*)?[ \t]?>"  # <c.yellow>, </i>; in `a <b and c> d` there is no tag
    r"|</?(?:v|lang)(?:\.[^\s<>]*)?(?:[ \t\n][^<>]*)?>"  # <lang en>, </v>
    r"|<\d{1,6}:\d{2}(?::\d{2})?[.,]\d{1,3}>"  # <00:00:01.000>: when a word is said
)
_FONT = re.compile(r"</?font(?:[ \t\n][^<>]*)?>", re.IGNORECASE)
# Only overrides that subtitle tools write. Mathematics has `{\alpha}`, and that is text.
_OVERRIDE = re.compile(
    r"\{(?:\\(?:an?\d{1,2}|[ibus]\d{1,3}|q\d|r|[1-4]?[ca]&H[0-9A-Fa-f]{1,8}&?|f[ns][^\\{}]{1,40}"
    r"|(?:pos|move|fade?|org|clip)\([^(){}\\]{0,80}\))){1,20}\}"
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def plain_vtt(text: str) -> str:
    """The text of a WebVTT cue without its markup; a voice tag becomes `Name: `."""
    if "<" in text:
        text = _TAG.sub("", _VOICE.sub(_speaker, text))
    return _decode_entities(text)


def plain_srt(text: str) -> str:
    """The text of a SubRip cue without its markup, with the tags of WebVTT that converters leave in it."""
    if "{\\" in text:
        text = _OVERRIDE.sub("", text)
    if "<" in text:
        text = _FONT.sub("", _without_capital_tags(text))
    return plain_vtt(text)


def _speaker(voice: re.Match[str]) -> str:
    name = " ".join(voice[1].split())
    return f"{name}: " if name else ""


def _without_capital_tags(text: str) -> str:
    """Old files write `<I>…</I>`; a lone `<I>` is a type parameter, so only what is closed is a tag."""
    for letter in "IBU":
        if f"</{letter}>" in text:
            text = text.replace(f"<{letter}>", "").replace(f"</{letter}>", "")
    return text


def _decode_entities(text: str) -> str:
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]), text) if "&" in text else text
