"""The documents and the code say the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.cli import cli
from app.config import Settings

ROOT = Path(__file__).parents[1]
NAMES = [field.alias or name.upper() for name, field in Settings.model_fields.items()]


@pytest.mark.parametrize("name", NAMES)
def test_a_setting_stands_in_the_example_and_in_the_manual(name: str) -> None:
    assert re.search(rf"^#? ?{name}=", (ROOT / ".env.example").read_text(), re.MULTILINE)
    assert f"`{name}`" in (ROOT / "docs/operations.md").read_text()


def test_the_example_names_no_setting_that_does_not_exist() -> None:
    named = re.findall(r"^#? ?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE)
    assert set(named) == set(NAMES)


def test_the_example_as_it_is_starts_with_the_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    example = Settings(_env_file=ROOT / ".env.example", _env_prefix="")
    monkeypatch.chdir(tmp_path)
    assert example == Settings()


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_a_command_stands_in_the_manual(name: str) -> None:
    assert f"`python -m app.cli {name}`" in (ROOT / "docs/operations.md").read_text()


def test_each_verb_of_the_makefile_stands_in_the_guide() -> None:
    verbs = re.findall(r"^([a-z0-9-]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE)
    guide = (ROOT / "CONTRIBUTING.md").read_text()
    assert [verb for verb in verbs if f"`make {verb}`" not in guide] == []


@pytest.mark.parametrize("path", [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))], ids=lambda p: p.name)
def test_a_link_in_the_documents_leads_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", path.read_text()):
        assert (path.parent / target).exists(), target


@pytest.mark.parametrize("path", sorted((ROOT / "docs/decisions").glob("*.md")), ids=lambda p: p.name)
def test_a_decision_is_short(path: Path) -> None:
    assert path.read_text().count("\n") <= 60
