"""Captions as XML: TTML (`<tt>`), and YouTube's own srv3 (`<timedtext>`) and srv1 (`<transcript>`).

The XML comes from strangers: entity declarations and external references are refused, not resolved.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from app.videos.transcripts.cleaning import LATEST_MS, TimedText, clean_lines, in_time_order, settle
from app.videos.transcripts.markup import plain_srt
from app.videos.transcripts.refusals import nothing_usable, unknown_format, unreadable
from app.videos.types import CaptionFormat, Transcript

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MAX_TAGS = 2_000_000
_CLOCK = re.compile(r"(\d{1,6}):(\d{1,2}):(\d{1,2})(?:\.(\d{1,30})|:(\d{1,4})(?:\.\d{1,9})?)?")
_OFFSET = re.compile(r"(\d{1,12}(?:\.\d{1,12})?)(h|ms|m|s|f|t)?")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


class _Rates(NamedTuple):
    """How many frames and ticks make a second."""

    frames: float
    ticks: float


class _Span(NamedTuple):
    """When an element is shown; a start of None: nothing around it has said when."""

    start_ms: int | None
    end_ms: int | None


class _Caption(NamedTuple):
    """An element with text, and its span; the span is None if its times can't be used."""

    element: Element
    span: _Span | None


def read_ttml(text: str) -> Transcript:
    """The transcript of a decoded XML caption file. Raises `BadCaptionFile`."""
    root = _root(text)
    read = _READERS.get(_name(root))
    if read is None:
        raise unknown_format("is XML, but no captions")
    timed: list[TimedText] = []
    usable = broken = 0
    plain = plain_srt if read is _srv1 else str
    for element, span in read(root):
        if span is None or span.start_ms is None:
            broken += 1
            continue
        usable += 1
        if lines := clean_lines(plain(_text(element))):
            timed.append(TimedText(span.start_ms, span.end_ms, lines))
    if not timed:
        raise nothing_usable(usable_times=usable, broken_cues=broken)
    return Transcript(settle(in_time_order(timed)), CaptionFormat.TTML, root.get(_LANGUAGE) or None)


def _root(text: str) -> Element:
    if text.count("<") > _MAX_TAGS:
        raise unreadable("it holds too many XML elements for a transcript")
    try:
        root: Element = fromstring(text)
    except DefusedXmlException:
        raise unreadable("its XML declares entities, which captions never need") from None
    except (ParseError, ValueError):
        raise unreadable("it looks like XML, but it is damaged or cut off") from None
    return root


def _text(element: Element) -> str:
    for inner in element.iter():
        if _name(inner) == "br":
            inner.text = "\n"
    return "".join(element.itertext())


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _tt(root: Element) -> Iterator[_Caption]:
    """The paragraphs, or the spans inside them if only those have times. Times add up from the outside in."""
    rates = _rates(root)
    waiting = [(root, _Span(None, None))]
    while waiting:
        element, around = waiting.pop()
        name, span = _name(element), _span(element, around, rates)
        if name in {"p", "span"} and ("begin" in element.attrib or (name == "p" and around.start_ms is not None)):
            yield _Caption(element, span)
            continue
        if name == "p":
            yield _Caption(element, None)
        if name != "head":
            waiting.extend((child, span or around) for child in reversed(element))


def _span(element: Element, around: _Span, rates: _Rates) -> _Span | None:
    """When an element is shown, inside of what is around it; None if its own times can't be used."""
    begin, end, length = (_time(element.get(name), rates) for name in ("begin", "end", "dur"))
    if begin == -1 or end == -1 or length == -1:
        return None
    offset = around.start_ms or 0
    start = around.start_ms if begin is None else offset + begin
    ends = [around.end_ms] if around.end_ms is not None else []
    if end is not None:
        ends.append(offset + end)
    if length is not None:
        ends.append((start or 0) + length)
    last = min(ends, default=None)
    if (start or 0) > LATEST_MS or (last is not None and last < (start or 0)):
        return None
    return _Span(start, None if last is None else min(last, LATEST_MS))


def _time(value: str | None, rates: _Rates) -> int | None:
    """A TTML time in milliseconds; None if there is none, -1 if it can't be used."""
    if value is None:
        return None
    if clock := _CLOCK.fullmatch(value.strip()):
        hours, minutes, seconds, fraction, frames = clock.groups()
        whole = (int(hours) * 60 + int(minutes)) * 60 + int(seconds)
        part = float(f"0.{fraction}") if fraction else int(frames or 0) / rates.frames
        return round((whole + part) * 1000)
    if offset := _OFFSET.fullmatch(value.strip()):
        units = {"h": 3600, "m": 60, "s": 1, "ms": 0.001, "f": 1 / rates.frames, "t": 1 / rates.ticks}
        return round(float(offset[1]) * units[offset[2] or "s"] * 1000)
    return -1


def _rates(root: Element) -> _Rates:
    parameters = {name.rpartition("}")[2]: value for name, value in root.attrib.items()}
    frames = _number(parameters.get("frameRate"))
    numerator, _, denominator = parameters.get("frameRateMultiplier", "1 1").replace(":", " ").partition(" ")
    multiplier = (_number(numerator) or 1) / (_number(denominator) or 1)
    ticks = _number(parameters.get("tickRate")) or frames or 1
    return _Rates((frames or 30) * multiplier, ticks)


def _number(text: str | None) -> float:
    match = _OFFSET.fullmatch(text.strip()) if text else None
    return float(match[1]) if match else 0.0


def _srv3(root: Element) -> Iterator[_Caption]:
    for element in root.iterfind("body/p"):
        yield _Caption(element, _youtube_span(element.get("t"), element.get("d"), 1))


def _srv1(root: Element) -> Iterator[_Caption]:
    for element in root.iterfind("text"):
        yield _Caption(element, _youtube_span(element.get("start"), element.get("dur"), 1000))


def _youtube_span(start: str | None, length: str | None, factor: int) -> _Span | None:
    begin = _OFFSET.fullmatch(start or "")
    if begin is None:
        return None
    first = round(float(begin[1]) * factor)
    shown = _OFFSET.fullmatch(length or "")
    last = first + round(float(shown[1]) * factor) if shown else None
    return _Span(first, last if last is None else min(last, LATEST_MS)) if first <= LATEST_MS else None


_READERS: dict[str, Callable[[Element], Iterator[_Caption]]] = {
    "tt": _tt,
    "timedtext": _srv3,
    "transcript": _srv1,
}
