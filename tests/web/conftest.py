"""A workspace with the real content and the real judge, and a client that asks as a browser would."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sharpen.judge import LocalJudge
from sharpen.practice import Settings, Workspace, open_workspace
from sharpen.web.app import create_app

ORIGIN = "http://127.0.0.1:8400"


def squeezed(html: str) -> str:
    """HTML without the white space that only lays out its source, within tags and around them."""
    return re.sub(r" ?(/?>|<) ?", r"\1", re.sub(r"\s+", " ", html))


@pytest.fixture(scope="session")
def judge() -> Iterator[LocalJudge]:
    judge = LocalJudge()
    yield judge
    judge.close()


@pytest.fixture
def workspace(tmp_path: Path, judge: LocalJudge) -> Iterator[Workspace]:
    opened = open_workspace(Settings(home=tmp_path))
    yield replace(opened, judge=judge.at(opened.library.problems.folder))
    opened.close()


@pytest.fixture
def client(workspace: Workspace) -> TestClient:
    return TestClient(create_app(workspace), base_url=ORIGIN, follow_redirects=False)


@pytest.fixture
def solution(workspace: Workspace) -> str:
    return workspace.library.problems.solution("k-means")


@pytest.fixture
def wrong() -> str:
    return "def k_means(X, centers, max_iter):\n    print('hello from here')\n    return [0] * len(X), centers\n"
