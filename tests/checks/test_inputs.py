"""The calls of a check: fixed by its name, and drawn by a seed."""

from typing import Any

import numpy as np
import pytest

from sharpen import checks
from sharpen.checks import Call, Check
from tests.checks.test_vocabulary import Here


def numbers(rng: np.random.Generator, size: int) -> tuple[list[float]]:
    return (rng.random(size).tolist(),)


def wrong(*_: Any) -> str:
    return "wrong"


def asks(ask: Any, values: list[float]) -> str | None:
    return None if ask(values) and ask(values[::-1]) else "wrong"


def test_names_differ_and_are_alike_once_they_are_tidied_joined_or_cut() -> None:
    for count in range(50):
        given = checks.names("table", count)
        assert len(set(given)) == len(given) == count
    names = checks.names("table", 44)
    assert {name.strip(" .,|/$#*éüa{AŁ\0").lower() for name in names} == {"table 0", "table 1"}
    for tidy in (str.strip, str.lower, lambda name: name.rstrip("."), lambda name: name.split(" ")[0]):
        assert len(set(map(tidy, checks.names("table", 4)))) < 4
    for sign in "$#*\0,|/":
        assert len({name.partition(sign)[0] for name in names}) < len(names)
    for sign in " ,|/":
        pairs = [(one, other) for one in names for other in names]
        assert len({sign.join(pair) for pair in pairs}) < len(pairs)
    for few in (lambda sign: chr(ord(sign) & 255), lambda sign: sign if sign.isascii() else "?"):
        assert len({"".join(map(few, name)) for name in names}) < len(names)


@pytest.fixture(
    params=[
        checks.oracle("A", "f", numbers, [1, 2, 3, 4]),
        checks.property("B", "f", numbers, [1, 2, 3, 4], holds=wrong),
        checks.relation("C", "f", numbers, [1, 2, 3, 4], holds=asks),
    ],
    ids=lambda check: check.name,
)
def check(request: pytest.FixtureRequest) -> Check:
    made: Check = request.param
    return made


def call(check: Check, seed: int) -> Call:
    (case,) = check.draw({"f": sum}, seed)
    return case.call


def test_a_seed_draws_one_case_of_the_middle_size(check: Check) -> None:
    fixed = [case.call for case in check.prepare({"f": sum})]
    drawn = [call(check, seed) for seed in range(20)]
    assert {len(one.args[0]) for one in drawn} == {2}
    assert len({repr(one) for one in [*fixed, *drawn]}) == 24
    assert drawn == [call(check, seed) for seed in range(20)]


def test_checks_draw_apart_from_one_another() -> None:
    one, other = (call(checks.oracle(name, "f", numbers, [5]), 3) for name in "AB")
    assert one != other


def test_what_a_relation_asks_of_a_drawn_case_is_forecast() -> None:
    (case,) = checks.relation("C", "f", numbers, [3], holds=asks).draw({"f": sum}, 1)
    assert case.asks == (case.call, Call("f", (case.call.args[0][::-1],)))


@pytest.mark.parametrize(
    "check",
    [
        checks.oracle("Listed", "f", [([1],), ([2],)]),
        checks.oracle("Chosen", "f", numbers, [1], drawn=False),
        checks.property("Chosen", "f", numbers, [1], holds=wrong, drawn=False),
        checks.relation("Chosen", "f", numbers, [1], holds=asks, drawn=False),
        checks.stability("Extreme", "f", numbers, [1]),
        checks.unchanged("Untouched", "f", numbers, [1]),
        checks.example("Shown", checks.call("f", [1]), 1),
        checks.error("Refused", [checks.call("f", "x")]),
        checks.statistics("Repeated", "f", numbers, [1], draws=10, holds=wrong),
        checks.growth("Timed", "f", numbers, [1]),
    ],
    ids=lambda check: check.name,
)
def test_other_checks_draw_nothing(check: Check) -> None:
    assert check.draw({"f": sum}, 1) == []


def test_a_drawn_case_is_answered_by_the_model_where_the_trusted_answer_is_slow() -> None:
    def slow(values: list[float]) -> float:
        assert len(values) == 1, "asked about the drawn case"
        return values[0]

    check = checks.oracle(
        "Slow", "f", lambda rng, size: numbers(rng, size or 2), [0], expected=slow, drawn=checks.reference
    )
    (case,) = check.draw({"f": sum}, 1)
    assert case.expected == sum(case.call.args[0])
    assert check.examine(Here(f=sum), case) is None
    finding = check.examine(Here(f=min), case)
    assert finding
    assert "expected" in finding.why
