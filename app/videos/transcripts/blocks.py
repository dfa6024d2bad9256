"""What WebVTT and SubRip share: timing lines with an arrow, and the text between one and the next.

Blank lines do not end a cue here: hand-made files have them inside the text, and losing words is worse than
keeping them. What ends a cue is the next timing line, together with the number or identifier above it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from app.videos.transcripts.cleaning import TimedText, clean_lines, in_time_order, refuse_too_many, settle
from app.videos.transcripts.refusals import nothing_usable
from app.videos.transcripts.rolling import unroll
from app.videos.transcripts.timecodes import is_timing, timing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.videos.types import Cue

_NUMBER = re.compile(r"\s*\d{1,9}\s*")


class Block(NamedTuple):
    """One timing line and the raw text under it. `times` is None if they can't be used; an end may be open."""

    times: tuple[int, int | None] | None
    body: str


class Blocks(NamedTuple):
    """A whole file: what stands before the first timing line, and the blocks."""

    prelude: str
    blocks: list[Block]


def cues_of(blocks: Blocks, plain: Callable[[str], str]) -> tuple[Cue, ...]:
    """The cues of a file; `plain` takes the markup out of a text. Unusable blocks are left out.

    A file in which no cue has both its times is refused.
    """
    timed: list[TimedText] = []
    usable = 0
    for times, body in blocks.blocks:
        if times is not None:
            usable += times[1] is not None
            if lines := clean_lines(plain(body)):
                timed.append(TimedText(*times, lines))
    if not timed or not usable:
        broken = len(blocks.blocks) - usable + blocks.prelude.count("-->")
        raise nothing_usable(usable_times=usable, broken_cues=broken)
    return settle(unroll(in_time_order(timed)))


def read_blocks(text: str, *, identifiers: bool) -> Blocks:
    """Cut a text into blocks. With `identifiers` any line may name the cue below it, else only a number."""
    lines = list(_timing_lines(text))
    refuse_too_many(len(lines))
    if not lines:
        return Blocks(text, [])
    prelude = text[: lines[0][0]]
    numbered = bool(_NUMBER.fullmatch(prelude.rstrip("\n").rpartition("\n")[2]))
    blocks = []
    for (start, end), (following, _) in zip(lines, [*lines[1:], (len(text), 0)], strict=True):
        body = text[end:following]
        if following < len(text):
            body = _without_label(body, identifiers=identifiers, numbered=numbered)
        blocks.append(Block(timing(text[start:end]), body))
    return Blocks(prelude, blocks)


def first_timing_line(text: str) -> str:
    """The first timing line, or an empty string."""
    start, end = next(_timing_lines(text), (0, 0))
    return text[start:end]


def _timing_lines(text: str) -> Iterator[tuple[int, int]]:
    """Where each timing line starts and ends. It looks at the lines with an arrow, each of them once."""
    refuse_too_many(text.count("-->"))
    arrow = text.find("-->")
    while arrow != -1:
        start = text.rfind("\n", 0, arrow) + 1
        end = text.find("\n", arrow)
        if end == -1:
            end = len(text)
        if is_timing(text[start:end]) or _is_numbered(text, start):
            yield start, end
        arrow = text.find("-->", end)


def _is_numbered(text: str, start: int) -> bool:
    """Whether the line is the second of a block whose first is a number: a cue with a damaged time."""
    blank, number, _ = f"\n\n{text[max(0, start - 24) : start]}".rsplit("\n", 2)
    return not blank.rpartition("\n")[2].strip() and bool(_NUMBER.fullmatch(number))


def _without_label(body: str, *, identifiers: bool, numbered: bool) -> str:
    """The body without the number or identifier of the next cue, which stands on its last line."""
    rest, _, label = body[:-1].rpartition("\n")
    if not label.strip():
        return body
    after_blank = not rest.rpartition("\n")[2].strip()
    is_number = bool(_NUMBER.fullmatch(label))
    if (is_number and (numbered or (after_blank and rest))) or (identifiers and after_blank and rest):
        return rest
    return body
