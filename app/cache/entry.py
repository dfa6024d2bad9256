"""The values that pass between the cache and those who read through it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """How a read was answered: from the cache, from the database, or around a cache that could not be asked."""

    HIT = "hit"
    MISS = "miss"
    BYPASS = "bypass"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A list as the database has it: JSON text, the version it is at, and whose it is."""

    body: bytes
    version: int
    owner: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A list on its way to the reader: JSON text as it is stored, its version, and where it came from."""

    body: bytes
    version: int
    outcome: Outcome


class Bypass:
    """The store could not be asked, or did not answer in time. Never an exception: the request goes on."""


BYPASS = Bypass()
