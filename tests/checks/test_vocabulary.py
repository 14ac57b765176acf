"""What each kind of check finds, on a candidate that runs in this process."""

import copy
import inspect
from typing import Any

import numpy as np
import pytest
from scipy.sparse import csr_array

from sharpen import checks
from sharpen.checks import Call, Check, Failed, Finding
from sharpen.checks.showing import show_call
from sharpen.domain.verdict import Verdict


class Here:
    """A candidate without isolation: enough to see what a check asks and finds."""

    def __init__(self, **names: Any) -> None:
        self.names = names
        self.seconds = (0.1, 0.1)
        self.needed = 1.0
        self.fresh, self.modeled, self.best = False, 0, 0.0

    def answer(self, call: Call) -> Any:
        try:
            return copy.deepcopy(call).made().on(self.names)
        except Exception as problem:
            kinds = [kind.__name__ for kind in type(problem).__mro__]
            raise Failed(Verdict.RUNTIME_ERROR, repr(problem), kinds=kinds) from problem

    def answers(self, call: Call, times: int) -> list[Any]:
        return [made.on(self.names) for made in copy.deepcopy(call).repeated(times)]

    def after(self, call: Call) -> tuple[Any, tuple[Any, ...]]:
        own = copy.deepcopy(call).made()
        return own.on(self.names), own.args

    def parameters(self, call: Call) -> list[str]:
        return list(inspect.signature(self.names[call.entry]).parameters)

    def timed(self, call: Call, *, again: bool = False) -> tuple[Any, float]:
        self.fresh = self.fresh or again
        return self.answer(call), self.seconds[0]

    def model_timed(self, _call: Call) -> float:
        self.modeled += 1
        self.best = min(self.best or self.seconds[1], self.seconds[1])
        return self.seconds[1]

    def model_best(self, _call: Call) -> float:
        return self.best

    def peak(self, call: Call) -> tuple[Any, float]:
        return self.answer(call), self.needed


def finding(check: Check, candidate: Here, **solution: Any) -> Finding | None:
    for case in check.prepare(solution):
        found = check.examine(candidate, case)
        if found:
            return found
    return None


def square(x: float) -> float:
    return x * x


def test_an_oracle_goes_from_small_to_large_and_stops_at_the_first_difference() -> None:
    check = checks.oracle("Squares", "f", lambda _rng, size: (size,), [1, 2, 3], expected=square)
    assert finding(check, Here(f=square)) is None
    found = finding(check, Here(f=lambda x: x * x if x < 2 else 0))
    assert found
    assert (found.expected, found.got) == ("4", "0")


def test_the_same_name_gives_the_same_inputs() -> None:
    def inputs(rng: np.random.Generator, size: int) -> tuple[Any]:
        return (rng.normal(size=size),)

    one, two, other = (checks.oracle(name, "f", inputs, [3], expected=sum) for name in ("A", "A", "B"))
    assert (one.prepare({})[0].call.args[0] == two.prepare({})[0].call.args[0]).all()
    assert (one.prepare({})[0].call.args[0] != other.prepare({})[0].call.args[0]).any()


def test_the_model_solution_is_the_oracle_when_none_is_named_and_may_spoil_its_own_copy() -> None:
    def spoil(values: list[int]) -> int:
        total = sum(values)
        values.clear()
        return total

    check = checks.oracle("Sums", "f", [([1, 2],)])
    assert finding(check, Here(f=sum), f=spoil) is None


def test_an_answer_of_the_wrong_form_fails_a_property_without_a_stack_trace() -> None:
    check = checks.property("Sums to one", "f", [(3,)], holds=lambda got, _n: None if sum(got) == 1 else "no")
    found = finding(check, Here(f=lambda _n: 1))
    assert found
    assert "documented form" in found.why


@pytest.mark.parametrize(("nothing", "why"), [(None, "the call returned None"), ([], "the answer is empty")])
def test_nothing_is_named_where_a_property_stumbles_over_it(nothing: Any, why: str) -> None:
    def first(got: Any, _n: int) -> str | None:
        return None if got[0] == 1 else "the first item is not 1"

    found = finding(checks.property("First", "f", [(3,)], holds=first, empty=True), Here(f=lambda _n: nothing))
    assert found
    assert found.why == why


def test_an_answer_that_a_comparison_cannot_read_is_said_in_the_terms_of_the_task() -> None:
    def within(bounds: tuple[int, int], got: Any) -> checks.Difference | None:
        if bounds[0] <= len(got) <= bounds[1]:
            return None
        return checks.Difference("", "5 to 9 items", str(len(got)), f"expected 5 to 9 items, got {len(got)}")

    check = checks.example("Some", checks.call("f", 1), (5, 9), same=within)
    nothing, empty, short, odd = (finding(check, Here(f=lambda _x, got=got: got)) for got in (None, [], "a", 5))
    assert nothing
    assert empty
    assert short
    assert odd
    assert (nothing.why, nothing.expected) == ("the call returned None", "")
    assert (empty.why, empty.expected) == ("the answer is empty", "5 to 9 items")
    assert (short.why, short.expected, short.got) == ("expected 5 to 9 items, got 1", "5 to 9 items", "'a'")
    assert odd.why.startswith("the answer does not have the documented form (TypeError: ")


@pytest.mark.parametrize("nothing", [None, [], (), "", {}, {"a": None}, ([], None), np.zeros((0, 2))], ids=repr)
def test_nothing_passes_no_check_that_expects_no_answer_of_its_own(nothing: Any) -> None:
    one = [(1,)]

    def content(*_args: Any) -> None:
        pass

    for check in (
        checks.property("Property", "f", one, holds=content),
        checks.stability("Stability", "f", one, holds=content),
        checks.relation("Relation", "f", one, holds=lambda ask, n: content(ask(n))),
        checks.statistics("Statistics", "f", one, draws=2, holds=content),
        checks.growth("Growth", "f", one, holds=content),
        checks.memory("Memory", checks.call("f", 1), limit=5, holds=content),
        checks.unchanged("Unchanged", "f", one),
    ):
        found = finding(check, Here(f=lambda _n: nothing), f=lambda n: n)
        assert found
        assert found.why in ("the answer is empty", "the call returned None")
    assert finding(checks.property("Property", "f", one, holds=content, empty=True), Here(f=lambda _n: nothing)) is None


def test_a_relation_shows_the_last_call_it_made() -> None:
    def shift(ask: Any, x: float) -> str | None:
        return None if ask(x) == ask(x + 1) else "a shift changes the answer"

    check = checks.relation("Shift", "f", [(1.0,)], holds=shift)
    assert finding(check, Here(f=lambda _x: 0.0)) is None
    found = finding(check, Here(f=square))
    assert found
    assert found.call == checks.call("f", 2.0)


def test_a_gradient_is_compared_with_central_differences() -> None:
    def loss(w: np.ndarray) -> float:
        return float((w**3).sum())

    check = checks.gradient("Cubes", "f", [(np.array([1.0, -2.0]),)], loss=loss, wrt=0)
    assert finding(check, Here(f=lambda w: 3 * w**2)) is None
    assert finding(check, Here(f=lambda w: 2 * w**2))


def test_statistics_give_every_draw_its_own_randomness() -> None:
    def fair(answers: list[int], _rng: Any) -> str | None:
        return checks.biased([answers.count(0), answers.count(1)], [0.5, 0.5])

    check = checks.statistics("Fair", "f", [(checks.generator(1),)], draws=500, holds=fair)
    assert finding(check, Here(f=lambda rng: int(rng.integers(2)))) is None
    assert finding(check, Here(f=lambda rng: int(rng.random() < 0.2)))


@pytest.mark.parametrize(
    ("seconds", "slow"), [((0.1, 0.1), False), ((0.9, 0.1), False), ((1.2, 0.1), True), ((0.02, 0.0), False)]
)
def test_growth_allows_a_factor_and_the_noise_of_a_clock(seconds: tuple[float, float], slow: bool) -> None:
    candidate = Here(f=square)
    candidate.seconds = seconds
    found = finding(checks.growth("Fast", "f", [(1,)], factor=10), candidate, f=square)
    assert bool(found) == slow
    assert candidate.fresh == slow, "only a process that has not seen the call is timed again"
    if found:
        assert found.verdict is Verdict.TIME_LIMIT
        assert found.why == (
            "the time grows faster than the model solution's: 12 times its CPU time for x = 1; "
            "at most 10 times is accepted"
        )


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ((np.zeros((200, 3)), 500), "for `a` of shape (200, 3)"),
        ((np.zeros(200), 500), "for b = 500"),
        (([1] * 2000, 5), "for `a` of 2,000 items"),
        (([["a", "b"], ["c"]] * 1000, 5), "for `a` of 2,000 items"),
        (([np.zeros(3), np.zeros((2, 2))], 1), "for `a` of 2 items"),
        (({"a": 1, "b": 2}, "text"), "for `b` of 4 items"),
        ((csr_array(np.eye(3)), None), "for `a` of shape (3, 3)"),
        ((checks.stream(range(5000)), 5), "for `a` of 5,000 items"),
        ((checks.generator(3), 5), "for b = 5"),
        ((10**18, 5), "for a = 1,000,000,000,000,000,000"),
        ((2**4095, 5), "for `a` of 4,096 bits"),
    ],
)
def test_growth_says_how_large_the_input_is(args: tuple[Any, ...], words: str) -> None:
    def f(a: Any, b: Any) -> int:  # noqa: ARG001
        return 0

    candidate = Here(f=f)
    candidate.seconds = (3.0, 0.1)
    found = finding(checks.growth("Fast", "f", [args]), candidate, f=f)
    assert found
    assert f"30 times its CPU time {words}; at most" in found.why


def test_growth_says_nothing_of_the_size_of_what_has_none() -> None:
    candidate = Here(f=lambda rng: 0)  # noqa: ARG005
    candidate.seconds = (3.0, 0.1)
    found = finding(checks.growth("Fast", "f", [(checks.generator(1),)]), candidate, f=lambda rng: 0)  # noqa: ARG005
    assert found
    assert "30 times its CPU time; at most" in found.why


def test_growth_times_the_model_again_only_when_its_best_time_does_not_settle_it() -> None:
    candidate, check = Here(f=square), checks.growth("Fast", "f", [(1,)], factor=10)
    (case,) = check.prepare({"f": square})
    for seconds, modeled in ((0.01, 0), (0.3, 2), (0.3, 2), (0.9, 4), (1.2, 7), (4.0, 8)):
        candidate.seconds, candidate.fresh = (seconds, 0.1), False
        assert bool(check.examine(candidate, case)) == (seconds > 1)
        assert candidate.modeled == modeled
        assert candidate.fresh == (seconds == 1.2), "what is far too slow is not measured again"


@pytest.mark.parametrize("times", [(20.0, 0.1), (2.5, 0.1), (0.1, 2.5, 0.1)], ids=str)
def test_no_single_slow_run_of_the_model_lets_a_slow_answer_pass(times: tuple[float, ...]) -> None:
    """Ten times 0.1 s is accepted, and this answer takes nine times as much."""

    class Uneven(Here):
        def model_timed(self, call: Call) -> float:
            self.seconds = (self.seconds[0], times[min(self.modeled, len(times) - 1)])
            return super().model_timed(call)

    candidate = Uneven(f=square)
    candidate.seconds = (9.0, 0.0)
    found = finding(checks.growth("Fast", "f", [(1,)], factor=10), candidate, f=square)
    assert found
    assert found.verdict is Verdict.TIME_LIMIT


def test_a_slow_run_of_the_model_that_was_kept_as_its_best_time_lets_no_slow_answer_pass() -> None:
    candidate = Here(f=square)
    candidate.seconds, candidate.best = (9.0, 0.1), 2.5
    assert finding(checks.growth("Fast", "f", [(1,)], factor=10), candidate, f=square)


def test_memory_has_a_limit() -> None:
    candidate = Here(f=square)
    check = checks.memory("Small", checks.call("f", 1), limit=2)
    assert finding(check, candidate, f=square) is None
    candidate.needed = 3.0
    found = finding(check, candidate, f=square)
    assert found
    assert found.verdict is Verdict.MEMORY_LIMIT


@pytest.mark.parametrize(
    "check",
    [
        checks.growth("Fast", "f", [(1,), (9,)]),
        checks.growth("Fast", "f", [(1,), (9,)], holds=lambda got, x: None if got == x * x else "not squared"),
        checks.memory("Small", checks.call("f", 9), limit=2),
        checks.memory("Small", checks.call("f", 9), limit=2, expected=square),
    ],
)
def test_what_is_measured_must_also_be_right(check: Check) -> None:
    found = finding(check, Here(f=lambda x: x * x if x < 5 else 0), f=square)
    assert found
    assert found.verdict is Verdict.WRONG_ANSWER
    assert finding(check, Here(f=square), f=square) is None


def test_an_error_must_be_the_documented_one_or_a_subclass() -> None:
    check = checks.error("Negative", [checks.call("f", -1)], raises=ValueError)

    def raising(problem: Exception) -> Here:
        def f(_x: int) -> None:
            raise problem

        return Here(f=f)

    assert finding(check, raising(ValueError("no"))) is None
    assert finding(check, raising(UnicodeError("no"))) is None
    assert finding(check, raising(TypeError("no")))
    assert finding(check, Here(f=square))


def test_unchanged_names_the_argument() -> None:
    def append(values: list[int], _other: int) -> None:
        values.append(1)

    check = checks.unchanged("Inputs", "f", [([1], 2)])
    found = finding(check, Here(f=append))
    assert found
    assert found.why == "the call changed `values`: expected shape (1,), got shape (2,)"
    assert finding(check, Here(f=lambda _values, _other: 0)) is None


def test_methods_of_what_a_call_returns() -> None:
    class Counter:
        def __init__(self, start: int) -> None:
            self.n = start

        def add(self, k: int) -> int:
            self.n += k
            return self.n

    call = checks.call("Counter", 3).method("add", 1).method("add", 5)
    assert finding(checks.example("Counts", call, [4, 9]), Here(Counter=Counter)) is None


def test_another_object_made_beside_must_not_be_noticed() -> None:
    class Counter:
        def __init__(self, start: int) -> None:
            self.n = start

        def add(self, k: int) -> int:
            self.n += k
            return self.n

    class Shared(Counter):
        state: dict[str, int] = {}  # noqa: RUF012

        def __init__(self, start: int) -> None:
            self.__dict__ = self.state
            super().__init__(start)

    call = checks.call("Counter", 3).method("add", 1).beside(100).method("add", 5)
    check = checks.example("Counts alone", call, [4, None, 9])
    assert finding(check, Here(Counter=Counter)) is None
    found = finding(check, Here(Counter=Shared))
    assert found
    assert found.got == "[4, None, 105]"
    assert show_call(call) == "counter = Counter(3)\ncounter.add(1)\nCounter(100)\ncounter.add(5)"
