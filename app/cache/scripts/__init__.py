"""The atomic steps, one Lua file each. What a step does, takes and returns is said in its head."""

from __future__ import annotations

from hashlib import sha1
from pathlib import Path
from typing import NamedTuple


class Script(NamedTuple):
    """A step's text and the name under which the server keeps it."""

    text: str
    sha: str


def _load(name: str) -> Script:
    text = (Path(__file__).parent / f"{name}.lua").read_text(encoding="utf-8")
    return Script(text, sha1(text.encode(), usedforsecurity=False).hexdigest())


LEASE = _load("lease")
FILL = _load("fill")
RELEASE = _load("release")
APPEND = _load("append")
INVALIDATE = _load("invalidate")
PUT_UNVERSIONED = _load("put_unversioned")
APPEND_UNVERSIONED = _load("append_unversioned")
DROP = _load("drop")
