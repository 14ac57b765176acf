"""The domain knows the standard library and itself, and nothing else."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import sharpen.domain

MODULES = sorted(Path(sharpen.domain.__path__[0]).rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_every_import_is_of_the_standard_library_or_the_domain(path: Path) -> None:
    others = [
        name
        for name in imported(path.read_text(encoding="utf-8"))
        if name.split(".")[0] not in sys.stdlib_module_names and not f"{name}.".startswith("sharpen.domain.")
    ]
    assert not others


def imported(source: str) -> Iterator[str]:
    """Every module that a file imports, wherever it does."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_other_imports_are_noticed() -> None:
    source = "import numpy as np\n\n\ndef f():\n    from sharpen.store import tables\n    import re\n"
    assert set(imported(source)) == {"numpy", "sharpen.store", "re"}
