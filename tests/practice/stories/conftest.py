"""A workspace with competencies and questions."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sharpen.content.library import read_library
from sharpen.practice import Workspace
from sharpen.store import open_store
from tests.practice.asking_stories import write_questions


@pytest.fixture
def ws(ws: Workspace, tmp_path: Path) -> Workspace:
    return replace(ws, library=read_library([write_questions(tmp_path / "questions")]))


@pytest.fixture
def there(ws: Workspace) -> Iterator[Workspace]:
    store = open_store("sqlite://")
    yield replace(ws, store=store)
    store.close()
