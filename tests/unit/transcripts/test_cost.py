"""Time grows with the size of a file and not faster, also for files made to hurt."""

import time

import pytest

from app.errors import BadCaptionFile
from app.videos.transcripts import cut_passages, index_text, parse_captions, split_sentences

SIZE = 150_000
VTT = "WEBVTT\n\n00:01.000 --> 00:02.000\n"
SRT = "1\n00:00:01,000 --> 00:00:02,000\n"


def fill(piece: str) -> str:
    return piece * (SIZE // len(piece))


HOSTILE = {
    "arrows": fill("-->") * 5 + "\n" + fill("x --> y, and more of the same\n"),
    "blanks": VTT + fill("\n"),
    "lines": VTT + fill("a\n"),
    "angles": VTT + fill("<"),
    "voices": VTT + fill("<v "),
    "voice of blanks": VTT + "<v" + fill(" "),
    "voice of dots": VTT + "<v" + fill("."),
    "languages": VTT + fill("<lang "),
    "classes": VTT + fill("<c.a"),
    "entities": VTT + fill("&amp"),
    "comments": VTT + fill("\n\nNOTE"),
    "braces": SRT + "{" + fill("\\i1"),
    "positions": SRT + fill("{\\pos("),
    "capital tags": SRT + fill("<I>"),
    "dots": SRT + fill(".") + "x",
    "dots apart": SRT + fill(". "),
    "closers": SRT + "x." + fill('"') + "x",
    "titles": SRT + fill("Mr. "),
    "noise": SRT + fill("[aa "),
    "speakers": SRT + fill(">"),
    "one word": SRT + fill("w"),
    "no spaces": SRT + fill("海"),
    "digits in a time": "1\n00:00:00," + fill("0") + " --> 00:00:01,000\nx",
    "blanks in a time": "1\n" + fill(" ") + "00:00:00,000 --> 00:00:01,000\nx",
    "nested JSON": '{"events":' + fill("["),
    "numbers in JSON": '{"events":[' + fill("1,") + "1]}",
    "a long number": '{"events":[' + fill("1") + "]}",
    "nested XML": "<tt>" + fill("<p>") + "</tt>",
    "nested paragraphs": "<tt>" + "<p begin='1s'>x" * 10_000 + "</p>" * 10_000 + "</tt>",
    "untimed paragraphs": "<tt>" + "<p>x" * 20_000 + "</p>" * 20_000 + "</tt>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_ends_soon(name: str) -> None:
    began = time.process_time()
    try:
        cues = parse_captions(HOSTILE[name].encode()).cues
    except BadCaptionFile:
        cues = ()
    passages = cut_passages(cues)
    split_sentences(cues)
    assert all(index_text(passage.text) is not None for passage in passages)
    assert time.process_time() - began < 2  # linear work takes 0.4 s at most; quadratic work takes minutes
