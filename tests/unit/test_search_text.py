"""How text becomes searchable."""

from __future__ import annotations

import pytest

from app.videos.search_text import dictionary_for, searchable


@pytest.mark.parametrize(
    ("language", "dictionary"),
    [
        ("en", "english"),
        ("en-GB", "english"),
        ("pt_BR", "portuguese"),
        ("ja", "simple"),
        ("", "simple"),
        (None, "simple"),
    ],
)
def test_a_language_has_its_dictionary_or_the_simple_one(language: str | None, dictionary: str) -> None:
    assert dictionary_for(language) == dictionary


def test_unspaced_scripts_become_pairs_and_the_rest_stays() -> None:
    assert searchable("the 日本語 word").split() == ["the", "日本", "本語", "word"]
    assert searchable("水").split() == ["水"]


def test_hangul_and_arabic_are_words_already() -> None:
    assert searchable("한국어 단어").split() == ["한국어", "단어"]
    assert searchable("كلمة عربية").split() == ["كلمة", "عربية"]
