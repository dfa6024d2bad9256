"""What the import contracts in pyproject.toml can't see: sizes, names, who reads the environment, who says `except`."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
LONGEST_COMPONENT = 200
BANNED_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base2", "new", "old"}
# Where an error of any kind may be caught: the edges of a process or task.
EDGES = {"app/videos/extraction.py", "app/chat/generation.py", "app/routes/startup.py"}
ENVIRONMENT_READERS = {"app/config.py"}
# They hand the environment on to their children, or build one, without looking a setting up.
ENVIRONMENT_PASSERS = {"app/embedded/client.py", "app/videos/youtube/extraction.py"}


def tracked(pattern: str) -> list[Path]:
    """The project's own files, committed or about to be."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", pattern],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return sorted(path for name in listed.stdout.split() if (path := ROOT / name).is_file())


MODULES = tracked("app/*.py")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_small_and_says_its_job(path: Path) -> None:
    text = path.read_text()
    tree = ast.parse(text)

    assert text.count("\n") <= LONGEST_MODULE
    assert ast.get_docstring(tree), "the first line says the file's job"
    assert path.stem not in BANNED_NAMES
    assert path.parent.name not in BANNED_NAMES
    for function in functions(tree):
        length = (function.end_lineno or 0) - function.lineno + 1
        assert length <= LONGEST_FUNCTION, f"{function.name} has {length} lines"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_settings_read_the_environment(path: Path) -> None:
    if name_of(path) in ENVIRONMENT_READERS | ENVIRONMENT_PASSERS or path.name == "child.py":
        return
    assert not re.search(r"os\.environ|os\.getenv|getenv\(", path.read_text())


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_an_edge_catches_everything(path: Path) -> None:
    broad = re.search(r"except (Exception|BaseException)\b(?!.*\n\s+(await|_stop|raise))", path.read_text())
    assert broad is None or name_of(path) in EDGES or path.name == "child.py"


@pytest.mark.parametrize("path", [p for p in tracked("web/src/*") if p.suffix in {".ts", ".tsx"}], ids=name_of)
def test_a_component_is_small(path: Path) -> None:
    if ".gen." in path.name or ".test." in path.name:
        return
    limit = LONGEST_COMPONENT if path.suffix == ".tsx" else LONGEST_MODULE
    assert path.read_text().count("\n") <= limit


def test_no_tracked_file_names_where_packages_come_from() -> None:
    for path in [*tracked("*requirements*.txt"), *tracked("*lock*"), *tracked("*.npmrc")]:
        assert "http" not in re.sub(
            r"httptools|httpx2?|httpcore|http-[a-z-]+|httpcache|@[a-z/-]*http[a-z-]*", "", path.read_text()
        ) or ('"resolved"' not in path.read_text() and "--index-url" not in path.read_text())


def test_nothing_is_left_open_in_the_product() -> None:
    for path in [*MODULES, *tracked("web/src/*")]:
        if path.suffix in {".py", ".ts", ".tsx"}:
            assert not re.search(r"\b(TODO|FIXME|XXX|HACK)\b|NotImplementedError", path.read_text()), name_of(path)
