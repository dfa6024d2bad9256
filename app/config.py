"""Settings, validated once at start. This is the only file that reads the environment.

Every name here stands in `.env.example` and in `docs/operations.md` (a test keeps the three equal). Values come from
the process environment, then from `.env` in the working directory, then from the defaults below.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import quote, urlsplit, urlunsplit

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from app.errors import StartupError

OWN_PREFIX = "YTX_"
# Linux allows 108 bytes in a socket's path, macOS 104, NUL included; `.s.PGSQL.5432` is the longest name used.
LONGEST_SOCKET_FOLDER = 104 - 1 - len("/.s.PGSQL.5432")

Names = Annotated[tuple[str, ...], NoDecode]


class Settings(BaseSettings):
    """All settings. A field's environment variable is its name in capitals, or the alias given."""

    model_config = SettingsConfigDict(
        env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    # Web server
    host: str = "127.0.0.1"
    port: int = Field(8000, ge=1, le=65535)

    # PostgreSQL: the embedded one if unset
    database_url: SecretStr | None = None

    # Redis or Valkey; none of the first three set: embedded
    redis_host: str | None = None
    redis_port: int | None = Field(None, ge=1, le=65535)
    redis_password: SecretStr | None = None
    redis_db: int = Field(0, ge=0)

    # Cache
    enable_cache: bool = True
    cache_expire_sessions: int = Field(86_400, ge=1, le=2_592_000)
    cache_expire_messages: int = Field(3_600, ge=1, le=2_592_000)

    # Background work; unset: the Redis above
    celery_broker_url: SecretStr | None = None
    celery_result_backend: SecretStr | None = None

    # Where the embedded servers keep their data; unset: the platform's data folder
    data_dir: Path | None = Field(None, alias="YTX_DATA_DIR")

    # Logs
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", alias="YTX_LOG_LEVEL")
    log_format: Literal["console", "json"] = Field("console", alias="YTX_LOG_FORMAT")

    # YouTube
    youtube_proxy: SecretStr | None = Field(None, alias="YTX_YOUTUBE_PROXY")
    youtube_ca_file: Path | None = Field(None, alias="YTX_YOUTUBE_CA_FILE")
    youtube_languages: Names = Field((), alias="YTX_YOUTUBE_LANGUAGES")
    youtube_clients: Names = Field(("visionos", "web"), alias="YTX_YOUTUBE_CLIENTS")
    youtube_cookies: SecretStr | None = Field(None, alias="YTX_YOUTUBE_COOKIES")
    youtube_pause_seconds: float = Field(0.0, ge=0, le=60, alias="YTX_YOUTUBE_PAUSE_SECONDS")
    youtube_deadline_seconds: float = Field(120.0, ge=1, le=1_800, alias="YTX_YOUTUBE_DEADLINE_SECONDS")

    @field_validator("youtube_languages", "youtube_clients", mode="before")
    @classmethod
    def _comma_separated(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("database_url")
    @classmethod
    def _postgresql_only(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and urlsplit(value.get_secret_value()).scheme.partition("+")[0] not in (
            "postgres",
            "postgresql",
        ):
            raise ValueError("must be a postgresql:// address")
        return value

    @property
    def embedded_postgres(self) -> bool:
        """Whether this product starts PostgreSQL itself."""
        return self.database_url is None

    @property
    def embedded_valkey(self) -> bool:
        """Whether this product starts Valkey itself."""
        return self.redis_host is None and self.redis_port is None and self.redis_password is None

    @property
    def data_folder(self) -> Path:
        """The folder of the embedded servers, absolute."""
        return (self.data_dir or user_data_path("youtube-extractor")).expanduser().absolute()

    @property
    def socket_folder(self) -> Path:
        """Where the embedded servers listen: beside their data, or in a short path when that one is too long.

        It follows from the data folder alone, so that every process finds the servers without asking.
        """
        beside = self.data_folder / "run"
        if len(os.fsencode(beside)) <= LONGEST_SOCKET_FOLDER:
            return beside
        digest = hashlib.sha256(os.fsencode(self.data_folder)).hexdigest()[:16]
        return Path(tempfile.gettempdir()) / f"ytx-{os.getuid()}-{digest}"

    @property
    def valkey_socket(self) -> Path:
        """The Unix socket of the embedded Valkey."""
        return self.socket_folder / "valkey.sock"

    @property
    def postgres_address(self) -> str:
        """The address of PostgreSQL, as asyncpg takes it; holds the password."""
        if self.database_url is None:
            return f"postgresql://ytx@/ytx?host={quote(str(self.socket_folder))}"
        return urlunsplit(urlsplit(self.database_url.get_secret_value())._replace(scheme="postgresql"))

    @property
    def redis_url(self) -> str:
        """The address of Redis for redis-py; holds the password."""
        if self.embedded_valkey:
            return f"unix://{quote(str(self.valkey_socket))}?db={self.redis_db}"
        return self._redis_tcp_url()

    @property
    def broker_url(self) -> str:
        """The address of Celery's broker, in kombu's spelling."""
        return self._secret(self.celery_broker_url) or self._default_celery_url()

    @property
    def result_backend(self) -> str:
        """The address of Celery's result backend, in kombu's spelling."""
        return self._secret(self.celery_result_backend) or self._default_celery_url()

    def _default_celery_url(self) -> str:
        if self.embedded_valkey:
            return f"redis+socket://{quote(str(self.valkey_socket))}?virtual_host={self.redis_db}"
        return self._redis_tcp_url()

    def _redis_tcp_url(self) -> str:
        password = self._secret(self.redis_password)
        login = f":{quote(password, safe='')}@" if password else ""
        return f"redis://{login}{self.redis_host or 'localhost'}:{self.redis_port or 6379}/{self.redis_db}"

    @staticmethod
    def _secret(value: SecretStr | None) -> str | None:
        return value.get_secret_value() if value is not None else None


def load_settings() -> Settings:
    """Read and validate the settings.

    Raises StartupError with one sentence per wrong value, each naming the variable.
    """
    known = {_variable(name) for name in Settings.model_fields}
    strangers = sorted(n for n in os.environ if n.startswith(OWN_PREFIX) and n not in known)
    if strangers:
        raise StartupError(f"Unknown setting {', '.join(strangers)}: see .env.example for the names that exist.")
    try:
        return Settings()
    except ValidationError as error:
        raise StartupError(" ".join(_sentence(e["loc"], e["msg"]) for e in error.errors())) from None


def _variable(field: str) -> str:
    return Settings.model_fields[field].alias or field.upper()


def _sentence(location: tuple[int | str, ...], message: str) -> str:
    name = str(location[0]) if location else "settings"
    variable = _variable(name) if name in Settings.model_fields else name.upper()
    return f"The setting {variable} is wrong: {message[0].lower()}{message[1:]}."


@lru_cache(maxsize=1)
def get_settings() -> Settings:
    """The settings of this process, read at first use.

    A wrong one ends the process with its sentence and exit code 1, also under `uvicorn` and `celery`.
    """
    try:
        return load_settings()
    except StartupError as error:
        raise SystemExit(f"youtube-extractor: {error.detail}") from None
