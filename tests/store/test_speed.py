"""With 100,000 attempts everything a page asks is answered as fast as with a hundred."""

import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from sharpen.domain.attempt import Attempt, Origin, State
from sharpen.domain.verdict import Verdict
from sharpen.store import Store, attempts, open_store
from tests.store.conftest import START

MANY, PROBLEMS = 100_000, 40


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("full") / "sharpen.db"
    store = open_store(f"sqlite:///{path}")
    verdicts = (Verdict.WRONG_ANSWER, Verdict.ACCEPTED, Verdict.TIME_LIMIT)
    for start in range(0, MANY, 10_000):
        made = [
            Attempt(
                f"a{i:06}", "me", f"problem-{i * 7919 % PROBLEMS}", "v", "x = 1\n" * 50, Origin.WEB,
                START + timedelta(seconds=i), State.FINISHED, verdicts[i % 3], (), START + timedelta(seconds=i + 1),
            )
            for i in range(start, start + 10_000)
        ]  # fmt: skip
        with store.writing() as db:
            attempts.add(db, *made)
    yield store
    store.close()


@pytest.mark.parametrize(
    ("ask", "seconds"),
    [
        (lambda db: attempts.standings(db, "me"), 0.010),
        (lambda db: attempts.of_problem(db, "me", "problem-3", 100), 0.010),
        (lambda db: attempts.recent(db, "me", 50), 0.010),
        (lambda db: attempts.get(db, "me", "a050000"), 0.005),
        (lambda db: attempts.is_accepted(db, "me", "problem-3"), 0.005),
        (lambda db: attempts.count(db, "me", "problem-3"), 0.010),
        (lambda db: attempts.count(db, "me"), 0.030),
        (lambda db: attempts.recent(db, "me", 50, 90_000), 0.030),
        (lambda db: attempts.abandoned(db), 0.005),
    ],
    ids=["standings", "of-problem", "recent", "get", "accepted", "count", "count-all", "last-page", "abandoned"],
)
def test_answers_are_quick(full: Store, ask: Callable[[object], object], seconds: float) -> None:
    took = []
    for _ in range(5):
        with full.reading() as db:
            started = time.process_time()
            ask(db)
            took.append(time.process_time() - started)
    assert min(took) < seconds
