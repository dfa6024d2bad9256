"""What the stand-in was asked, and how it was told to misbehave."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field


@dataclass(frozen=True)
class LoggedRequest:
    """One request as it arrived. `client` is the YouTube player that it poses as, if it says so."""

    method: str
    host: str
    path: str
    query: dict[str, str] = field(default_factory=dict)
    video_id: str | None = None
    client: str | None = None
    cookie: str = ""
    refused: bool = False

    @property
    def address(self) -> str:
        """The method and the path, for comparing lists of requests."""
        return f"{self.method} {self.path}"


@dataclass
class Fault:
    """A way to misbehave, for the next `times` requests whose path holds `path`.

    `match`: only requests whose body or query holds this text, such as a video id or the name of a client.
    `status` and `body` replace the answer; `delay` waits that many seconds before it; `cut` closes the
    connection in the middle of it; `drip` sends one byte of it each so many seconds.
    """

    path: str
    status: int | None = None
    times: int = 1
    delay: float = 0
    cut: bool = False
    drip: float = 0
    body: str | None = None
    match: str = ""


class Ledger:
    """The request log and the faults of one stand-in; safe to use from its threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._arrived = threading.Condition(self._lock)
        self._requests: list[LoggedRequest] = []
        self._faults: list[Fault] = []

    def record(self, request: LoggedRequest) -> None:
        """Log a request, before it is answered."""
        with self._lock:
            self._requests.append(request)
            self._arrived.notify_all()

    def requests(self) -> list[LoggedRequest]:
        """The requests so far, in the order of their arrival."""
        with self._lock:
            return list(self._requests)

    def wait_for(self, path: str, timeout: float) -> bool:
        """Wait until a request whose path holds `path` has arrived; False when none came in time."""

        def is_here() -> bool:
            return any(path in request.path for request in self._requests)

        with self._lock:
            return self._arrived.wait_for(is_here, timeout)

    def add_fault(self, fault: Fault) -> None:
        """Misbehave from now on, as long as the fault lasts."""
        with self._lock:
            self._faults.append(fault)

    def take_fault(self, path: str, text: str) -> Fault | None:
        """The fault for a request, which is then used up by one."""
        with self._lock:
            for fault in self._faults:
                if fault.times > 0 and fault.path in path and fault.match in text:
                    fault.times -= 1
                    return fault
        return None

    def reset(self) -> None:
        """Forget requests and faults."""
        with self._lock:
            self._requests.clear()
            self._faults.clear()
