"""What the documentation says is so: commands exist, help is the help, fields are the fields, links lead somewhere."""

import re
import shlex
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from click.testing import CliRunner

from quellenlage.cli import main
from quellenlage.model import Dossier

ROOT = Path(__file__).parent.parent
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md")])
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def commands(tool: str) -> list[str]:
    lines = [line for page in PAGES for line in page.read_text(encoding="utf-8").splitlines()]
    found = (re.search(rf"(?:^    |\| ){tool} .*", line) for line in lines)
    return sorted({hit.group(0).strip(" |") for hit in found if hit})


def between(page: str, mark: str) -> str:
    text = (ROOT / page).read_text(encoding="utf-8")
    return re.search(rf"<!-- {mark} -->\n(.*?)<!-- /{mark} -->", text, re.DOTALL).group(1).strip("\n")


@pytest.mark.parametrize("line", commands("quellenlage"))
def test_a_command_in_the_documentation_can_be_typed(line: str) -> None:
    words = shlex.split(line.partition(" > ")[0], comments=True)[1:]
    command = main.commands[words[0]]
    with command.make_context(words[0], words[1:]):
        pass


@pytest.mark.parametrize("line", commands("make"))
def test_a_make_target_in_the_documentation_exists(line: str) -> None:
    for target in (word for word in shlex.split(line, comments=True)[1:] if "=" not in word):
        assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE)


def test_the_readme_shows_the_help_as_it_is() -> None:
    result = CliRunner().invoke(main, ["build", "--help"], prog_name="quellenlage", terminal_width=100)
    shown = "\n".join(f"    {line}".rstrip() for line in result.stdout.strip("\n").splitlines())
    assert between("README.md", "help") == shown


def test_the_readme_shows_some_output() -> None:
    assert 8 <= len(between("README.md", "output").splitlines()) <= 14


def names(kind: Any) -> set[str]:
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return {field.name for field in fields(kind)} | set().union(*(names(hint) for hint in hints.values()))
    return set().union(*(names(part) for part in get_args(kind)))


@pytest.mark.parametrize("field", sorted(names(Dossier)))
def test_every_field_of_the_format_is_described(field: str) -> None:
    assert f"`{field}`" in re.sub(r"\[\]`", "`", (ROOT / "docs/data-format.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
        assert target.startswith("https://") or (page.parent / target).exists(), target


def test_every_page_of_the_documentation_can_be_reached() -> None:
    index = (ROOT / "docs/index.md").read_text(encoding="utf-8")
    assert not [
        page.name for page in (ROOT / "docs").glob("*.md") if page.name not in index and page.name != "index.md"
    ]
