"""Settings: what is embedded when, and how addresses are put together."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.config import LONGEST_SOCKET_FOLDER, Settings, load_settings
from app.errors import StartupError


def test_nothing_set_means_embedded_on_sockets() -> None:
    settings = Settings(_env_file=None)
    assert (settings.embedded_postgres, settings.embedded_valkey) == (True, True)
    assert settings.redis_url.startswith("unix://")
    assert settings.broker_url.startswith("redis+socket://")


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ({"redis_host": "cache.test"}, "redis://cache.test:6379/0"),
        ({"redis_port": 7000}, "redis://localhost:7000/0"),
        ({"redis_password": "p@ss/word"}, "redis://:p%40ss%2Fword@localhost:6379/0"),
        ({"redis_host": "h", "redis_db": 3}, "redis://h:6379/3"),
    ],
)
def test_any_part_of_an_address_means_your_own_redis(given: dict[str, object], address: str) -> None:
    settings = Settings(_env_file=None, **given)  # type: ignore[arg-type]
    assert not settings.embedded_valkey
    assert settings.redis_url == settings.broker_url == settings.result_backend == address


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+asyncpg", "postgresql+psycopg"])
def test_the_usual_spellings_of_a_postgresql_address_are_taken(scheme: str) -> None:
    settings = Settings(_env_file=None, database_url=f"{scheme}://u:p@h:5432/d")
    assert settings.postgres_address == "postgresql://u:p@h:5432/d"


def test_secrets_do_not_show_when_settings_are_printed() -> None:
    settings = Settings(_env_file=None, redis_password="hush", database_url="postgresql://u:hush@h/d")
    assert "hush" not in repr(settings)


def test_a_long_data_folder_has_its_sockets_in_a_short_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YTX_DATA_DIR", "/" + "long/" * 40)
    first, second = Settings(_env_file=None).socket_folder, Settings(_env_file=None).socket_folder
    assert first == second
    assert len(str(first)) <= LONGEST_SOCKET_FOLDER


def test_an_empty_value_counts_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDIS_HOST", "")
    monkeypatch.setenv("DATABASE_URL", "")
    assert Settings(_env_file=None).embedded_valkey
    assert Settings(_env_file=None).embedded_postgres


def test_an_env_file_is_read_and_the_environment_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("PORT=9001\nREDIS_DB=2\nUNKNOWN=1\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PORT", "9002")
    settings = load_settings()
    assert (settings.port, settings.redis_db) == (9002, 2)


def test_a_misspelt_setting_of_ours_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YTX_YOUTUBE_PROXXY", "x")
    with pytest.raises(StartupError, match="YTX_YOUTUBE_PROXXY"):
        load_settings()
