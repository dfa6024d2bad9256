"""What counts as a link to one YouTube video, and what the others are told."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import BadLink
from app.videos.youtube.links import parse_video_link, watch_url

ID = "dQw4w9WgXcQ"
DASHED = "-_aB3-_aB3-"

GOOD = [
    f"https://www.youtube.com/watch?v={ID}",
    f"http://www.youtube.com/watch?v={ID}",
    f"https://youtube.com/watch?v={ID}",
    f"HTTPS://WWW.YOUTUBE.COM/watch?v={ID}",
    f"https://www.youtube.com:443/watch?v={ID}",
    f"http://www.youtube.com:80/watch?v={ID}",
    f"www.youtube.com/watch?v={ID}",
    f"//www.youtube.com/watch?v={ID}",
    f"youtube.com/watch?v={ID}",
    f"  https://www.youtube.com/watch?v={ID}\n",
    f"https://www.youtube.com/watch?v={ID}&t=42s",
    f"https://www.youtube.com/watch?app=desktop&v={ID}",
    f"https://www.youtube.com/watch?v={ID}&list=PLstandin&index=3",
    f"https://www.youtube.com/watch?v={ID}&ab_channel=日本",
    f"https://www.youtube.com/watch?v={ID}&amp;feature=share",
    f"https://www.youtube.com/watch?v={ID}#comments",
    f"https://www.youtube.com/watch?feature=x&u=https://other.example/&v={ID}",
    f"https://www.youtube.com/watch/?v={ID}",
    f"https://www.youtube.com/watch/{ID}",
    f"https://www.youtube.com/?v={ID}",
    f"https://www.youtube.com/watch?vi={ID}",
    f"https://m.youtube.com/watch?v={ID}",
    f"https://music.youtube.com/watch?v={ID}&si=abc",
    f"https://gaming.youtube.com/watch?v={ID}",
    f"https://youtu.be/{ID}",
    f"https://www.youtu.be/{ID}/",
    f"youtu.be/{ID}?si=0123456789abcdef&t=10",
    f"youtu.be/{ID}&t=10",
    f"https://www.youtube.com/shorts/{ID}?feature=share",
    f"https://www.youtube.com/live/{ID}?si=abc",
    f"https://www.youtube.com/embed/{ID}?start=10",
    f"https://www.youtube-nocookie.com/embed/{ID}",
    f"https://www.youtube.com/v/{ID}?version=3",
    f"https://www.youtube.com/e/{ID}",
    f"https://youtube.googleapis.com/v/{ID}",
    f"https://www.youtubekids.com/watch?v={ID}",
    f"https://www.youtube.com/attribution_link?a=x&u=%2Fwatch%3Fv%3D{ID}%26feature%3Dshare",
    f"https://www.youtube.com/oembed?url=https%3A%2F%2Fyoutu.be%2F{ID}&format=json",
    f"https://www.youtube.com/playlist?list=PLstandin&v={ID}",
    ID,
    f" {ID} ",
]

BAD = [
    ("", "link_empty"),
    (" \t\r\n", "link_empty"),
    ("https://youtu.be/" + "x" * 2000, "link_too_long"),
    ("not a link", "link_not_youtube"),
    ("dQw4w9WgXc", "link_not_youtube"),
    ("https://vimeo.com/76979871", "link_not_youtube"),
    (f"https://vimeo.com/watch?v={ID}", "link_not_youtube"),
    (f"https://youtube.com@evil.example/watch?v={ID}", "link_not_youtube"),
    (f"https://user:secret@youtube.com/watch?v={ID}", "link_not_youtube"),
    (f"https://youtube.com.evil.example/watch?v={ID}", "link_not_youtube"),
    (f"https://notyoutube.com/watch?v={ID}", "link_not_youtube"),
    (f"https://youtube.co/watch?v={ID}", "link_not_youtube"),
    (f"https://youtu.be.evil.example/{ID}", "link_not_youtube"),
    (f"https://evil.example/?u=https://youtu.be/{ID}", "link_not_youtube"),
    (f"https://evil.example#https://youtu.be/{ID}", "link_not_youtube"),
    (f"https://evil.example\\@youtube.com/watch?v={ID}", "link_not_youtube"),
    (f"https://youtube.com\\.evil.example/watch?v={ID}", "link_not_youtube"),
    (f"https://www.youtube.com:8080/watch?v={ID}", "link_not_youtube"),
    (f"https://www.youtube.com:99999999/watch?v={ID}", "link_not_youtube"),
    (f"https://www.youtube.com:x/watch?v={ID}", "link_not_youtube"),
    (f"https://[::1/watch?v={ID}", "link_not_youtube"),
    ("file:///etc/passwd", "link_not_youtube"),
    (f"file://www.youtube.com/watch?v={ID}", "link_not_youtube"),
    (f"ftp://www.youtube.com/watch?v={ID}", "link_not_youtube"),
    ("javascript:alert(1)", "link_not_youtube"),
    ("http://169.254.169.254/latest/meta-data/", "link_not_youtube"),
    (f"http://127.0.0.1/watch?v={ID}", "link_not_youtube"),
    (f"https://www.yоutube.com/watch?v={ID}", "link_not_youtube"),  # Cyrillic о
    (f"https://\uff57ww.youtube.com/watch?v={ID}", "link_not_youtube"),  # full-width w
    (f"https://www.youtube。com/watch?v={ID}", "link_not_youtube"),
    (f"https://www.youtube.com/watch\u202e?v={ID}", "link_not_youtube"),
    (f"https://www.youtube.com/watch?v={ID}\u200b", "link_not_youtube"),
    (f"https://www.youtube.com/wat\x00ch?v={ID}", "link_not_youtube"),
    (f"https://www.youtube.com/watch?v={ID}\nhttps://youtu.be/{ID}", "link_not_youtube"),
    (f"https://www.youtube.com/oembed?url=https%3A%2F%2Fevil.example%2F{ID}", "link_not_youtube"),
    ("https://www.youtube.com/playlist?list=PLstandin", "link_is_playlist"),
    ("https://www.youtube.com/watch?list=PLstandin", "link_is_playlist"),
    ("https://www.youtube.com/embed/videoseries?list=PLstandin", "link_is_playlist"),
    ("https://music.youtube.com/playlist?list=OLstandin", "link_is_playlist"),
    ("https://www.youtube.com/@standin", "link_is_channel"),
    ("https://www.youtube.com/@standin/videos", "link_is_channel"),
    ("https://www.youtube.com/@standin/live", "link_is_channel"),
    ("https://www.youtube.com/channel/UCstandinstandinstandin0", "link_is_channel"),
    ("https://www.youtube.com/c/standin", "link_is_channel"),
    ("https://www.youtube.com/user/standin", "link_is_channel"),
    ("https://www.youtube.com/embed/live_stream?channel=UCstandin", "link_is_channel"),
    ("https://www.youtube.com/", "link_no_video"),
    ("https://www.youtube.com/watch", "link_no_video"),
    ("https://www.youtube.com/watch?v=", "link_no_video"),
    ("https://www.youtube.com/watch?v=tooshort", "link_no_video"),
    (f"https://www.youtube.com/watch?v={ID}x", "link_no_video"),
    ("https://www.youtube.com/watch?v=dQw4w9WgXc%2F", "link_no_video"),
    ("https://www.youtube.com/results?search_query=tides", "link_no_video"),
    ("https://www.youtube.com/feed/subscriptions", "link_no_video"),
    ("https://youtu.be/", "link_no_video"),
    (f"https://www.youtube.com/oembed?url=%2Foembed%3Furl%3D{ID}", "link_no_video"),
]

SNIPPETS = [
    "https://",
    "http:",
    "//",
    "youtube.com",
    "www.youtube.com/",
    "youtu.be/",
    "watch?v=",
    "?",
    "&",
    "=",
    "@",
    ":",
    "[",
    "]",
    "%",
    "#",
    "\\",
    "list=",
    "oembed?url=",
    "attribution_link?u=",
    "embed/",
    "videoseries",
    ID,
    "\ud800",
    "\u202e",
]


@pytest.mark.parametrize("text", GOOD)
def test_every_known_form_gives_the_id(text: str) -> None:
    assert parse_video_link(text) == ID


def test_an_id_may_begin_and_end_with_a_dash() -> None:
    assert parse_video_link(f"https://youtu.be/{DASHED}") == DASHED


@pytest.mark.parametrize(("text", "code"), BAD)
def test_everything_else_is_refused_with_its_code(text: str, code: str) -> None:
    with pytest.raises(BadLink) as caught:
        parse_video_link(text)
    assert caught.value.code == code


@pytest.mark.parametrize("text", ["videoseries", "live_stream"])
def test_words_of_eleven_letters_in_youtube_paths_are_no_ids(text: str) -> None:
    with pytest.raises(BadLink):
        parse_video_link(text)


def test_a_playlist_is_told_that_it_comes_later() -> None:
    with pytest.raises(BadLink, match=r"later version: paste one video"):
        parse_video_link("https://www.youtube.com/playlist?list=PLstandin")


def test_a_link_of_exactly_two_thousand_characters_is_read() -> None:
    link = f"https://youtu.be/{ID}?x="
    assert parse_video_link(link + "y" * (2000 - len(link))) == ID


def test_a_detail_never_repeats_what_was_pasted() -> None:
    with pytest.raises(BadLink) as caught:
        parse_video_link("https://user:secret@evil.example/")
    assert "secret" not in caught.value.detail


def test_the_watch_url_is_built_from_the_id() -> None:
    assert watch_url(ID) == f"https://www.youtube.com/watch?v={ID}"


@pytest.mark.parametrize("text", ["", "short", ID + "&list=x", "../etc/pass", "videoseries"])
def test_no_watch_url_is_built_from_anything_else(text: str) -> None:
    with pytest.raises(BadLink):
        watch_url(text)


def _id_or_error(text: str) -> str | BadLink:
    try:
        return parse_video_link(text)
    except BadLink as error:
        return error


@given(st.text(alphabet=st.characters()) | st.lists(st.sampled_from(SNIPPETS) | st.text(max_size=3)).map("".join))
def test_any_text_gives_an_id_or_bad_link(text: str) -> None:
    found = _id_or_error(text)
    if isinstance(found, BadLink):
        assert found.code.startswith("link_")
        assert found.detail
    else:
        assert re.fullmatch(r"[A-Za-z0-9_-]{11}", found, re.ASCII)


@given(st.text(alphabet=string.ascii_letters + string.digits + "-_", min_size=11, max_size=11))
def test_every_id_survives_the_way_through_its_watch_url(video_id: str) -> None:
    if video_id not in {"videoseries", "live_stream"}:
        assert parse_video_link(watch_url(video_id)) == video_id
