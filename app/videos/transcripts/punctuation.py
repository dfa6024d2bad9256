"""Where a sentence ends: the marks of many scripts, and the full stops that are none."""

from __future__ import annotations

import re

_CLOSERS = "\"'”’»)\\]」』）】》"
# A mark counts before a space or at the end; those of Chinese and Japanese need none. The look-behind keeps
# a run of a million dots from being tried a million times.
TERMINATOR = re.compile(
    rf"(?<![.!?…؟۔।])[.!?…؟۔।]++[{_CLOSERS}]*+(?=\s|\Z)|[。！？｡]++[{_CLOSERS}]*+",
)
_MARKS = frozenset(".!?…؟۔।。！？｡")
_ABBREVIATIONS = frozenset(
    {
        "mr",
        "mrs",
        "ms",
        "mx",
        "dr",
        "prof",
        "st",
        "sr",
        "jr",
        "gen",
        "sen",
        "rep",
        "gov",
        "capt",
        "lt",
        "col",
        "sgt",
    }
    | {
        "rev",
        "hon",
        "fig",
        "figs",
        "eq",
        "eqs",
        "approx",
        "dept",
        "est",
        "vol",
        "vs",
        "ca",
        "cf",
        "resp",
        "incl",
    }
    | {"bzw", "evtl", "ggf", "nr", "hr", "sig", "dott", "mme", "mlle"}
)
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_LONGEST_ABBREVIATION = 12


def ends_sentence(text: str) -> bool:
    """Whether a sentence ends with the last character of the text, closing quotes and brackets aside."""
    bare = text.rstrip(_CLOSERS)
    return bare[-1:] in _MARKS and not is_abbreviation(bare, len(bare) - 1)


def is_abbreviation(text: str, stop: int, *, start: int = 0) -> bool:
    """Whether the full stop at `stop` belongs to a short form (`Mr.`, `e.g.`, `U.S.`, `J.`) or a list number.

    `start` is where the sentence begins: a number and a full stop are the head of a list when nothing
    stands before.
    """
    if text[stop : stop + 1] != "." or text[stop - 1 : stop] == ".":
        return False
    before = text[max(start, stop - _LONGEST_ABBREVIATION) : stop]
    word = before.split()[-1] if before and not before[-1].isspace() else ""
    word = word.lstrip("\"'“‘«([")
    if word.lower() in _ABBREVIATIONS or _DOTTED.fullmatch(word):
        return True
    if word.isdigit() and len(word) <= 3:
        return not text[start : stop - len(word)].strip() if stop - start <= _LONGEST_ABBREVIATION else False
    # One letter is an initial. "I" is a word, and a Korean syllable has no small form.
    return len(word) == 1 and word != "I" and word.lower() != word.upper()
