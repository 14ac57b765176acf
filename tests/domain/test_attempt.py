"""How a learner stands with a problem."""

from datetime import UTC, datetime, timedelta

import pytest

from sharpen.domain.attempt import RUSTY_AFTER, Attempt, Origin, Progress, State, progress
from sharpen.domain.verdict import Verdict

NOW = datetime(2026, 11, 22, tzinfo=UTC)
WON, LOST, OPEN = Verdict.ACCEPTED, Verdict.WRONG_ANSWER, None


def ago(**passed: float) -> datetime:
    return NOW - timedelta(**passed)


@pytest.mark.parametrize(
    ("verdicts", "wanted"),
    [
        ([], Progress.NEW),
        ([(ago(days=1), LOST)], Progress.TRIED),
        ([(ago(days=1), OPEN)], Progress.TRIED),
        ([(ago(days=99), LOST)], Progress.TRIED),
        ([(ago(days=1), WON)], Progress.SOLVED),
        ([(ago(days=2), WON), (ago(days=1), LOST)], Progress.SOLVED),
        ([(NOW - RUSTY_AFTER, WON)], Progress.SOLVED),
        ([(NOW - RUSTY_AFTER - timedelta(microseconds=1), WON)], Progress.RUSTY),
        ([(ago(days=31), WON), (ago(days=1), LOST)], Progress.RUSTY),
        ([(ago(days=1), WON), (ago(days=99), WON)], Progress.SOLVED),
        ([(ago(days=99), WON), (ago(days=1), WON)], Progress.SOLVED),
    ],
)
def test_progress(verdicts: list[tuple[datetime, Verdict | None]], wanted: Progress) -> None:
    assert progress(verdicts, NOW) is wanted
    assert progress(reversed(verdicts), NOW) is wanted


def test_an_attempt_is_accepted_by_its_verdict_alone() -> None:
    attempt = Attempt("a", "me", "k-means", "v", "", Origin.WEB, NOW)
    assert attempt.state is State.JUDGING
    assert not attempt.accepted
    assert Attempt("a", "me", "k-means", "v", "", Origin.WEB, NOW, State.FINISHED, WON).accepted
    assert not Attempt("a", "me", "k-means", "v", "", Origin.WEB, NOW, State.FINISHED, LOST).accepted
