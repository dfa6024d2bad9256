"""One stand-in for all tests of this folder; log and faults are fresh for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.videos.youtube import YouTubeSettings
from tests.standin.youtube import YouTubeStandin

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def running_standin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[YouTubeStandin]:
    with YouTubeStandin(tmp_path_factory.mktemp("youtube")) as standin:
        yield standin


@pytest.fixture
def standin(running_standin: YouTubeStandin) -> YouTubeStandin:
    running_standin.reset()
    return running_standin


@pytest.fixture
def settings(standin: YouTubeStandin) -> YouTubeSettings:
    return YouTubeSettings(proxy=standin.proxy_url, ca_file=standin.ca_file, deadline_seconds=60)
