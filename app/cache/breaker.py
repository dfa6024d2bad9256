"""A circuit breaker: after a few failures in a row the store is left alone, then tried by one caller at a time."""

from __future__ import annotations

import time
from collections.abc import Callable


class Breaker:
    """Closed: all calls pass. Open: none. After `pause_seconds` one probe passes; its result closes or opens it again.

    The clock is the process's monotonic one; nothing here waits or blocks.
    """

    def __init__(
        self, *, failures: int = 3, pause_seconds: float = 1.0, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._limit = failures
        self._pause_seconds = pause_seconds
        self._clock = clock
        self._failures = 0
        self._closed_until_probe = 0.0

    @property
    def is_open(self) -> bool:
        """Whether calls are held back at the moment."""
        return self._failures >= self._limit

    def allows(self) -> bool:
        """Whether this call may go to the store; a caller that gets True must report how it went."""
        if not self.is_open:
            return True
        if self._clock() < self._closed_until_probe:
            return False
        self._closed_until_probe = self._clock() + self._pause_seconds  # the next probe waits its turn
        return True

    def succeeded(self) -> None:
        """The store answered."""
        self._failures = 0

    def failed(self) -> None:
        """The store failed or did not answer in time."""
        self._failures += 1
        if self.is_open:
            self._closed_until_probe = self._clock() + self._pause_seconds
