"""The stand-in itself: it serves nobody but YouTube's names, and can be steered from outside."""

from __future__ import annotations

import http.client
import json
import ssl
import subprocess
import sys
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.standin.youtube.catalogue import VIDEOS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.standin.youtube import YouTubeStandin


def _tunnel(standin: YouTubeStandin, host: str) -> http.client.HTTPSConnection:
    proxy = urlsplit(standin.proxy_url)
    connection = http.client.HTTPSConnection(
        proxy.hostname or "",
        proxy.port,
        timeout=10,
        context=ssl.create_default_context(cafile=standin.ca_file),
    )
    connection.set_tunnel(host, 443)
    return connection


def _control(proxy_url: str, method: str, path: str, body: object = None) -> object:
    proxy = urlsplit(proxy_url)
    connection = http.client.HTTPConnection(proxy.hostname or "", proxy.port, timeout=10)
    connection.request(method, path, json.dumps(body))
    answer = json.loads(connection.getresponse().read())
    connection.close()
    return answer


@pytest.mark.parametrize("host", ["example.com", "169.254.169.254", "youtube.com.evil.example", "notyoutube.com"])
def test_other_hosts_are_refused(host: str, standin: YouTubeStandin) -> None:
    connection = _tunnel(standin, host)
    with pytest.raises(OSError, match="502"):
        connection.request("GET", "/")
    connection.close()
    assert [(request.host, request.refused) for request in standin.log()] == [(host, True)]


def test_certificates_are_good_for_youtube(standin: YouTubeStandin) -> None:
    connection = _tunnel(standin, "www.youtube.com")
    connection.request("GET", "/watch?v=manualSubs1")
    response = connection.getresponse()
    assert (response.status, b"ytInitialPlayerResponse" in response.read()) == (200, True)
    connection.close()
    assert standin.log("manualSubs1")[0].address == "GET /watch"


def test_log_faults_and_reset_are_there_for_other_processes(standin: YouTubeStandin) -> None:
    _control(standin.proxy_url, "POST", "/__fault", {"path": "/watch", "status": 418})
    connection = _tunnel(standin, "www.youtube.com")
    connection.request("GET", "/watch?v=manualSubs1")
    assert connection.getresponse().status == 418
    connection.close()
    log = _control(standin.proxy_url, "GET", "/__log")
    assert isinstance(log, list)
    assert log[0]["query"] == {"v": "manualSubs1"}
    _control(standin.proxy_url, "POST", "/__reset")
    assert standin.log() == []


def test_every_id_of_the_catalogue_has_eleven_characters() -> None:
    assert {len(video_id) for video_id in VIDEOS} == {11}


def test_it_runs_by_hand(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.standin.youtube", "--port", "0", "--dir", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        proxy_url = process.stdout.readline().removeprefix("proxy ").strip()
        ca_file = process.stdout.readline().removeprefix("CA ").strip()
        assert _control(proxy_url, "GET", "/__log") == []
        assert ca_file == str(tmp_path / "ca.pem")
        process.terminate()
