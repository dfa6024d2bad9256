"""Videos and transcripts in PostgreSQL."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from app.db import Connection
from app.videos.schemas import Video
from app.videos.search_text import DICTIONARIES, FALLBACK, dictionary_for, searchable
from app.videos.transcripts import cut_passages
from app.videos.types import CaptionTrack, Chapter, Cue, ExtractedVideo

VIDEO = """
    SELECT v.*, coalesce((
        SELECT json_agg(json_build_object('track_id', t.track_id, 'kind', t.kind, 'language', t.language,
            'name', t.name, 'cue_count', (SELECT count(*) FROM cues AS c WHERE c.track_id = t.track_id))
            ORDER BY t.position)
        FROM caption_tracks AS t WHERE t.video_id = v.video_id), '[]') AS tracks
    FROM videos AS v
"""
LONGEST_LIBRARY = 1_000
# To guess a language: so much text, of which so much must be stop words.
SAMPLE_CUES = 400
SAMPLE_CHARACTERS = 8_000
SHARE_OF_STOP_WORDS = 0.2


class VideoRepository:
    """The statements on videos, over one connection; whose they are is always said."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def list_newest(self, owner_id: str) -> list[Video]:
        """The owner's videos, newest first."""
        rows = await self._connection.fetch(
            f"{VIDEO} WHERE owner_id = $1 ORDER BY video_id DESC LIMIT $2", owner_id, LONGEST_LIBRARY
        )
        return [_video(row) for row in rows]

    async def find(self, owner_id: str, video_id: int) -> Video | None:
        """One of the owner's videos."""
        return _maybe(
            await self._connection.fetchrow(f"{VIDEO} WHERE owner_id = $1 AND video_id = $2", owner_id, video_id)
        )

    async def find_any(self, video_id: int) -> Video | None:
        """A video whoever owns it: for workers, never for a request."""
        return _maybe(await self._connection.fetchrow(f"{VIDEO} WHERE video_id = $1", video_id))

    async def find_by_youtube_id(self, owner_id: str, youtube_id: str) -> Video | None:
        """The owner's video with this YouTube id."""
        return _maybe(
            await self._connection.fetchrow(
                f"{VIDEO} WHERE owner_id = $1 AND source = 'youtube' AND youtube_id = $2",
                owner_id,
                youtube_id,
            )
        )

    async def find_sample(self, owner_id: str) -> Video | None:
        """The owner's copy of the sample."""
        return _maybe(await self._connection.fetchrow(f"{VIDEO} WHERE owner_id = $1 AND source = 'sample'", owner_id))

    async def insert_pending(self, owner_id: str, *, youtube_id: str, url: str) -> int:
        """A YouTube video whose transcript is still to be fetched. The same link again is the same row."""
        video_id: int = await self._connection.fetchval(
            """
            INSERT INTO videos (owner_id, source, youtube_id, url, title, status)
            VALUES ($1, 'youtube', $2, $3, $3, 'pending')
            ON CONFLICT (owner_id, youtube_id) WHERE source = 'youtube' DO UPDATE SET url = excluded.url
            RETURNING video_id
            """,
            owner_id,
            youtube_id,
            url,
        )
        return video_id

    async def insert_ready(
        self,
        owner_id: str,
        *,
        source: str,
        title: str,
        url: str | None,
        youtube_id: str | None,
        duration_ms: int,
    ) -> int | None:
        """A video that came with its transcript; None if the owner has the sample already."""
        video_id: int | None = await self._connection.fetchval(
            """
            INSERT INTO videos (owner_id, source, title, url, youtube_id, duration_ms, status)
            VALUES ($1, $2, $3, $4, $5, $6, 'ready') ON CONFLICT DO NOTHING RETURNING video_id
            """,
            *(owner_id, source, title, url, youtube_id, duration_ms),
        )
        return video_id

    async def mark_pending(self, video_id: int) -> None:
        """Its transcript is to be fetched again."""
        await self._connection.execute(
            "UPDATE videos SET status = 'pending', outcome = NULL, outcome_detail = NULL WHERE video_id = $1",
            video_id,
        )

    async def mark_failed(self, video_id: int, *, outcome: str, detail: str) -> None:
        """There is no transcript, and why; a transcript that was there before stays."""
        await self._connection.execute(
            """
            UPDATE videos SET outcome = $2, outcome_detail = $3, status = CASE WHEN EXISTS (
                SELECT FROM caption_tracks AS t WHERE t.video_id = $1) THEN 'ready' ELSE 'failed' END
            WHERE video_id = $1
            """,
            video_id,
            outcome,
            detail,
        )

    async def store_extracted(self, video_id: int, found: ExtractedVideo) -> None:
        """All that an extraction brought, in place of what an earlier one did."""
        await self._connection.execute(
            """
            UPDATE videos SET title = $2, channel = $3, channel_id = $4, duration_ms = $5, published_at = $6,
                description = $7, chapters = $8, status = 'ready', outcome = NULL, outcome_detail = NULL
            WHERE video_id = $1
            """,
            *(video_id, found.title, found.channel, found.channel_id, found.duration_ms, found.published_at),
            *(found.description, [asdict(chapter) for chapter in found.chapters]),
        )
        await self._connection.execute("DELETE FROM caption_tracks WHERE video_id = $1", video_id)
        for position, track in enumerate(found.tracks):
            await self.store_track(video_id, position, track)

    async def store_track(self, video_id: int, position: int, track: CaptionTrack) -> None:
        """A caption track with its cues and the passages that are searched."""
        track_id: int = await self._connection.fetchval(
            """
            INSERT INTO caption_tracks (video_id, position, kind, format, language, name)
            VALUES ($1, $2, $3, $4, $5, $6) RETURNING track_id
            """,
            *(video_id, position, track.kind, track.transcript.format, track.language or None, track.name),
        )
        cues = track.transcript.cues
        await self._store_cues(track_id, cues)
        dictionary = dictionary_for(track.language) if track.language else await self._guess_dictionary(cues)
        await self._store_passages(track_id, cues, dictionary)

    async def add_track(self, video_id: int, track: CaptionTrack) -> None:
        """Another track of a video, behind those it has; with it the video is ready."""
        position: int = await self._connection.fetchval(
            "SELECT coalesce(max(position) + 1, 0) FROM caption_tracks WHERE video_id = $1", video_id
        )
        await self.store_track(video_id, position, track)
        await self._connection.execute(
            """
            UPDATE videos SET status = 'ready', outcome = NULL, outcome_detail = NULL,
                duration_ms = coalesce(duration_ms, $2) WHERE video_id = $1
            """,
            *(video_id, track.transcript.cues[-1].end_ms),
        )

    async def set_chapters(self, video_id: int, chapters: Sequence[Chapter]) -> None:
        """The video's chapters, in order."""
        await self._connection.execute(
            "UPDATE videos SET chapters = $2 WHERE video_id = $1",
            video_id,
            [asdict(chapter) for chapter in chapters],
        )

    async def transcript(self, owner_id: str, video_id: int, track_id: int | None) -> bytes | None:
        """A track with its cues as JSON text: the one asked for, else the first."""
        body: str | None = await self._connection.fetchval(
            """
            SELECT json_build_object('track_id', t.track_id, 'language', t.language, 'kind', t.kind, 'name', t.name,
                'cues', (SELECT coalesce(json_agg(json_build_array(start_ms, end_ms, text) ORDER BY position), '[]')
                    FROM cues AS c WHERE c.track_id = t.track_id))::text
            FROM caption_tracks AS t JOIN videos AS v USING (video_id)
            WHERE v.owner_id = $1 AND v.video_id = $2 AND ($3::bigint IS NULL OR t.track_id = $3)
            ORDER BY t.position LIMIT 1
            """,
            *(owner_id, video_id, track_id),
        )
        return None if body is None else body.encode()

    async def delete(self, owner_id: str, video_id: int) -> bool:
        """Remove a video with its transcript; its chats stay. False if it was not there."""
        deleted: str = await self._connection.execute(
            "DELETE FROM videos WHERE owner_id = $1 AND video_id = $2", owner_id, video_id
        )
        return deleted == "DELETE 1"

    async def _store_cues(self, track_id: int, cues: Sequence[Cue]) -> None:
        await self._connection.copy_records_to_table(
            "cues",
            columns=("track_id", "position", "start_ms", "end_ms", "text"),
            records=((track_id, i, cue.start_ms, cue.end_ms, cue.text) for i, cue in enumerate(cues)),
        )

    async def _guess_dictionary(self, cues: Sequence[Cue]) -> str:
        """The dictionary whose stop words are most at home in the text; the simple one if none is.

        A file that does not name its language would else be searched with "the" and "of" as if they told anything.
        """
        sample = searchable(" ".join(cue.text for cue in cues[:SAMPLE_CUES]))[:SAMPLE_CHARACTERS]
        guess: str | None = await self._connection.fetchval(
            """
            WITH counted AS (
                SELECT d.name, coalesce(sum(cardinality(w.positions)), 0) AS kept FROM unnest($1::text[]) AS d (name)
                LEFT JOIN LATERAL unnest(to_tsvector(d.name::regconfig, $2)) AS w ON true GROUP BY d.name
            )
            SELECT name FROM counted WHERE kept < $3::float8 * (SELECT kept FROM counted WHERE name = 'simple')
            ORDER BY kept, name <> 'english' LIMIT 1  -- the Russian and Hindi ones take Latin words for English
            """,
            *([*set(DICTIONARIES.values()), FALLBACK], sample, 1 - SHARE_OF_STOP_WORDS),
        )
        return guess or FALLBACK

    async def _store_passages(self, track_id: int, cues: Sequence[Cue], dictionary: str) -> None:
        rows = await asyncio.to_thread(_passage_rows, cues)  # a day of captions takes seconds
        await self._connection.execute(
            """
            INSERT INTO passages (track_id, position, first_cue, last_cue, start_ms, end_ms, text, dictionary, words)
            SELECT $1, p.position, p.first_cue, p.last_cue, p.start_ms, p.end_ms, p.text, $2::text::regconfig,
                to_tsvector($2::text::regconfig, w.searchable)
            FROM unnest($3::int[], $4::int[], $5::int[], $6::bigint[], $7::bigint[], $8::text[])
                WITH ORDINALITY AS p (position, first_cue, last_cue, start_ms, end_ms, text, n)
            JOIN unnest($9::text[]) WITH ORDINALITY AS w (searchable, n) USING (n)
            """,
            *(track_id, dictionary, *([row[i] for row in rows] for i in range(7))),
        )


def _passage_rows(cues: Sequence[Cue]) -> list[tuple[int, int, int, int, int, str, str]]:
    return [
        (i, p.first_cue, p.last_cue, p.start_ms, p.end_ms, p.text, searchable(p.text))
        for i, p in enumerate(cut_passages(cues))
    ]


def _maybe(row: Any) -> Video | None:
    return None if row is None else _video(row)


def _video(row: Any) -> Video:
    return Video.model_validate(dict(row))
