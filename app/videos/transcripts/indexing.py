"""Text as it goes into the search index. What is stored and quoted stays as it was said."""

from __future__ import annotations

import re
import unicodedata

_NOTES = re.compile("[♩♪♫♬]")
# Soft hyphen, zero-width characters, bidirectional marks and isolates, byte order mark.
_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# `[music]`, `[clears throat]`, `[音楽]`, the masked `[ __ ]`, `>>` at a change of speaker. They stand at the
# head of a word, and in the brackets are one to three words and nothing else: `arr[i]`, `[0, 1]` and `[x]`
# are content.
_NOISE = re.compile(r"(?<!\S)(?:\[\s*(?:_+|[^\W\d_]{2,24}(?:[ '-][^\W\d_]{1,24}){0,2}|[\u3040-\u9fff])\s*\]|>{2,})+")


def index_text(text: str) -> str:
    """The text without noise marks, invisible characters and doubled spaces, in the composed form NFC.

    Questions go through the same function, so that both sides of a search agree.
    """
    plain = " ".join(_INVISIBLE.sub("", _NOTES.sub(" ", text)).split())
    return unicodedata.normalize("NFC", " ".join(_NOISE.sub(" ", plain).split()))
