"""A small problem to attack, and a judge to defend it."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from sharpen.domain.problem import Difficulty, Limits, Problem, Profile
from sharpen.judge import LocalJudge

HERE = Path(__file__).parent
DOUBLING = HERE / "doubling"


def problem_in(folder: Path) -> Problem:
    """The problem of a folder, read without the content package."""
    fields = tomllib.loads((folder / "problem.toml").read_text())
    return Problem(
        slug=folder.name,
        title=fields["title"],
        topic=fields["topic"],
        difficulty=Difficulty(fields["difficulty"]),
        minutes=fields["minutes"],
        entry=tuple(fields["entry"]),
        version="test",
        profile=Profile(fields["profile"]),
        limits=Limits(**fields["limits"]),
    )


@pytest.fixture(scope="session")
def doubling() -> Problem:
    return problem_in(DOUBLING)


@pytest.fixture(scope="session")
def right() -> str:
    return (DOUBLING / "solution.py").read_text()


@pytest.fixture(scope="session")
def judge() -> Iterator[LocalJudge]:
    judge = LocalJudge(lambda _slug: DOUBLING, warm=[Profile.NUMPY])
    yield judge
    judge.close()
