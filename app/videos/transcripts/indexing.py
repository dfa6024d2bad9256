"""Text as it goes into the search index. What is stored and quoted stays as it was said."""

from __future__ import annotations

import re
import unicodedata

_NOTES = re.compile("[♩♪♫♬]")
# Soft hyphen, zero-width characters, bidirectional marks and isolates, byte order mark.
_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# `[music]`, `[clears throat]`, `[音楽]`, the masked `[ __ ]`, `>>` at a change of speaker. They stand at the head of
# a word, and in the brackets are one to three words and nothing else: `arr[i]`, `[0, 1]` and `[x]` are content.
_LETTER = r"[^\s\d!-/:-@\[-`{-~]"  # marks of Indian scripts and Thai too, which are no `\w`
_WORDS = rf"{_LETTER}{{2,24}}(?:[ '-]{_LETTER}{{1,24}}){{0,2}}"
_NOISE = re.compile(rf"(?<!\S)(?:\[ ?(?:_+|{_WORDS}|[\u3040-\u9fff]) ?\]|>{{2,}})+")


def index_text(text: str) -> str:
    """The text without noise marks, invisible characters and doubled spaces, in the composed form NFC.

    Questions go through the same function, so that both sides of a search agree.
    """
    visible = _INVISIBLE.sub("", _NOTES.sub(" ", text))
    plain = unicodedata.normalize("NFC", " ".join(visible.split()))
    return " ".join(_NOISE.sub(" ", plain).split())
