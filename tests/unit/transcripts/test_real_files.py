"""Real caption files that the project does not ship; without them these tests are skipped."""

import json
import re
from collections import Counter
from html import unescape
from pathlib import Path

import pytest

from app.videos.transcripts import cut_passages, parse_captions, parse_json3, split_sentences
from app.videos.types import CaptionFormat
from tests.unit.transcripts.facts import assert_passages, assert_sentences, assert_settled

DATA = Path(__file__).parents[4] / "shared" / "data"
JSON3 = DATA / "captions" / "ecosync-session" / "transcript.en.json3"
FILES = sorted(
    [
        *DATA.glob("captions/**/*.srt"),
        *DATA.glob("captions/**/*.vtt"),
        *DATA.glob("**/transcript.vtt"),
        *DATA.glob("captions/**/*.json3"),
    ]
)

pytestmark = pytest.mark.skipif(not FILES, reason=f"needs the real caption files in {DATA}")

BLOCK = re.compile(r"^([\d:.,]+) --> ([\d:.,]+).*\n((?:.*\S.*\n?)*)", re.MULTILINE)


def naive_words(path: Path) -> Counter[str]:
    """The words of a file by the shortest rule there is: what stands below a timing line, up to a blank line."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".json3":
        events = json.loads(text)["events"]
        return Counter(word for e in events for word in "".join(s["utf8"] for s in e.get("segs", [])).split())
    return Counter(word for _, _, body in BLOCK.findall(text) for word in unescape(body).split())


@pytest.mark.parametrize("path", FILES, ids=lambda path: "-".join(path.parts[-3:]))
def test_every_invariant_holds(path: Path) -> None:
    transcript = parse_captions(path.read_bytes(), filename=path.name)
    assert transcript.format == CaptionFormat(path.suffix[1:])
    assert_settled(transcript.cues)
    assert_passages(transcript.cues, cut_passages(transcript.cues))
    assert_sentences(transcript.cues, split_sentences(transcript.cues))


@pytest.mark.parametrize("path", FILES, ids=lambda path: "-".join(path.parts[-3:]))
def test_no_word_is_lost_and_none_is_invented(path: Path) -> None:
    cues = parse_captions(path.read_bytes()).cues
    joined = "".join("".join(cue.text.split()) for cue in cues)
    expected = naive_words(path)
    assert Counter(joined) == Counter("".join(expected.elements()))
    # Japanese and Chinese lines of one cue join without a space, so their "words" differ.
    if not re.search("[\u0e00-\u0eff\u3040-\u9fff]", joined):
        assert Counter(word for cue in cues for word in cue.text.split()) == expected


def test_the_hour_of_automatic_captions_is_read_once() -> None:
    cues = parse_json3(JSON3.read_bytes())
    assert len(cues) == 1172
    assert sum(len(cue.text.split()) for cue in cues) == 7857
    assert cues[-1].end_ms == 3_386_680


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("russian/community.srt", "cp1251"),
        ("spanish/community.srt", "cp1252"),
        ("german/community.srt", "cp1252"),
        ("arabic/community.srt", "cp1256"),
        ("thai/community.srt", "cp874"),
        ("chinese/taiwan_community.srt", "big5"),
        ("korean/community.srt", "cp949"),
    ],
)
def test_real_text_in_a_legacy_encoding_is_read(name: str, encoding: str) -> None:
    path = DATA / "captions/3b1b/2017/neural-networks" / name
    text = path.read_text(encoding="utf-8").encode(encoding, errors="ignore").decode(encoding)
    assert parse_captions(text.encode(encoding)).cues == parse_captions(text.encode()).cues
