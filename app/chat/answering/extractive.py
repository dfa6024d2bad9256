"""The answerer that needs no model and no network: the sentences that fit best, quoted word for word.

It never asserts anything itself. Three honest bands, by how much of the question the best passage holds: an answer,
the closest passages, or nothing.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass

from app.chat.answering.types import Ask
from app.chat.types import Citation
from app.db import Connection, Database
from app.videos.cues import cues_between
from app.videos.search import Hit, PassageSearch
from app.videos.transcripts import split_sentences
from app.videos.types import Sentence

PASSAGES = 6
QUOTES = 3
# Share of the question's words, by rarity, in the best passage. Below the first: nothing; below the second: perhaps.
NOTHING_BELOW = 0.2
PERHAPS_BELOW = 0.45
# A sentence counts by its own words and by its passage's: measured best in one video.
PASSAGE_SHARE = 0.5
# A speaker who asks the very question shares its words, but the answer is what follows.
QUESTION_MARKS = ("?", "？", "؟")

FOUND = "This is what the video says about it:"
PERHAPS = "These are the closest passages; they may not answer the question:"
FOUND_IN_LIBRARY = "This is what your videos say about it:"
NOTHING = "I found nothing about this in the transcript."
NOTHING_IN_LIBRARY = "I found nothing about this in your transcripts."


@dataclass(frozen=True, slots=True)
class _Candidate:
    hit: Hit
    sentence: Sentence
    score: float


class ExtractiveAnswerer:
    """Quotes the transcript."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def answer(self, ask: Ask) -> AsyncIterator[str | Citation]:
        """A lead-in, then up to three quotes in time order."""
        async with self._database.read() as connection:
            search = PassageSearch(connection)
            hits = await search.find(ask.owner_id, ask.question, video_id=ask.video_id, limit=PASSAGES)
            quotes = await _best_sentences(connection, search, hits) if hits else []
        coverage = max((hit.coverage for hit in hits), default=0.0)
        if not quotes or coverage < NOTHING_BELOW:
            yield NOTHING if ask.video_id is not None else NOTHING_IN_LIBRARY
            return
        yield _lead_in(ask, coverage)
        for number, quote in enumerate(quotes, start=1):
            yield Citation(quote.hit.video_id, quote.sentence.start_ms, quote.sentence.end_ms, quote.sentence.text)
            yield f"\n\n“{quote.sentence.text}” [{number}]"


def _lead_in(ask: Ask, coverage: float) -> str:
    if coverage < PERHAPS_BELOW:
        return PERHAPS
    return FOUND if ask.video_id is not None else FOUND_IN_LIBRARY


async def _best_sentences(connection: Connection, search: PassageSearch, hits: list[Hit]) -> list[_Candidate]:
    best_score = max(hit.score for hit in hits)
    candidates: list[_Candidate] = []
    for hit in hits:
        sentences = await _sentences_of(connection, hit)
        total = sum(hit.weights) or 1.0
        scores = await search.score_sentences(hit, [s.text for s in sentences])
        for sentence, score in zip(sentences, _passed_on(sentences, scores), strict=True):
            if score > 0:
                candidates.append(_Candidate(hit, sentence, score / total + PASSAGE_SHARE * hit.score / best_score))
    candidates.sort(key=lambda c: c.score, reverse=True)
    return sorted(candidates[:QUOTES], key=lambda c: (c.hit.video_id, c.sentence.start_ms))


def _passed_on(sentences: list[Sentence], scores: list[float]) -> list[float]:
    """The scores, after each question has passed on its weight to the sentence behind it."""
    result = list(scores)
    for i, sentence in enumerate(sentences[:-1]):
        if sentence.text.endswith(QUESTION_MARKS):
            result[i + 1] += result[i]
            result[i] = 0.0
    return result


async def _sentences_of(connection: Connection, hit: Hit) -> list[Sentence]:
    """The passage's sentences; one that runs over its edge is taken from the neighbouring cues as well."""
    cues, offset = await cues_between(connection, hit.track_id, hit.first_cue - 3, hit.last_cue + 3)
    inside = range(hit.first_cue - offset, hit.last_cue - offset + 1)
    return [s for s in split_sentences(cues) if s.first_cue in inside]
