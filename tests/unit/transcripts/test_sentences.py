import pytest

from app.videos.transcripts import split_sentences
from app.videos.types import Cue, Sentence


def sentences(*texts: str, gap: int = 0) -> list[str]:
    cues = [Cue(i * (1000 + gap), i * (1000 + gap) + 1000, text) for i, text in enumerate(texts)]
    return [sentence.text for sentence in split_sentences(cues)]


def test_nothing_gives_nothing() -> None:
    assert split_sentences([]) == []


@pytest.mark.parametrize(
    "expected",
    [
        ["One two.", "Three four!", "Five six?", "Seven…", "Eight..."],
        ['He said "No."', "(Really?)", "Yes."],
        ["Pi is 3.14 or so.", "Version 2.0.1 is out.", "See example.com for more."],
        ["See e.g. the U.S. or i.e. this.", "Ask Mr. Smith, Dr. J. Doe vs. Prof. Roe."],
        ["It was 2015.", "Then I.", "So it went."],
        ["What?!", "No way!!"],
        ["هل تسمعني؟", "نعم."],
        ["یہ ایک ہے۔", "وہ دو ہے۔"],
        ["यह तीन है।", "वह चार है।"],
        ["네.", "맞습니다."],
        ["Quoi ?", "Rien !"],
    ],
)
def test_sentences_end_at_marks_before_a_space(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


def test_chinese_and_japanese_marks_need_no_space() -> None:
    assert sentences("这是三。对吗？「好！」是的") == ["这是三。", "对吗？", "「好！」", "是的"]


def test_a_list_number_stays_with_its_sentence() -> None:
    assert sentences("1. Plug it in. 2. Turn it on.") == ["1. Plug it in.", "2. Turn it on."]


def test_a_mark_without_words_ends_nothing() -> None:
    assert sentences("... so it is . . . and on.") == ["... so it is .", ". . and on."]


def test_a_sentence_may_run_over_cues_and_start_inside_one() -> None:
    cues = [Cue(0, 1000, "One. Two"), Cue(1000, 2000, "goes on. Then"), Cue(5000, 6000, "three.")]
    assert split_sentences(cues) == [
        Sentence(0, 0, 0, 500, "One."),
        Sentence(0, 1, 625, 1615, "Two goes on."),
        Sentence(1, 2, 1692, 6000, "Then three."),
    ]


EIGHT = "one two three four five six seven eight"


@pytest.mark.parametrize(("gap", "count"), [(449, 1), (450, 2)])
def test_a_pause_of_450_ms_ends_a_sentence(gap: int, count: int) -> None:
    assert len(sentences(EIGHT, "nine ten", gap=gap)) == count


def test_a_pause_before_8_words_does_not() -> None:
    assert sentences("one two three", "four five", gap=5000) == ["one two three four five"]


def test_words_without_marks_are_cut_by_30_words_into_even_parts() -> None:
    assert [len(text.split()) for text in sentences(*["word word word word"] * 23)] == [23, 23, 23, 23]


def test_characters_without_marks_are_cut_by_60() -> None:
    assert [len(text) for text in sentences("海" * 100)] == [50, 50]
    assert all(len(text) <= 60 for text in sentences(*["ทะเลขึ้นลงวันละสองครั้ง"] * 20))
    assert all(len(text) <= 60 for text in sentences("海" * 59 + "เกี่" * 15))


def test_a_long_sentence_that_ends_with_a_mark_stays_whole() -> None:
    whole = " ".join(["word"] * 50) + "."
    assert sentences(whole) == [whole]
    assert len(sentences(" ".join(["word"] * 90) + ".")) == 3


def test_thai_is_not_cut_between_a_consonant_and_its_marks() -> None:
    text = "เกี่ยวที่นี่" * 12
    assert all(part[0] in "กยวทน" or part[0] == "เ" for part in sentences(text))


def test_a_vowel_written_before_its_consonant_stays_with_it() -> None:
    assert all(part.startswith("เ") for part in sentences("เก" * 95))


def test_cues_without_spaces_join_without_a_space() -> None:
    assert sentences("海は", "満ちる。The", "end.") == ["海は満ちる。", "The end."]


def test_a_cut_does_not_put_closing_marks_at_the_start() -> None:
    assert all(part[0] not in "、。」" for part in sentences("海、" * 60))
