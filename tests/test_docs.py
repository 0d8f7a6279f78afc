""" "The docs say what the code does.\""""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
_LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")
_COMMAND = re.compile(r"^onrecord (\w+)", re.MULTILINE)


def _writer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("write_docs", ROOT / "tools" / "write_docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["commands.md", "records.md", "rules.md"])
def test_the_reference_pages_are_as_the_code_has_them(name: str) -> None:
    written = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert written == _writer().PAGES[name](), "run python tools/write_docs.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    links = [link for link in _LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_command_of_the_readme_exists() -> None:
    commands = set(_COMMAND.findall((ROOT / "README.md").read_text(encoding="utf-8")))
    known = set(re.findall(r"^## onrecord (\w+)", _writer().write_commands(), re.MULTILINE))
    assert len(commands) >= 7
    assert commands <= known


def test_every_record_is_described() -> None:
    page = _writer().write_records()
    for name in ("Attribution", "Figure", "Discrepancy", "Timex", "Capture"):
        assert f"\n## {name}\n" in page
