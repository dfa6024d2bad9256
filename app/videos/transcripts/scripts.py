"""Scripts written without spaces between words: how their lines join, and how their length is counted.

Chinese, Japanese, Thai, Lao, Khmer, Burmese and Tibetan put no space between words, so a space at the seam
of two captions would be an invention. Korean does use spaces and is not in the class.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

UNSPACED = (
    "\u0e00-\u0fff"  # Thai, Lao, Tibetan
    "\u1000-\u109f"  # Burmese
    "\u1780-\u17ff"  # Khmer
    "\u2e80-\u2fff"  # radicals
    "\u3001-\u312f"  # CJK punctuation (not U+3000, which is a space), kana, bopomofo
    "\u31a0-\u31ff"
    "\u3220-\u9fff"  # enclosed CJK, Han
    "\uf900-\ufaff"
    "\uff01-\uff9f"  # full-width forms, half-width katakana
    "\U00020000-\U0003ffff"
)
"""A range list for the inside of a regular expression's `[…]`."""

# What must not be torn apart: a Thai or Lao vowel written before its consonant, marks after a base, and the
# punctuation that closes a phrase.
_LEADING = "\u0e40-\u0e44\u0ec0-\u0ec4"
_TRAILING = (
    "\u0e30-\u0e3a\u0e45-\u0e4e\u0eb0-\u0ebc\u0ec6-\u0ece\u0f71-\u0f84\u102b-\u103e\u17b6-\u17d3\u3099-\u309c"
    "\u3001\u3002\u300d\u300f\u3011\u30fc\uff01\uff09\uff0c\uff1f\uff61\uff63\uff64\uff70\uff9e\uff9f"
)
TOKEN = re.compile(f"[{_LEADING}]?[{UNSPACED}][{_TRAILING}]*|[^\\s{UNSPACED}]+[{_TRAILING}]*")
"""One word of a spaced script, or one unbreakable group of an unspaced one."""

_CHARACTER = re.compile(f"[{UNSPACED}]")
_SEAM = re.compile(f"(?<=[{UNSPACED}])\n(?=[{UNSPACED}])")


def is_unspaced(character: str) -> bool:
    """Whether the character belongs to a script written without spaces."""
    return _CHARACTER.match(character) is not None


def joiner(left: str, right: str) -> str:
    """What stands between two texts when they become one: nothing inside an unspaced script, else a space."""
    return "" if is_unspaced(left[-1:]) and is_unspaced(right[:1]) else " "


def join_lines(lines: Iterable[str]) -> str:
    """All lines as one, by the rule of `joiner`. The lines must be stripped and not empty."""
    return _SEAM.sub("", "\n".join(lines)).replace("\n", " ")


def half_words(text: str) -> int:
    """The length of a text in half words: a word of a spaced script counts 2, an unspaced character 1."""
    if text.isascii():
        return 2 * len(text.split())
    spaced, characters = _CHARACTER.subn(" ", text)
    return 2 * len(spaced.split()) + characters


def count_words(text: str) -> int:
    """The length of a text in words, never 0: about 2 characters of an unspaced script make one."""
    return max(1, (half_words(text) + 1) // 2)
