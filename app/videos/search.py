"""Full-text search over passages: BM25 on PostgreSQL's lexemes, the question's words OR-ed, never AND-ed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.db import Connection
from app.videos.search_text import searchable

# BM25's usual constants.
SATURATION = 1.2
LENGTH_WEIGHT = 0.75
# How rare a word is can't be told from a handful of passages: a short video is taken for one of this many.
FEWEST = 20

# One statement: what is searched, the question's words in each dictionary in use, how rare each word is, the score.
# `coverage` is the share of the question's words that a passage holds, rare words counting more: 0 to 1.
PASSAGES = f"""
    WITH scope AS MATERIALIZED (
        SELECT p.passage_id, p.track_id, p.dictionary, p.words, t.video_id
        FROM passages AS p JOIN caption_tracks AS t USING (track_id) JOIN videos AS v USING (video_id)
        WHERE v.owner_id = $1 AND ($2::bigint IS NULL OR v.video_id = $2) AND t.position = 0
    ), size AS (
        SELECT greatest(count(*), {FEWEST})::float8 AS passages, greatest(avg(length(words)), 1)::float8 AS mean
        FROM scope
    ), asked AS MATERIALIZED (
        SELECT d.dictionary, l.lexeme FROM (SELECT DISTINCT dictionary FROM scope) AS d
        CROSS JOIN LATERAL (SELECT lexeme FROM unnest(to_tsvector(d.dictionary, $3)) LIMIT {{words}}) AS l
    ), query AS MATERIALIZED (
        SELECT dictionary, string_agg(quote_literal(lexeme), ' | ')::tsquery AS any_word FROM asked GROUP BY dictionary
    ), found AS (
        SELECT s.passage_id, s.dictionary, w.lexeme, length(s.words) AS length,
            cardinality(w.positions)::float8 AS times
        FROM scope AS s JOIN query AS q ON q.dictionary = s.dictionary AND s.words @@ q.any_word
        CROSS JOIN LATERAL unnest(s.words) AS w
        JOIN asked AS a ON a.dictionary = s.dictionary AND a.lexeme = w.lexeme
    ), rarity AS (
        SELECT a.dictionary, a.lexeme,
            ln(1 + (size.passages - count(f.passage_id) + 0.5) / (count(f.passage_id) + 0.5)) AS weight
        FROM asked AS a CROSS JOIN size LEFT JOIN found AS f USING (dictionary, lexeme)
        GROUP BY a.dictionary, a.lexeme, size.passages
    ), best AS (
        SELECT f.passage_id,
            sum(r.weight * f.times * {SATURATION + 1} / (f.times + {SATURATION} * ({1 - LENGTH_WEIGHT}
                + {LENGTH_WEIGHT} * f.length / size.mean))) AS score,
            sum(r.weight) / (SELECT sum(weight) FROM rarity AS o WHERE o.dictionary = f.dictionary) AS coverage
        FROM found AS f JOIN rarity AS r USING (dictionary, lexeme) CROSS JOIN size
        GROUP BY f.passage_id, f.dictionary ORDER BY score DESC, f.passage_id LIMIT $4
    )
    SELECT p.passage_id, p.track_id, t.video_id, p.first_cue, p.last_cue, p.start_ms, p.end_ms, p.text,
        p.dictionary::text AS dictionary, b.score, b.coverage,
        (SELECT array_agg(r.lexeme) FROM rarity AS r WHERE r.dictionary = p.dictionary) AS lexemes,
        (SELECT array_agg(r.weight) FROM rarity AS r WHERE r.dictionary = p.dictionary) AS weights
    FROM best AS b JOIN passages AS p USING (passage_id) JOIN caption_tracks AS t USING (track_id)
    ORDER BY b.score DESC, p.passage_id
"""
MOST_WORDS = 64

SENTENCES = """
    SELECT s.n::integer - 1 AS index, sum(w.weight)::float8 AS score
    FROM unnest($1::text[]) WITH ORDINALITY AS s (text, n)
    CROSS JOIN LATERAL unnest(to_tsvector($2::text::regconfig, s.text)) AS l
    JOIN unnest($3::text[], $4::float8[]) AS w (lexeme, weight) ON w.lexeme = l.lexeme
    GROUP BY s.n
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that shares words with the question. `coverage`: how much of the question it holds, 0 to 1."""

    passage_id: int
    track_id: int
    video_id: int
    first_cue: int
    last_cue: int
    start_ms: int
    end_ms: int
    text: str
    dictionary: str
    score: float
    coverage: float
    lexemes: list[str]
    weights: list[float]


class PassageSearch:
    """Search in one user's transcripts, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def find(self, owner_id: str, question: str, *, video_id: int | None, limit: int) -> list[Hit]:
        """The passages that fit best, best first: in one video, or in the whole library if none is named."""
        rows = await self._connection.fetch(
            PASSAGES.replace("{words}", str(MOST_WORDS)), owner_id, video_id, searchable(question), limit
        )
        return [Hit(**row) for row in rows]

    async def score_sentences(self, hit: Hit, sentences: Sequence[str]) -> list[float]:
        """For each sentence, the weight of the question's words that it holds, on the scale of the hit's weights."""
        scores = [0.0] * len(sentences)
        rows = await self._connection.fetch(
            SENTENCES, [searchable(s) for s in sentences], hit.dictionary, hit.lexemes, hit.weights
        )
        for row in rows:
            scores[row["index"]] = row["score"]
        return scores
