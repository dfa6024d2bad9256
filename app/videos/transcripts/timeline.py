"""The joined text of all cues, and the way back from a character to the cue and the moment it is said in."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from app.videos.transcripts.scripts import joiner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.videos.types import Cue


class Timeline:
    """Cues on one long text. `starts[i]` is the index in `text` of the first character of cue i."""

    def __init__(self, cues: Sequence[Cue]) -> None:
        self._cues = cues
        self.starts: list[int] = []
        self.text = self._joined()

    def _joined(self) -> str:
        pieces: list[str] = []
        length, before = 0, ""
        for cue in self._cues:
            if before and (seam := joiner(before, cue.text)):
                pieces.append(seam)
                length += len(seam)
            self.starts.append(length)
            pieces.append(cue.text)
            length += len(cue.text)
            before = cue.text
        return "".join(pieces)

    def cue_at(self, place: int) -> int:
        """The index of the cue that holds the character at a place."""
        return bisect_right(self.starts, place) - 1

    def begin_ms(self, place: int) -> int:
        """When the character at a place begins, taking all characters of a cue to last equally long."""
        return self._moment(self.cue_at(place), place)

    def finish_ms(self, place: int) -> int:
        """When the character at a place is over."""
        return self._moment(self.cue_at(place), place + 1)

    def _moment(self, index: int, place: int) -> int:
        cue = self._cues[index]
        said = place - self.starts[index]
        return cue.start_ms + (cue.end_ms - cue.start_ms) * said // len(cue.text)
