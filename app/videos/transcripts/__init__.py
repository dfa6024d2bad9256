"""Caption files to cues, cues to passages and sentences. Pure functions: no database, no network, no files.

bytes ── decoding ── detection ──┬─ vtt, srt ── blocks ── markup ── rolling ─┬─ cleaning ── cues
                                 ├─ json3 ───────────────────────────────────┤
                                 └─ ttml ────────────────────────────────────┘
cues ──┬─ passages    what is searched
       └─ sentences   what is quoted
"""

from app.videos.transcripts.indexing import index_text
from app.videos.transcripts.json3 import parse_json3
from app.videos.transcripts.parsing import parse_captions
from app.videos.transcripts.passages import cut_passages
from app.videos.transcripts.sentences import split_sentences

__all__ = ["cut_passages", "index_text", "parse_captions", "parse_json3", "split_sentences"]
