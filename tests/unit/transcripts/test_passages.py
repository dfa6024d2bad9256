import pytest

from app.videos.transcripts import cut_passages
from app.videos.types import Cue, Passage


def spoken(*words: int, gaps: dict[int, int] | None = None, ends: frozenset[int] = frozenset()) -> list[Cue]:
    """Cues of so many words each; `gaps` gives pauses after a cue, `ends` the cues that end a sentence."""
    cues, now = [], 0
    for index, count in enumerate(words):
        text = " ".join(["word"] * count) + ("." if index in ends else "")
        cues.append(Cue(now, now + 1000, text))
        now += 1000 + (gaps or {}).get(index, 0)
    return cues


def lasts(passages: list[Passage]) -> list[int]:
    return [passage.last_cue for passage in passages]


def test_nothing_gives_nothing() -> None:
    assert cut_passages([]) == []


def test_a_short_transcript_is_one_passage() -> None:
    assert cut_passages(spoken(3, 4)) == [Passage(0, 1, 0, 2000, "word word word word word word word")]


def test_without_any_hint_a_passage_has_about_55_words() -> None:
    assert lasts(cut_passages(spoken(*[11] * 20)))[:2] == [4, 9]


def test_a_cut_is_made_where_a_sentence_ends() -> None:
    assert lasts(cut_passages(spoken(*[10] * 20, ends=frozenset({3}))))[0] == 3


def test_an_abbreviation_does_not_end_a_sentence() -> None:
    cues = spoken(*[10] * 20)
    cues[3] = Cue(cues[3].start_ms, cues[3].end_ms, "one two three four five six seven eight nine Mr.")
    assert lasts(cut_passages(cues))[0] != 3


@pytest.mark.parametrize(("gap", "last"), [(440, 5), (450, 4), (700, 4)])
def test_a_pause_counts_from_450_ms(gap: int, last: int) -> None:
    assert lasts(cut_passages(spoken(*[9] * 20, gaps={4: gap})))[0] == last


def test_a_long_pause_is_preferred() -> None:
    assert lasts(cut_passages(spoken(*[10] * 20, gaps={3: 700, 5: 450})))[0] == 3


def test_no_cut_before_30_words() -> None:
    assert lasts(cut_passages(spoken(*[7] * 20, gaps={3: 5000}, ends=frozenset({3}))))[0] > 3


def test_a_cut_is_forced_by_80_words() -> None:
    assert all(len(passage.text.split()) <= 80 for passage in cut_passages(spoken(*[19] * 30)))


def test_a_very_long_cue_is_its_own_passage() -> None:
    assert lasts(cut_passages(spoken(10, 200, 10))) == [0, 1, 2]


def test_short_cues_before_a_very_long_one_stay_together() -> None:
    assert lasts(cut_passages(spoken(10, 10, 75, 10))) == [1, 2, 3]


def test_two_characters_of_a_script_without_spaces_count_as_a_word() -> None:
    cues = [Cue(i * 1000, i * 1000 + 1000, "海は一日に二度満ちる") for i in range(40)]
    assert lasts(cut_passages(cues))[:2] == [10, 21]


def test_lines_join_without_a_space_in_scripts_without_spaces() -> None:
    texts = ["海は一日に", "二度満ちる", "ทะเล", "ขึ้นลง", "the sea", "바다는", "하루에"]
    cues = [Cue(i, i + 1, text) for i, text in enumerate(texts)]
    assert cut_passages(cues)[0].text == "海は一日に二度満ちるทะเลขึ้นลง the sea 바다는 하루에"


def test_the_times_are_those_of_the_first_and_last_cue() -> None:
    passage = cut_passages(spoken(*[30] * 3, gaps={0: 900}))[0]
    assert (passage.start_ms, passage.end_ms) == (0, 1000)
