"""A fresh database for each test, and attempts to put into it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from sharpen.domain.attempt import Attempt, Origin, State
from sharpen.store import Store, open_store

START = datetime(2026, 11, 22, 12, 0, 0, 123456, tzinfo=UTC)
NewAttempt = Callable[..., Attempt]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sharpen.db"


@pytest.fixture
def url(path: Path) -> str:
    return f"sqlite:///{path}"


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    store = open_store(url)
    yield store
    store.close()


@pytest.fixture
def new_attempt() -> NewAttempt:
    """Makes attempts, each a minute after the one before."""
    numbers = count()

    def new(**given: object) -> Attempt:
        number = next(numbers)
        known = {
            "id": f"a{number:03}",
            "learner": "me",
            "problem": "k-means",
            "version": "v1",
            "source": f"x = {number}\n",
            "origin": Origin.WEB,
            "created": START + timedelta(minutes=number),
            "state": State.JUDGING,
        }
        return Attempt(**{**known, **given})  # type: ignore[arg-type]

    return new
