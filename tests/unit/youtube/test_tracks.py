"""Which caption tracks are seen in yt-dlp's answer, and which are chosen."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.videos.types import TrackKind
from app.videos.youtube.tracks import OfferedTrack, choose_tracks, offered_tracks, spoken_language


def _formats(query: str, name: str = "Label") -> list[dict[str, Any]]:
    url = f"https://www.youtube.com/api/timedtext?v=x&{query}"
    return [{"ext": ext, "url": f"{url}&fmt={ext}", "name": name} for ext in ("json3", "vtt")]


def _offer(language: str, *, automatic: bool = False, name: str = "") -> OfferedTrack:
    return OfferedTrack(TrackKind.AUTOMATIC if automatic else TrackKind.MANUAL, language, name, "url")


def _chosen(offers: list[OfferedTrack], *languages: str, spoken: str | None = None, limit: int = 4) -> list[str]:
    chosen = choose_tracks(offers, languages=languages, spoken=spoken, limit=limit)
    return [("a." if track.kind is TrackKind.AUTOMATIC else "") + track.language for track in chosen]


def test_the_language_is_read_from_the_address_and_not_from_the_key() -> None:
    info = {"subtitles": {"de-CcQ45jRV4-E": _formats("lang=de&name=Untertitel")}}
    assert [(track.language, track.name) for track in offered_tracks(info)] == [("de", "Label")]


def test_machine_translations_are_not_offered() -> None:
    info = {
        "automatic_captions": {
            "fr": _formats("lang=en&kind=asr&tlang=fr"),
            "en": _formats("lang=en&kind=asr"),
        }
    }
    (track,) = offered_tracks(info)
    assert "tlang" not in track.url


def test_the_original_under_two_keys_is_offered_once() -> None:
    formats = _formats("lang=en&kind=asr", "English (Original)")
    info = {"automatic_captions": {"en-orig": formats, "en": formats}}
    assert [(track.kind, track.name) for track in offered_tracks(info)] == [(TrackKind.AUTOMATIC, "English")]


def test_a_live_chat_is_no_caption_track() -> None:
    info = {"subtitles": {"live_chat": [{"url": "https://www.youtube.com/watch?v=x", "ext": "json"}]}}
    assert offered_tracks(info) == []


def test_two_named_tracks_of_one_language_are_both_offered() -> None:
    info = {"subtitles": {"de-a": _formats("lang=de&name=A"), "de-b": _formats("lang=de&name=B")}}
    assert len(offered_tracks(info)) == 2


def test_missing_groups_offer_nothing() -> None:
    assert offered_tracks({"subtitles": None}) == []


def test_the_automatic_captions_tell_what_is_spoken() -> None:
    assert spoken_language({}, [_offer("ar"), _offer("en", automatic=True)]) == "en"


def test_the_original_audio_outranks_a_misheard_language() -> None:
    streams = [
        {"language": "de", "language_preference": -1},
        {"language": "en", "language_preference": 10},
        {"language": None},
    ]
    assert spoken_language({"formats": streams}, [_offer("en"), _offer("ja", automatic=True)]) == "en"


def test_an_audio_language_without_captions_does_not_count() -> None:
    assert spoken_language({"formats": [{"language": "fi"}]}, [_offer("ja", automatic=True)]) == "ja"


def test_nothing_tells_what_is_spoken_when_there_are_only_written_tracks() -> None:
    assert spoken_language({}, [_offer("ar"), _offer("en")]) is None


def test_the_written_track_of_the_spoken_language_is_taken() -> None:
    assert _chosen([_offer("de"), _offer("en"), _offer("en", automatic=True)], spoken="en") == ["en"]


def test_a_written_relative_outranks_the_automatic_track() -> None:
    assert _chosen([_offer("en-GB"), _offer("en", automatic=True)], spoken="en") == ["en-GB"]


def test_the_same_code_outranks_a_relative() -> None:
    assert _chosen([_offer("en-GB"), _offer("en")], spoken="en") == ["en"]


def test_the_automatic_track_is_taken_when_there_is_no_written_one() -> None:
    assert _chosen([_offer("de"), _offer("en", automatic=True)], spoken="en") == ["a.en"]


def test_wanted_languages_come_first_in_their_order() -> None:
    offers = [_offer("de"), _offer("ar"), _offer("en"), _offer("en", automatic=True)]
    assert _chosen(offers, "ar", "de", spoken="en") == ["ar", "de", "en"]


def test_a_wanted_language_takes_its_relatives() -> None:
    assert _chosen([_offer("pt-BR"), _offer("en", automatic=True)], "pt", spoken="en") == ["pt-BR", "a.en"]


def test_a_language_is_not_its_prefix() -> None:
    assert _chosen([_offer("fil"), _offer("en", automatic=True)], "fi", spoken="en") == ["a.en"]


def test_another_script_is_another_language() -> None:
    offers = [_offer("zh-Hant"), _offer("en", automatic=True)]
    assert _chosen(offers, "zh-Hans", spoken="en") == ["a.en"]
    assert _chosen(offers, "zh", spoken="en") == ["zh-Hant", "a.en"]


def test_the_spoken_language_is_not_crowded_out() -> None:
    offers = [*map(_offer, ("ar", "de", "fr", "it", "en"))]
    assert _chosen(offers, "ar", "de", "fr", "it", spoken="en") == ["ar", "de", "fr", "en"]


def test_every_language_is_fetched_when_nobody_knows_what_is_spoken() -> None:
    offers = [_offer("ar"), _offer("de", name="A"), _offer("de", name="B"), _offer("en")]
    assert _chosen(offers) == ["ar", "de", "en"]
    assert _chosen(offers, limit=2) == ["ar", "de"]


_LANGUAGES = st.sampled_from(["en", "en-GB", "de", "zh-Hans", "zh-Hant", "ar", ""])
_OFFERS = st.lists(st.builds(lambda code, automatic: _offer(code, automatic=automatic), _LANGUAGES, st.booleans()))


@given(_OFFERS, st.lists(_LANGUAGES), _LANGUAGES | st.none(), st.integers(-1, 6))
def test_a_choice_is_bounded_without_doubles_and_never_empty_when_something_is_offered(
    offers: list[OfferedTrack], languages: list[str], spoken: str | None, limit: int
) -> None:
    chosen = choose_tracks(offers, languages=languages, spoken=spoken, limit=limit)
    assert set(chosen) <= set(offers)
    assert len(set(chosen)) == len(chosen) <= max(1, limit)
    assert bool(chosen) == bool(offers)
