"""The terminal entrance: `python -m app.cli COMMAND`. Each command is one call."""

from __future__ import annotations

import asyncio
import json
import sys

import click

from app.config import load_settings
from app.errors import StartupError


@click.group()
@click.version_option(package_name=None, version=__import__("app").__version__, prog_name="youtube-extractor")
def cli() -> None:
    """YouTube Extractor: transcripts one can ask."""


@cli.command()
def serve() -> None:
    """Run everything: the page and API, a worker, beat, and the embedded servers if no address is set."""
    from app.supervisor import Supervisor

    Supervisor(load_settings()).run()


@cli.command()
def migrate() -> None:
    """Bring the database's schema up to date and end."""
    from app.db.migrate import migrate as run
    from app.embedded import ensure_running

    settings = load_settings()
    ensure_running(settings)
    asyncio.run(run(settings.postgres_address))
    click.echo("The schema is up to date.")


@cli.command()
def openapi() -> None:
    """Print the HTTP API's description, from which the page's client is generated."""
    from app.main import create_app

    click.echo(json.dumps(create_app().openapi(), indent=2, ensure_ascii=False))


def main() -> None:
    """Run a command; what keeps it from starting is one sentence and exit code 2."""
    try:
        cli()
    except StartupError as error:
        click.echo(f"youtube-extractor: {error.detail}", err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
