"""How text becomes searchable: which dictionary a language has, and what to do with scripts written without spaces."""

from __future__ import annotations

import re

from app.videos.transcripts import index_text

# The Snowball dictionaries that PostgreSQL ships, by the language's ISO 639-1 code.
DICTIONARIES = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "et": "estonian", "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish",
    "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian",
    "nb": "norwegian", "ne": "nepali", "nl": "dutch", "no": "norwegian", "pt": "portuguese", "ro": "romanian",
    "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
FALLBACK = "simple"

# Kana, CJK ideographs, Thai, Lao, Myanmar, Khmer: PostgreSQL's parser takes a whole phrase of these for one word.
UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+")


def dictionary_for(language: str | None) -> str:
    """The name of the text search dictionary for a language tag such as `pt-BR`; `simple` if there is none."""
    return DICTIONARIES.get((language or "").lower().replace("_", "-").split("-")[0], FALLBACK)


def searchable(text: str) -> str:
    """The text as it goes into the index, and a question as it is asked of it.

    Runs of an unspaced script become overlapping pairs of characters, so that any two neighbours can be found.
    """
    return UNSPACED.sub(lambda run: f" {_pairs(run.group())} ", index_text(text))


def _pairs(run: str) -> str:
    return " ".join(run[i : i + 2] for i in range(len(run) - 1)) if len(run) > 1 else run
