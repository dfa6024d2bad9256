"""Bytes to text: byte order marks, UTF-8, UTF-16 and UTF-32 without a mark, and last a guess.

Most files are UTF-8. Old subtitle sites serve the Windows code pages and Shift_JIS, Big5 or GB18030, and
Notepad saves UTF-16. What holds NUL bytes and is none of these is binary and refused.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from charset_normalizer import CharsetMatch, from_bytes

from app.videos.transcripts.refusals import empty, unreadable

if TYPE_CHECKING:
    from app.errors import BadCaptionFile

_BYTE_ORDER_MARKS = (  # the long ones first: the mark of UTF-32 LE begins with that of UTF-16 LE
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"PK\x03\x04", "it is a ZIP archive", "unpack it and choose the caption file inside"),
    (b"\x1f\x8b", "it is a gzip archive", "unpack it and choose the caption file inside"),
    (b"%PDF", "it is a PDF document", "choose the captions as a text file"),
)
_SAVE_AS_UTF8 = "open it in a text editor, save it as UTF-8 and choose it again"
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_SAMPLE_BYTES = 65536
# What subtitles were saved in before UTF-8. With all the encodings that exist the guess is often an odd one.
_LEGACY = ["cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874"]
_LEGACY += ["koi8_r", "cp932", "euc_jp", "gb18030", "big5", "cp949"]
_WESTERN = {"Catalan", "Danish", "Dutch", "English", "Finnish", "French", "German", "Icelandic", "Italian"}
_WESTERN |= {"Norwegian", "Portuguese", "Spanish", "Swedish"}


def decode(data: bytes) -> str:
    r"""The text of a caption file, without byte order mark, its lines ended by `\n`.

    Raises `BadCaptionFile` with `caption_file_empty` or `caption_file_unreadable`.
    """
    _refuse_known_binaries(data)
    text = _decoded(data).lstrip("\ufeff")
    if not text or text.isspace():
        raise empty()
    if "\x00" in text or _is_mostly_control(text):
        raise _binary()
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    if b"\x00" in data:
        return _wide(data, _wide_encoding(data))
    text = _utf8(data)
    return _guess(data) if text is None else text


def _binary() -> BadCaptionFile:
    return unreadable("it is a binary file, not text", remedy="choose the captions as a text file")


def _refuse_known_binaries(data: bytes) -> None:
    for signature, what, remedy in _SIGNATURES:
        if data.startswith(signature):
            raise unreadable(what, remedy=remedy)


def _marked(body: bytes, encoding: str) -> str:
    return body.decode("utf-8", errors="replace") if encoding == "utf-8" else _wide(body, encoding)


def _wide_encoding(data: bytes) -> str:
    """UTF-16 or UTF-32 without a mark: times are ASCII, so their NUL bytes stand at fixed places."""
    sample = data[:4096]
    nuls = [sample[place::4].count(0) for place in range(4)]
    quarter = len(sample) / 4
    if min(nuls[2], nuls[3]) >= 0.9 * quarter > nuls[0]:
        return "utf-32-le"
    if min(nuls[0], nuls[1]) >= 0.9 * quarter > nuls[3]:
        return "utf-32-be"
    even, odd = nuls[0] + nuls[2], nuls[1] + nuls[3]
    if max(even, odd) < 0.2 * quarter or min(even, odd) * 5 > max(even, odd):
        raise _binary()
    return "utf-16-le" if odd > even else "utf-16-be"


def _wide(data: bytes, encoding: str) -> str:
    unit = 4 if "32" in encoding else 2
    whole = data[: len(data) // unit * unit]  # a file cut in the middle of a character is worth reading
    try:
        return whole.decode(encoding)
    except UnicodeDecodeError:
        raise unreadable("its encoding is damaged", remedy=_SAVE_AS_UTF8) from None


def _utf8(data: bytes) -> str | None:
    """UTF-8, also with a few damaged places; None if it is rather another encoding."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    beyond_ascii = len(text) - len(text.encode("ascii", errors="ignore")) - damaged
    # Other encodings almost never look like UTF-8: ten good sequences for a bad one mean damage.
    return text if beyond_ascii >= 10 * damaged else None


def _guess(data: bytes) -> str:
    sample = _telling_lines(data)
    matches = from_bytes(sample, cp_isolation=_LEGACY)
    best = matches.best()
    if best is None:
        raise unreadable("its encoding is unknown", remedy=_SAVE_AS_UTF8)
    western = any(_is_as_good(match, best, is_short=len(sample) < 500) for match in matches)
    return data.decode("cp1252" if western else best.encoding, errors="replace")


def _is_as_good(match: CharsetMatch, best: CharsetMatch, *, is_short: bool) -> bool:
    """Whether a match is western Latin and about as good as the best.

    Latin code pages score alike, and by their order a Spanish `ñ` would become a Polish `ń`. In a few lines even
    the language can't be told, and then the western page is the likely one.
    """
    if "cp1252" not in match.could_be_from_charset or match.chaos - best.chaos >= 0.05:
        return False
    if is_short:
        return match.coherence >= best.coherence - 0.1
    return match.language in _WESTERN and (match.coherence, -match.chaos) >= (best.coherence, -best.chaos)


def _telling_lines(data: bytes) -> bytes:
    """A sample of lines that hold more than ASCII: the times of a caption file would drown the evidence."""
    lines, size = [], 0
    for line in data[: 16 * _SAMPLE_BYTES].splitlines():
        if not line.isascii():
            lines.append(line[:_SAMPLE_BYTES])
            size += len(line)
            if size >= _SAMPLE_BYTES:
                break
    return b"\n".join(lines) or data[-_SAMPLE_BYTES:]


def _is_mostly_control(text: str) -> bool:
    head = text[:_SAMPLE_BYTES]
    return len(_CONTROL.findall(head)) > max(8, len(head) // 100)
