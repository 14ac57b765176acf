"""A workspace with the real content, and mocks that can be moved in time."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from sharpen.domain.mock import Mock
from sharpen.judge import LocalJudge
from sharpen.practice import Settings, Workspace, open_workspace
from sharpen.practice.mocks import mocks
from tests.looking import look


@pytest.fixture
def ws(tmp_path: Path, judge: LocalJudge) -> Iterator[Workspace]:
    opened = open_workspace(Settings(home=tmp_path / "home"))
    yield replace(opened, judge=judge.at(opened.library.problems.folder))
    opened.close()


def now(ws: Workspace, mock: Mock) -> Mock:
    """A mock as it is kept."""
    return look(ws, mocks.find, mock.id)


def earlier(ws: Workspace, mock: Mock, minutes: float) -> Mock:
    """Let all of a mock have happened earlier: its clock is nothing else than its moments."""
    by, kept = timedelta(minutes=minutes), now(ws, mock)

    def shifted(noun: Any) -> Any:
        times = {each.name: getattr(noun, each.name) for each in fields(noun)}
        return replace(noun, **{name: at - by for name, at in times.items() if isinstance(at, datetime)})

    rounds = tuple(replace(shifted(one), tasks=tuple(map(shifted, one.tasks))) for one in kept.rounds)
    moved: Mock = replace(shifted(kept), rounds=rounds, pauses=tuple(map(shifted, kept.pauses)))
    with ws.writing() as work:
        work.mocks.put(moved)
    return moved
