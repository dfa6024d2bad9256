"""Which caption tracks a video offers, and which of them are worth a request.

yt-dlp lists tracks under keys that are no languages (`de-CcQ45jRV4-E`, `en-orig`) and mixes YouTube's machine
translations among them. The address of a track is reliable: `lang`, `kind`, `name` and `tlang` stand in its
query.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from app.videos.types import TrackKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_ORIGINAL = " (Original)"


@dataclass(frozen=True, slots=True)
class OfferedTrack:
    """One caption track that can be fetched. `url` is signed: it never goes into a log."""

    kind: TrackKind
    language: str
    name: str
    url: str


def offered_tracks(info: Mapping[str, Any]) -> list[OfferedTrack]:
    """The caption tracks of a yt-dlp answer, manual ones first, without machine translations.

    Two tracks of one language are normal (manual and automatic, or two with names); the same track under two
    keys is listed once.
    """
    found: dict[tuple[TrackKind, str, str], OfferedTrack] = {}
    groups = ((TrackKind.MANUAL, "subtitles"), (TrackKind.AUTOMATIC, "automatic_captions"))
    for kind, group in groups:
        for formats in (info.get(group) or {}).values():
            for identity, track in _json3_tracks(kind, formats):
                found.setdefault(identity, track)
    return list(found.values())


def _json3_tracks(
    kind: TrackKind, formats: Sequence[Mapping[str, Any]]
) -> Iterator[tuple[tuple[TrackKind, str, str], OfferedTrack]]:
    """The track behind one key of yt-dlp's list; none for `live_chat` (no json3) and for translations."""
    for entry in formats:
        query = parse_qs(urlsplit(entry.get("url") or "").query)
        if entry.get("ext") != "json3" or "tlang" in query or "lang" not in query:
            continue
        language = query["lang"][-1]
        name = query.get("name", [""])[-1]
        label = (entry.get("name") or name or language).removesuffix(_ORIGINAL)
        yield (kind, language, name), OfferedTrack(kind, language, label, entry["url"])


def spoken_language(info: Mapping[str, Any], offers: Sequence[OfferedTrack]) -> str | None:
    """The original language: as the streams say, else that of the automatic captions, else unknown."""
    streams = [entry for entry in info.get("formats") or () if entry.get("language")]
    original = max(streams, key=lambda entry: entry.get("language_preference") or -1, default=None)
    if original is not None and _best([original["language"]], offers):
        return str(original["language"])
    return next((offer.language for offer in offers if offer.kind is TrackKind.AUTOMATIC), None)


def choose_tracks(
    offers: Sequence[OfferedTrack], *, languages: Sequence[str], spoken: str | None, limit: int
) -> list[OfferedTrack]:
    """The tracks to fetch, the most wanted first, at most `limit` (at least one when there is an offer).

    One track per wanted language, and one of the spoken language; manual before automatic. When nobody knows
    what is spoken and nothing wanted is there, one manual track of each language: any of them may be the
    original.
    """
    wanted = [track for language in languages if (track := _best([language], offers))]
    original = _best([spoken], offers) if spoken else None
    if original is None and not wanted:
        return _one_per_language(offers)[: max(1, limit)]
    chosen = list(dict.fromkeys([*wanted, *([original] if original else [])]))
    if original and original not in chosen[: max(1, limit)]:  # the original is never crowded out
        chosen = [*chosen[: max(0, limit - 1)], original]
    return chosen[: max(1, limit)]


def _best(languages: Sequence[str], offers: Sequence[OfferedTrack]) -> OfferedTrack | None:
    """The best track in one of the languages: manual before automatic, the same code before a relative."""
    ranked = [
        (offer.kind is not TrackKind.MANUAL, offer.language.casefold() != language.casefold(), place)
        for place, offer in enumerate(offers)
        for language in languages
        if _related(offer.language, language)
    ]
    return offers[min(ranked)[-1]] if ranked else None


def _related(one: str, other: str) -> bool:
    """Relatives are en, en-GB and en-US; zh-Hans and zh-Hant are not: other letters, other readers."""
    (first, *rest), (second, *others) = one.casefold().split("-"), other.casefold().split("-")
    scripts = {part for part in rest if len(part) == 4} ^ {part for part in others if len(part) == 4}
    return first == second and (len(scripts) < 2)


def _one_per_language(offers: Sequence[OfferedTrack]) -> list[OfferedTrack]:
    first: dict[str, OfferedTrack] = {}
    for offer in offers:
        first.setdefault(offer.language, offer)
    return list(first.values())
