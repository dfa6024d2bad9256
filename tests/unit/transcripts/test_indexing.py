import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.videos.transcripts import index_text


@pytest.mark.parametrize(
    ("said", "indexed"),
    [
        ("[music] hello [laughter]", "hello"),
        (">> [snorts] Now, >>> so", "Now, so"),
        ("[clears throat] well", "well"),
        ("[Musik] [音楽] [笑] [موسيقى] [संगीत] [เพลง]", ""),
        ("[a\u0301a]", ""),
        ("what the [\xa0__\xa0] is", "what the is"),
        ("♪ la la ♪♫", "la la"),
        ("a\u200bb \u200fשלום\u200e \ufeffx\u00ad", "ab שלום x"),
        ("می\u200cشود", "میشود"),
        ("a\xa0 b\u3000c\n d", "a b c d"),
        ("cafe\u0301", "café"),
    ],
)
def test_noise_and_invisible_characters_are_dropped(said: str, indexed: str) -> None:
    assert index_text(said) == indexed


@pytest.mark.parametrize("content", ["arr[i] = x[0]", "[0, 1]", "the set [x]", "Vec<Vec<T>>", "x>>2", "it's 3.14 & co"])
def test_content_is_kept(content: str) -> None:
    assert index_text(content) == content


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("ab [](>♪\u200b\xa0_\u0301é海.")) | st.text())
def test_indexing_twice_changes_nothing_and_the_result_is_composed(text: str) -> None:
    once = index_text(text)
    assert index_text(once) == once
    assert unicodedata.is_normalized("NFC", once)
