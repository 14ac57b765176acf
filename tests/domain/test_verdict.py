"""The verdict on a whole submission."""

import pytest

from sharpen.domain.verdict import CheckResult, Kind, Verdict, first_failure, overall, passed_of


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


def test_the_first_failure_is_the_one_to_explain() -> None:
    some = results(Verdict.ACCEPTED, Verdict.TIME_LIMIT, Verdict.WRONG_ANSWER)
    assert first_failure(some) is some[1]
    assert first_failure(some[:1]) is None


def test_checks_left_out_after_a_failure_are_counted_too() -> None:
    stopped = CheckResult("second", Kind.ORACLE, Verdict.WRONG_ANSWER, of=7)
    assert passed_of([*results(Verdict.ACCEPTED), stopped]) == (1, 7)
    assert passed_of(results(Verdict.ACCEPTED, Verdict.ACCEPTED)) == (2, 2)


def test_evidence_leaves_out_what_is_empty() -> None:
    result = CheckResult("first", Kind.ORACLE, Verdict.WRONG_ANSWER, got="6", input="f(1)", printed="here\n")
    assert result.evidence() == [("input", "f(1)"), ("got", "6"), ("printed", "here")]


def test_a_check_at_which_a_limit_was_met_does_not_read_as_the_cause() -> None:
    assert {result.verdict for result in results(*Verdict) if result.heading.startswith("While checking: check ")} == {
        verdict for verdict in Verdict if verdict.stopped
    }
    assert CheckResult("The code loads", Kind.LOAD, Verdict.TIME_LIMIT).heading == "The code loads"


def test_every_verdict_but_two_is_the_fault_of_the_submission() -> None:
    assert [verdict for verdict in Verdict if not verdict.wrong] == [Verdict.ACCEPTED, Verdict.JUDGE_ERROR]
    assert [verdict for verdict in Verdict if verdict.accepted] == [Verdict.ACCEPTED]


def test_what_was_stopped_has_no_answer() -> None:
    assert [verdict for verdict in Verdict if verdict.answered] == [Verdict.ACCEPTED, Verdict.WRONG_ANSWER]
    assert not [verdict for verdict in Verdict if verdict.stopped and verdict.answered]
