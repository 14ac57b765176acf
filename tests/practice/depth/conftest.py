"""A workspace with the ladders there are, and no other content."""

from dataclasses import replace
from pathlib import Path

import pytest

from sharpen.content.library import read_library
from sharpen.practice import Workspace

CONTENT = Path(__file__).parents[3] / "content"


@pytest.fixture
def ws(ws: Workspace, tmp_path: Path) -> Workspace:
    root = tmp_path / "depth-content"
    root.mkdir()
    for name in ("outline.toml", "depth"):
        (root / name).symlink_to(CONTENT / name)
    return replace(ws, library=read_library([root]))
