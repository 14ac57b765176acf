"""The verdict on a whole submission."""

import pytest

from sharpen.domain.verdict import CheckResult, Kind, Verdict, overall


def results(*verdicts: Verdict) -> list[CheckResult]:
    return [CheckResult(f"check {i}", Kind.ORACLE, verdict) for i, verdict in enumerate(verdicts)]


def test_all_checks_must_pass() -> None:
    assert overall(results(Verdict.ACCEPTED, Verdict.ACCEPTED)) is Verdict.ACCEPTED


@pytest.mark.parametrize("verdict", [verdict for verdict in Verdict if verdict is not Verdict.ACCEPTED])
def test_the_first_failure_decides(verdict: Verdict) -> None:
    assert overall(results(Verdict.ACCEPTED, verdict, Verdict.OUTPUT_LIMIT)) is verdict


def test_nobody_is_accepted_unchecked() -> None:
    with pytest.raises(ValueError, match="at least one"):
        overall([])


def test_a_result_passed_only_when_accepted() -> None:
    assert [result.passed for result in results(*Verdict)] == [verdict is Verdict.ACCEPTED for verdict in Verdict]
