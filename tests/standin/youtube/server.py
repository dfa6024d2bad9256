"""The proxy: it accepts CONNECT, ends TLS itself, logs, misbehaves when told to, and never dials out."""

from __future__ import annotations

import dataclasses
import gzip
import json
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Self, cast
from urllib.parse import parse_qs, urlsplit

from tests.standin.youtube.answers import Answer, answer, knows_host
from tests.standin.youtube.certificates import make_certificates, server_context
from tests.standin.youtube.ledger import Fault, Ledger, LoggedRequest
from tests.standin.youtube.recordings import Recordings

if TYPE_CHECKING:
    import ssl
    from pathlib import Path
    from types import TracebackType

_IDLE_SECONDS = 30


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, port: int, tls: ssl.SSLContext, recordings: Recordings | None) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.tls = tls
        self.recordings = recordings
        self.ledger = Ledger()
        self.stopping = threading.Event()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Quiet: clients that are killed in the middle of an answer are what the tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = _IDLE_SECONDS

    def setup(self) -> None:
        super().setup()
        self.site = cast("_Server", self.server)
        self.tunnel_host: str | None = None

    def finish(self) -> None:
        try:
            super().finish()
        finally:
            if self.tunnel_host is not None:  # the server closes only the socket that it accepted
                self.connection.close()

    def log_message(self, *args: Any) -> None:
        """Quiet: there is a request log."""

    def do_CONNECT(self) -> None:
        host = self.path.partition(":")[0]
        if not knows_host(host):
            self.site.ledger.record(LoggedRequest("CONNECT", host, "", refused=True))
            self.send_error(502, f"the stand-in does not serve {host}")
            return
        self.wfile.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        self.rfile.close()
        try:
            self.connection = self.site.tls.wrap_socket(self.connection, server_side=True)
        except OSError:  # a client that does not trust our authority
            self.site.ledger.record(LoggedRequest("CONNECT", host, "", refused=True))
            self.rfile = self.connection.makefile("rb")
            self.close_connection = True
            return
        self.tunnel_host = host
        self.rfile = self.connection.makefile("rb")
        self.wfile = cast("Any", self.connection.makefile("wb", 0))
        self.close_connection = False  # go on reading, inside the tunnel

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.tunnel_host is None:
            self._reply(self._control(url.path, body))
            return
        query = {key: values[-1] for key, values in parse_qs(url.query).items()}
        payload = json.loads(body) if "json" in self.headers.get("Content-Type", "") else {}
        self.site.ledger.record(self._logged(url.path, query, payload))
        fault = self.site.ledger.take_fault(url.path, body.decode("utf-8", "replace") + url.query)
        reply = self._recorded(url.path, query, payload) or answer(url.path, query, payload)
        self._misbehave(fault, reply) if fault else self._reply(reply)

    def do_POST(self) -> None:
        self.do_GET()

    def _logged(self, path: str, query: dict[str, str], payload: dict[str, Any]) -> LoggedRequest:
        return LoggedRequest(
            self.command,
            self.tunnel_host or "",
            path,
            query,
            video_id=query.get("v") or payload.get("videoId"),
            client=payload.get("context", {}).get("client", {}).get("clientName"),
            cookie=self.headers.get("Cookie", ""),
        )

    def _recorded(self, path: str, query: dict[str, str], payload: dict[str, Any]) -> Answer | None:
        return self.site.recordings.answer(path, query, payload) if self.site.recordings else None

    def _misbehave(self, fault: Fault, reply: Answer) -> None:
        self.site.stopping.wait(fault.delay)
        if fault.status is not None or fault.body is not None:
            reply = Answer(fault.status or 200, "text/html", (fault.body or "").encode())
        if fault.cut:
            self._send_head(reply, len(reply.body) + 1)
            self.wfile.write(reply.body[: len(reply.body) // 2])
            self.connection.shutdown(socket.SHUT_RDWR)
            self.close_connection = True
        elif fault.drip:  # each read is in time, the whole never is
            self._send_head(reply, len(reply.body))
            for byte in reply.body:
                self.wfile.write(bytes([byte]))
                if self.site.stopping.wait(fault.drip):
                    return
        else:
            self._reply(reply)

    def _reply(self, reply: Answer) -> None:
        body, encoding = reply.body, None
        if "gzip" in self.headers.get("Accept-Encoding", "") and len(body) > 512:
            body, encoding = gzip.compress(body, 1), "gzip"
        self._send_head(reply, len(body), encoding)
        self.wfile.write(body)

    def _send_head(self, reply: Answer, length: int, encoding: str | None = None) -> None:
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.media_type)
        self.send_header("Content-Length", str(length))
        if encoding:
            self.send_header("Content-Encoding", encoding)
        self.end_headers()

    def _control(self, path: str, body: bytes) -> Answer:
        """Plain requests to the same port: for people with curl, and for tests in other processes."""
        ledger = self.site.ledger
        result: Any = {}
        if path == "/__log":
            result = [dataclasses.asdict(request) for request in ledger.requests()]
        elif path == "/__reset":
            ledger.reset()
        elif path == "/__fault":
            ledger.add_fault(Fault(**json.loads(body)))
        else:
            return Answer(404, "text/plain", b"/__log, /__reset or /__fault\n")
        return Answer(200, "application/json", json.dumps(result).encode())


class YouTubeStandin:
    """A running stand-in, as a context manager.

    `directory` receives its certificates; `port` 0 takes any free one; `recordings` is a folder with recorded
    answers, which then go before the catalogue.
    """

    def __init__(self, directory: Path, *, port: int = 0, recordings: Path | None = None) -> None:
        ca_path, leaf_path = make_certificates(directory)
        replay = Recordings(recordings) if recordings else None
        self._server = _Server(port, server_context(leaf_path), replay)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self.ca_file = str(ca_path)
        self.proxy_url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.stopping.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def log(self, video_id: str | None = None) -> list[LoggedRequest]:
        """The requests so far; with an id only those about that video."""
        requests = self._server.ledger.requests()
        return [request for request in requests if video_id in {None, request.video_id}]

    def wait_for(self, path: str, timeout: float = 30) -> bool:
        """Wait until a request whose path holds `path` has arrived."""
        return self._server.ledger.wait_for(path, timeout)

    def fault(
        self,
        path: str,
        *,
        status: int | None = None,
        times: int = 1,
        delay: float = 0,
        cut: bool = False,
        drip: float = 0,
        body: str | None = None,
        match: str = "",
    ) -> None:
        """Misbehave for the next `times` requests to `path`; see `Fault`."""
        self._server.ledger.add_fault(Fault(path, status, times, delay, cut, drip, body, match))

    def reset(self) -> None:
        """Forget the log and the faults."""
        self._server.ledger.reset()
