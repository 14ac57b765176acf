"""Signals: thresholds, and what one round leaves for the whole."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharpen.domain.verdict import Verdict
from sharpen.practice.mocks.signal import LEAST, Signal, of_problem, overall, signal

SHARES = st.floats(0, 1)


@given(SHARES, SHARES)
def test_more_is_never_a_lower_signal(one: float, other: float) -> None:
    assert signal(min(one, other)) <= signal(max(one, other))


def test_each_signal_begins_at_its_threshold() -> None:
    for found, least in LEAST.items():
        assert signal(least) is found
    for higher, lower in pairwise(LEAST):
        assert signal(LEAST[higher] - 0.001) is lower
    assert Signal.LEANING_NO.words == "Leaning no"
    assert [one for one in Signal if one.passes] == [Signal.LEANING_HIRE, Signal.HIRE, Signal.STRONG_HIRE]


@given(st.lists(st.tuples(SHARES, st.floats(0.1, 4)), min_size=1, max_size=6))
def test_the_whole_is_never_better_than_its_best_round_nor_worse_than_its_worst_unless_one_caps_it(
    rounds: list[tuple[float, float]],
) -> None:
    found = overall((f"Round {place}", share, weight) for place, (share, weight) in enumerate(rounds)).signal
    assert found is not None
    signals = [signal(share) for share, _ in rounds]
    assert found <= max(signals)
    if min(signals) >= Signal.LEANING_NO:
        assert found >= min(signals)


def test_one_round_against_the_candidate_caps_the_whole_and_is_named() -> None:
    whole = overall([("Coding", 1.0, 1), ("Breadth", 1.0, 1), ("Design", 1.0, 1), ("Depth", 0.3, 1)])
    assert whole.signal is Signal.LEANING_HIRE
    assert "Depth is a no hire, which leaves leaning hire at best." in whole.reasons
    assert overall([("Coding", 1.0, 9), ("Depth", 0.1, 1)]).signal is Signal.NO_HIRE


def test_what_could_not_be_judged_does_not_count_and_is_said() -> None:
    whole = overall([("Coding", 0.95, 1), ("Design", None, 1)])
    assert whole.signal is Signal.STRONG_HIRE
    assert whole.reasons[-1] == "1 of 2 rounds could be judged; the others do not count."
    few = overall([("Design", None, 1), ("Depth", None, 1), ("Coding", 1.0, 1)])
    assert (few.signal, few.reasons) == (None, ("1 of 3 rounds could be judged: too few to say more.",))
    waits = overall([("Coding", 0.95, 1), ("Design", None, 1)], ["Design"])
    assert (waits.signal, waits.reasons) == (None, ("Design waits for a verdict or for your ticks.",))


@pytest.mark.parametrize(
    ("verdict", "more", "share", "reason"),
    [
        (None, {}, 0.0, "nothing was handed in"),
        (Verdict.ACCEPTED, {"seconds": 900.0}, 1.0, "solved in 15 of 25 minutes, with time to spare"),
        (Verdict.ACCEPTED, {"seconds": 1400.0}, 0.85, "solved in 23 of 25 minutes"),
        (Verdict.ACCEPTED, {"hints": 2}, 0.6, "solved with 2 hints"),
        (Verdict.ACCEPTED, {"peeked": True}, 0.2, "solved with the model solution in view"),
        (Verdict.WRONG_ANSWER, {"passed": 6}, 0.375, "wrong answer, 6 of 8 checks passed"),
    ],
)
def test_a_problem(verdict: Verdict | None, more: dict[str, float], share: float, reason: str) -> None:
    known = {"passed": 8, "of": 8, "hints": 0, "peeked": False, "seconds": 0.0, "minutes": 25} | more
    passed, of = int(known.pop("passed")), int(known.pop("of"))
    assert of_problem(verdict, passed, of, **known) == (pytest.approx(share), reason)  # type: ignore[arg-type]
