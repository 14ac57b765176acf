"""Checks of what an answer depends on, and the mistakes that they find."""

import copy
import random
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

import numpy as np

from sharpen import checks
from sharpen.checks import Check
from sharpen.checks.calls import EXHAUSTED, Exhausted
from tests.checks.test_vocabulary import Here, finding


class Playing(Here):
    """A candidate that answers a script as the judge's child does."""

    def answers(self, call: checks.Call, times: int) -> list[Any]:
        found = []
        for made in call.repeated(times):
            try:
                found.append(made.on(self.names))
            except Exhausted:
                found.append(EXHAUSTED)
        return found


# follows_source

NUMBERS = checks.follows_source("Follows", "draw", [(50, checks.uniforms(3))])


def draw(count: int, uniform: Callable[[], float]) -> list[float]:
    return [uniform() for _ in range(count)]


def why(check: Check, **names: Any) -> str | None:
    found = finding(check, Playing(**names), **names)
    return found.why if found else None


def test_an_answer_that_follows_its_source_passes() -> None:
    assert why(NUMBERS, draw=draw) is None


def test_randomness_of_ones_own_is_found() -> None:
    assert why(NUMBERS, draw=lambda count, _: [random.random() for _ in range(count)]) == (
        "the same call with the same randomness gave another answer the second time"
    )


def test_an_answer_that_never_changes_is_found() -> None:
    found = finding(NUMBERS, Here(draw=lambda count, _: [0.5] * count))
    assert found is not None
    assert found.why == "the answer is the same whatever randomness it is given"
    assert "uniforms(seed=4)" in repr(found.call)


def test_what_is_kept_for_the_next_call_is_found() -> None:
    kept: list[Any] = []

    def keeping(count: int, uniform: Callable[[], float]) -> list[float]:
        kept.append(draw(count, uniform))
        return kept[-2][::-1] if len(kept) % 2 == 0 else kept[-1]

    assert "another answer the second time" in str(why(NUMBERS, draw=keeping))


def test_another_stream_is_the_same_numbers_backwards() -> None:
    check = checks.follows_source(
        "Follows",
        "first",
        [
            (checks.stream([1, 2, 3]),),
        ],
    )
    assert why(check, first=lambda numbers: next(numbers)) is None
    assert "whatever randomness" in str(why(check, first=lambda numbers: sum(numbers)))


def test_a_stream_of_weighted_items_is_made_on_the_way_and_is_no_source() -> None:
    given = checks.weighted_stream(range(5), [0.5, 2.0])
    assert list(given.made()) == [(0, 0.5), (1, 2.0), (2, 0.5), (3, 2.0), (4, 0.5)]
    assert next(checks.weighted_stream(range(10**15), [1.0]).made()) == (0, 1.0)
    assert repr(given) == "zip(range(0, 5, 1), itertools.cycle([0.5, 2.0]))"
    check = checks.follows_source("Follows", "first", [(given,)])
    assert "whatever randomness" in str(why(check, first=lambda pairs: next(pairs)))


def test_generators_and_python_s_random_are_sources_too() -> None:
    for given in (checks.generator(1), checks.python_random(1)):
        check = checks.follows_source("Follows", "one", [(given,)])
        assert why(check, one=lambda rng: rng.random()) is None
        assert "whatever randomness" in str(why(check, one=lambda _rng: 0.1))


# stateless


def rows(rng: np.random.Generator, size: int) -> tuple[np.ndarray]:
    return (rng.normal(size=size),)


KEPT = checks.stateless("Keeps nothing", "mean", rows, [2000])


def test_what_depends_on_its_arguments_alone_passes() -> None:
    assert why(KEPT, mean=lambda values: values.mean()) is None


def test_what_is_kept_by_shape_or_by_what_is_printed_is_found() -> None:
    for key in (lambda values: values.shape, str, lambda _: 0):
        kept: dict[Any, float] = {}
        found = finding(
            KEPT,
            Here(mean=lambda values, key=key, kept=kept: kept.setdefault(key(values), values.mean())),
            mean=lambda values: values.mean(),
        )
        assert found is not None
        assert found.why.startswith("after another call of the same form: ")


def test_a_wrong_first_answer_is_only_that() -> None:
    found = finding(KEPT, Here(mean=lambda values: values.mean() + 1), mean=lambda values: values.mean())
    assert found is not None
    assert "after another call" not in found.why


# exact_chances

FAIR = {side: Fraction(1, 2) for side in (0, 1)}


def bit(form: str = "function", depth: int = 6, undecided: float = 0.05, endless: bool = False) -> Check:
    script = checks.script(form, [1, 2, 3])
    return checks.exact_chances(
        "Exact", "bit", (script,), depth=depth, chances=FAIR, undecided=undecided, endless=endless
    )


def by_rejection(roll: Callable[[], int]) -> int:
    while True:
        rolled = roll()
        if rolled < 3:
            return rolled - 1


def test_exact_chances_are_recognized() -> None:
    assert why(bit(), bit=by_rejection) is None
    assert why(bit("stream"), bit=lambda rolls: by_rejection(lambda: next(rolls))) is None


def test_a_bias_of_any_size_is_found() -> None:
    def biased(roll: Callable[[], int]) -> int:
        for _ in range(5):
            rolled = roll()
            if rolled < 3:
                return rolled - 1
        return 0

    assert why(bit(), bit=biased) == (
        "over all sequences of the source, 0 has a chance of 0.502058; 1/2 = 0.5 is right"
    )


def test_an_answer_without_a_chance_is_found() -> None:
    seven = str(why(bit(), bit=lambda roll: 7 * by_rejection(roll)))
    assert seven.startswith("over all sequences of the source, 7 has a chance of 0.49")
    assert seven.endswith("; it is no right answer at all")


def test_a_source_that_is_not_used_and_one_that_is_never_enough() -> None:
    assert "has a chance of 1" in str(why(bit(), bit=lambda _roll: 1))

    def endless(roll: Callable[[], int]) -> int:
        while roll():
            pass
        return 0

    assert why(bit(depth=3), bit=endless) == (
        "after 3 values of the source 100.0% of all sequences have no answer yet; at most 5% may be left"
    )


def test_what_takes_many_values_ends_with_shorter_sequences() -> None:
    asked = []

    def patient(roll: Callable[[], int]) -> int:
        asked.append(1)
        return sum(roll() for _ in range(40)) % 2

    assert why(bit(depth=40), bit=patient) == (
        "after 10 values of the source 100.0% of all sequences have no answer yet; at most 5% may be left"
    )
    assert len(asked) < 2 * 3**10


def test_answers_that_are_lists_are_counted() -> None:
    def pair(words: Iterator[int]) -> list[int]:
        return [next(words), next(words)]

    chances = {(a, b): Fraction(1, 4) for a in (0, 1) for b in (0, 1)}
    check = checks.exact_chances("Pairs", "pair", (checks.script("stream", [0, 1]),), depth=2, chances=chances)
    assert why(check, pair=pair) is None
    assert "chance" in str(why(check, pair=lambda words: [next(words)] * 2))


def test_a_method_that_gives_up_late_is_found_where_it_must_go_on() -> None:
    def giving_up(roll: Callable[[], int]) -> int:
        return next((rolled - 1 for rolled in (roll() for _ in range(200)) if rolled < 3), 0)

    assert why(bit(), bit=giving_up) is None
    assert "left without an answer after 300 values" in str(why(bit(endless=True), bit=giving_up))


def test_methods_that_go_on_come_back_to_some_state_and_are_right() -> None:
    def in_threes(roll: Callable[[], int]) -> int:
        while True:
            number = 9 * roll() + 3 * roll() + roll() - 13
            if number < 26:
                return number % 2

    def otherwise_after_the_first(roll: Callable[[], int]) -> int:
        return rolled - 1 if (rolled := roll()) < 3 else in_threes(roll)

    def in_fours_after_the_first(roll: Callable[[], int]) -> int:
        if (rolled := roll()) < 3:
            return rolled - 1
        while (number := 27 * roll() + 9 * roll() + 3 * roll() + roll() - 40) == 80:
            pass
        return number % 2

    for method in (by_rejection, in_threes, otherwise_after_the_first, in_fours_after_the_first):
        assert why(bit(endless=True), bit=method) is None


# repeated calls


def test_a_source_goes_on_from_call_to_call_and_a_stream_begins_anew() -> None:
    def mixed(values: Iterator[int], uniform: Callable[[], float]) -> list[float]:
        return [*values, uniform()]

    uniform = random.Random(3).random
    call = checks.call("mixed", checks.stream([1, 2]), checks.uniforms(3))
    assert Playing(mixed=mixed).answers(call, 3) == [[1, 2, uniform()] for _ in range(3)]

    named = checks.call("mixed", values=checks.stream([1, 2]), uniform=checks.uniforms(3))
    assert Playing(mixed=mixed).answers(named, 3) == Playing(mixed=mixed).answers(call, 3)


def test_a_source_that_is_copied_gives_the_same_answer_each_time() -> None:
    check = checks.statistics(
        "Fair",
        "coin",
        [(checks.python_random(1),)],
        draws=100,
        holds=lambda got, _rng: checks.biased([sum(got), 100 - sum(got)], [0.5, 0.5]),
    )
    assert why(check, coin=lambda rng: rng.random() < 0.5) is None
    assert "times in 100 draws" in str(why(check, coin=lambda rng: copy.copy(rng).random() < 0.5))
