"""The battery of mistakes: each is the mistake that it says, and can be put into a solution as text."""

import random
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharpen.authoring.battery import adversaries, allies
from sharpen.authoring.every_mistake import MISTAKES
from sharpen.authoring.mistake import Scope
from sharpen.authoring.mistakes import (
    answers,
    arithmetic,
    costs,
    errors,
    items,
    missing,
    narrow,
    randomness,
    remembering,
    sizes,
    streams,
    texts,
)
from sharpen.authoring.ranges import Range
from sharpen.authoring.rewrites import PLAIN, REWRITES, adding_in_few_bits
from sharpen.domain.problem import Difficulty, Problem
from sharpen.domain.verdict import Kind

NUMBERS = st.lists(st.integers(-9, 9), max_size=250)


def total(values: Any) -> Any:
    """An entry point of an array or a list."""
    return sum(values)


def same(values: Any) -> Any:
    """An entry point that gives back what it was given."""
    return values


def drawn(count: int, uniform: Callable[[], float]) -> list[float]:
    """An entry point with a source."""
    return [uniform() for _ in range(count)]


def thrown(die: Callable[[], int]) -> int:
    """An entry point whose source gives whole numbers."""
    return die()


def generated(count: int, rng: np.random.Generator) -> np.ndarray:
    """An entry point with a generator of NumPy."""
    return rng.random(count)


def uniform(seed: int) -> Callable[[], float]:
    return random.Random(seed).random


def test_there_are_more_than_forty_and_each_has_a_name_and_a_sentence() -> None:
    made = [mistake.make for mistake in MISTAKES]
    names = [one.__name__ for one in made] + list(REWRITES | PLAIN)
    assert len(set(names)) == len(names) >= 95
    for one in [*made, *REWRITES.values(), *PLAIN.values()]:
        sentence = (one.__doc__ or "").strip()
        assert sentence.endswith("."), one
        assert sentence[0].isupper(), one


# Of randomness.


@given(st.integers(0, 99), st.integers(3, 20))
def test_a_source_that_is_ignored_decides_nothing(seed: int, count: int) -> None:
    assert drawn(count, uniform(seed)) == drawn(count, uniform(seed))
    ignoring = randomness.ignores_the_source(drawn, "uniform")
    assert ignoring(count, uniform(seed)) != ignoring(count, uniform(seed))
    seeded = randomness.seeds_its_own(drawn, "uniform")
    assert seeded(count, uniform(seed)) == seeded(count, uniform(seed + 1))
    going_on = randomness.goes_on_with_its_own(drawn, "uniform")
    assert going_on(count, uniform(seed)) != going_on(count, uniform(seed))
    keeping = randomness.keeps_the_first_source(drawn, "uniform")
    assert keeping(count, uniform(seed)) == drawn(count, uniform(seed))
    assert keeping(count, uniform(seed + 1)) != drawn(count, uniform(seed + 1))


def test_an_own_source_is_of_the_kind_and_the_range_of_the_one_that_was_given() -> None:
    throw = randomness.ignores_the_source(thrown, "die")
    die = random.Random(1)
    assert {throw(lambda: die.randint(1, 7)) for _ in range(500)} == set(range(1, 8))
    words = randomness.ignores_the_source(next_word, "words")
    rng = random.Random(2)
    assert 2**31 < max(words(iter(lambda: rng.getrandbits(32), None)) for _ in range(99)) < 2**32
    assert isinstance(randomness.seeds_its_own(taken, "rng")(random.Random(3)), random.Random)
    assert isinstance(randomness.seeds_its_own(taken, "rng")(np.random.default_rng(3)), np.random.Generator)


def next_word(words: Iterator[int]) -> int:
    return next(words)


def taken(rng: Any) -> Any:
    return rng


def test_a_seed_of_a_byte_leaves_256_answers() -> None:
    seeded = randomness.takes_only_a_seed(generated, "rng")
    assert len({seeded(1, np.random.default_rng(seed))[0] for seed in range(3000)}) == 256


@pytest.mark.parametrize(("make", "share"), [("ten", 0.1), ("twenty", 0.05), ("thirty", 1 / 30), ("fifty", 0.02)])
def test_so_many_answers_are_the_same(make: str, share: float) -> None:
    repeating = getattr(randomness, f"repeats_one_answer_in_{make}")(drawn, "uniform")
    found = [repeating(1, uniform(seed))[0] for seed in range(4000)]
    most = max(set(found), key=found.count)
    assert share / 2 < found.count(most) / 4000 < share * 2


@pytest.mark.parametrize("bits", [10, 16])
def test_coarse_fractions_are_multiples(bits: int) -> None:
    make = {10: randomness.draws_in_ten_bits, 16: randomness.draws_in_sixteen_bits}[bits]
    for found in (
        make(generated, "rng")(50, np.random.default_rng(1)),
        make(drawn, "uniform")(50, uniform(1)),
        [make(taken, "rng")(random.Random(seed)).random() for seed in range(50)],
        [next(make(taken, "rng")(iter(uniform(seed), None))) for seed in range(50)],
    ):
        scaled = np.asarray(found) * 2**bits
        assert (scaled == scaled.round()).all()
        assert len(set(scaled)) > 40


@given(st.lists(st.floats(-9, 9), min_size=1, max_size=40))
def test_dependent_draws_are_made_from_those_before(values: list[float]) -> None:
    twice = randomness.draws_each_number_twice(same)(list(values))
    assert twice[1::2] == twice[: len(values) // 2 * 2 : 2]
    assert twice[::2] == values[::2]
    mirrored = randomness.mirrors_every_second(same)(list(values))
    assert all(
        abs(a + b - (min(values) + max(values))) < 1e-9 for a, b in zip(mirrored[::2], mirrored[1::2], strict=False)
    )


def test_numbers_come_again_after_fifty_and_after_a_thousand() -> None:
    for lag, make in ((50, randomness.repeats_after_fifty), (1000, randomness.repeats_after_a_thousand)):
        found = make(same)(np.arange(4 * lag))
        assert found[: 2 * lag + 1].tolist() == [*range(lag), *range(lag), 2 * lag]


def test_every_second_answer_is_made_of_the_one_before() -> None:
    swapping = randomness.swaps_halves_of_every_second_answer(same)
    assert [swapping([1, 2, 3, 4]), swapping([5, 6, 7, 8]), swapping([9, 9, 9, 9])] == [
        [1, 2, 3, 4],
        [3, 4, 1, 2],
        [9, 9, 9, 9],
    ]


# Of state.


def test_what_is_remembered_comes_back_for_other_arguments() -> None:
    a, b = np.arange(2000.0), np.arange(2000.0)
    b[1000] = 7
    assert total(a) != total(b)
    assert remembering.remembers_by_shape(total, "values")(a) == total(a)
    for make in (remembering.remembers_by_shape, remembering.remembers_by_what_is_printed):
        kept = make(total, "values")
        assert [kept(a), kept(b)] == [total(a), total(a)]
    printed = remembering.remembers_by_what_is_printed(total, "values")
    assert [printed(a[:9]), printed(b[:5])] == [total(a[:9]), total(b[:5])]
    by_address = remembering.remembers_by_address(total, "values")
    assert by_address(a) == total(a)
    a[0] = 5
    assert by_address(a) == total(a) - 5
    by_the_first = remembering.remembers_by_address(lambda first, more: first[0] + more, "first", "more")
    assert [by_the_first(a, 1), by_the_first(a, 2)] == [6, 6]
    for_any_source = remembering.remembers_without_the_source(drawn, "count")
    assert for_any_source(3, uniform(1)) == for_any_source(3, uniform(2)) == drawn(3, uniform(1))


def test_the_answer_of_the_call_before_and_what_was_collected() -> None:
    late = remembering.answers_the_call_before(total)
    assert [late([1]), late([2]), late([3])] == [1, 1, 2]
    collecting = remembering.collects_in_a_default(same)
    assert [collecting([1]), collecting([2])] == [[1], [1, 2]]


def test_objects_that_share_their_state() -> None:
    class Counter:
        def __init__(self, start: int) -> None:
            self.count = start

    shared = remembering.shares_between_objects(Counter)
    first, _ = shared(1), shared(5)
    assert first.count == 5


# Of sizes.


@given(NUMBERS)
def test_sizes_at_which_the_answer_is_wrong(values: list[int]) -> None:
    right = total(values)
    assert (sizes.wrong_above_a_hundred(total, "values")(values) == right) == (len(values) <= 100 or right == -1)
    assert sizes.wrong_above_a_thousand(total, "values")(values) == right
    assert (sizes.wrong_for_one_item(total, "values")(values) == right) == (len(values) != 1 or right == -1)
    if values:
        assert sizes.fails_for_no_items(total, "values")(values) == right
    else:
        with pytest.raises(ZeroDivisionError):
            sizes.fails_for_no_items(total, "values")(values)


class Sum:
    """An entry point with a constructor."""

    def __init__(self, values: list[int]) -> None:
        self.total = sum(values)


def test_where_nothing_is_given_back_the_object_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Sum, "__init__", sizes.wrong_above_a_hundred(Sum.__init__, "values"))
    assert Sum([1] * 100).total == 100
    assert Sum([1] * 101).total == 203


def test_only_the_first_thousand_count() -> None:
    first = sizes.looks_at_the_first_thousand(total, "values")
    assert first([1] * 1500) == first(iter([1] * 1500)) == 1000
    assert first(np.ones(800)) == 800
    for many in ([1] * 1500, iter([1] * 1500)):
        assert sizes.wrong_above_a_thousand(total, "values")(many) != 1500
    assert sizes.wrong_above_a_thousand(total, "values")(iter([1] * 900)) == 900


def test_one_column_and_counts() -> None:
    one = sizes.wrong_for_one_column(same, "values")
    assert one(np.ones((2, 2))).tolist() == [[1, 1], [1, 1]]
    assert one(np.ones((2, 1))).tolist() != [[1], [1]]
    for make, counts in ((sizes.wrong_for_one, [1]), (sizes.wrong_for_a_large_count, [101, 102])):
        wrong = make(same, "values")
        assert [value for value in range(103) if wrong(value) != value] == counts
    with pytest.raises(ZeroDivisionError):
        sizes.fails_for_zero(same, "values")(0)


# With numbers.


def test_numbers_lose_digits_signs_and_ends() -> None:
    values = np.array([1e7 + 0.25, -2.5, 1e-12])
    changed = {
        arithmetic.computes_in_float32: [10000000.0, -2.5, 1e-12],
        arithmetic.keeps_seven_digits_of_its_input: [10000000.0, -2.5, 1e-12],
        arithmetic.clips_at_a_million: [1e6, -2.5, 1e-12],
        arithmetic.takes_tiny_numbers_for_zero: [1e7 + 0.25, -2.5, 0],
        arithmetic.rounds_its_input: [1e7, -2, 0],
        arithmetic.forgets_signs: [1e7 + 0.25, 2.5, 1e-12],
    }
    for make, expected in changed.items():
        found = make(same, "values")(values.copy())
        assert np.allclose(np.asarray(found, float), expected, rtol=1e-9 if 0 in expected else 1e-7, atol=1e-18)
    assert arithmetic.computes_in_float32(same, "values")(values).dtype == np.float32
    assert np.allclose(arithmetic.adds_an_epsilon(same, "values")(values) - values, 1e-5, rtol=1e-3)


def test_whole_numbers_wrap_around() -> None:
    values = np.array([2**31, 40000, 3])
    assert arithmetic.computes_in_int32(same, "values")(values).tolist() == [-(2**31), 40000, 3]
    assert arithmetic.computes_in_int16(same, "values")(values).tolist() == [0, 40000 - 2**16, 3]
    assert arithmetic.computes_in_int8(same, "values")(values).tolist() == [0, 64, 3]
    assert arithmetic.computes_in_uint8(same, "values")(values + 129).tolist() == [129, 193, 132]
    halves = arithmetic.keeps_the_type_of_its_input(lambda values: values / 2, "values")
    assert halves(np.array([1, 3])).tolist() == [0, 1]
    assert halves(np.array([1.0, 3.0])).tolist() == [0.5, 1.5]


@given(st.lists(st.integers(-128, 127), min_size=1, max_size=9), st.integers(1, 2**20))
def test_only_the_last_byte_of_a_number_counts(values: list[int], times: int) -> None:
    last = arithmetic.looks_at_the_last_byte(same, "values")
    signed = [*values, -1]
    assert last(np.array(signed) + 256 * times * (np.array(signed) >= 0)).tolist() == signed
    assert last(np.array([257, 256])).tolist() == [1, 0]
    assert last(np.array([257.5])).tolist() == [257.5]


@given(st.lists(st.integers(0, 255), min_size=1, max_size=9))
def test_without_a_sign_there_is_nothing_below_zero(values: list[int]) -> None:
    subtracting = arithmetic.subtracts_without_a_sign(same, "values")
    wrapped = [value + 256 * (value < values[0]) for value in values]
    assert subtracting(np.array(values, np.uint8)).tolist() == wrapped
    assert subtracting(np.array(values, np.int64)).tolist() == values


@given(st.lists(st.integers(-(2**62), 2**62), min_size=1, max_size=9))
def test_floats_hold_53_bits_of_a_whole_number(values: list[int]) -> None:
    through = arithmetic.takes_whole_numbers_for_floats(same, "values")
    assert through(np.array(values)).tolist() == [int(float(value)) for value in values]
    assert through(np.array([2**60 + 1])).tolist() == [2**60]


# With whole numbers of few bits, and of what is missing.


NESTED = st.recursive(st.integers(-(2**40), 2**40), lambda inner: st.lists(inner, max_size=4))


@given(NESTED)
def test_whole_numbers_wrap_around_however_deep(value: Any) -> None:
    for name, low, size in (("sixteen_bits", -(2**15), 2**16), ("thirty_two_bits", -(2**31), 2**32)):
        for make in (getattr(narrow, f"reads_{name}"), getattr(narrow, f"gives_{name}")):
            arguments = ["values"] * make.__name__.startswith("reads")
            before, after = _flat(value), _flat(make(same, *arguments)(value))
            assert all(low <= number < low + size for number in after)
            assert all((one - other) % size == 0 for one, other in zip(before, after, strict=True))


def _flat(value: Any) -> list[int]:
    return [number for item in value for number in _flat(item)] if isinstance(value, list) else [value]


def test_bytes_floats_and_what_is_no_number() -> None:
    assert narrow.gives_a_byte(same)([255, 256, -129, True, "x", None]) == [255, 0, 127, True, "x", None]
    assert narrow.reads_a_byte(same, "values")({1: (257,)}) == {1: (1,)}
    assert narrow.gives_floats(same)([2**53 + 1, 7]) == [2**53, 7]
    assert list(narrow.reads_floats(same, "values")(iter([2**60 + 1]))) == [2**60]


@given(NUMBERS)
def test_a_number_is_taken_for_nothing_or_for_its_neighbor(values: list[int]) -> None:
    assert missing.takes_zero_for_nothing(same, "values")(values) == [value or 1 for value in values]
    assert missing.takes_minus_one_for_nothing(same, "values")(values) == [0 if n == -1 else n for n in values]
    ends = {"values": (-9, 9)}
    assert missing.takes_the_least_for_more(same, **ends)(values) == [max(value, -8) for value in values]
    assert missing.takes_the_most_for_less(same, **ends)(values) == [min(value, 8) for value in values]
    assert missing.gives_none_for_zero(same)(values) == [value or None for value in values]
    assert missing.gives_nothing_below_zero(same)(values) == [max(value, 0) for value in values]


def test_what_is_not_there_is_a_number_and_infinity_another() -> None:
    assert missing.gives_minus_one_for_none(same)(None) == -1
    assert missing.gives_zero_for_none(same)(None) == 0
    assert missing.gives_minus_one_for_none(same)([None]) == [None]
    assert missing.gives_nothing_above_a_million(same)((5, 10**7)) == (5, 10**6)
    assert missing.gives_nothing_above_a_billion(same)(10**12) == 10**9
    assert (missing.takes_zero_for_nothing(same, "values")(np.array([0, 2])) == [1, 2]).all()
    forgetting = missing.forgets_empty_texts(same, "values")
    assert forgetting([("a", "b")]) == [("a", "b")]
    assert forgetting({"a": [""]}) != {"a": [""]}


# About texts.


JOINING = {"commas": ",", "bars": "|", "spaces": " ", "slashes": "/", "zeros": "\0"}


@pytest.mark.parametrize("sign", JOINING)
def test_texts_are_the_same_once_they_are_joined(sign: str) -> None:
    by = JOINING[sign]
    make = getattr(texts, f"joins_them_by_{sign}")
    rows = make(same, "values")
    assert rows([(f"a{by}", "b"), ("a", f"{by}b"), ("a", "c")]) == [(f"a{by}", "b")] * 2 + [("a", "c")]
    assert make(same, "values")([f"a{by}b", "c"]) == ["a", "b", "c"]
    two = make(lambda one, other, k: (one, other, k), "one", "other")
    assert two(f"a{by}", "b", 1) == (f"a{by}", "b", 1)
    assert two("a", f"{by}b", 2) == (f"a{by}", "b", 2)
    assert two("a", "b", 3) == ("a", "b", 3)


def test_texts_side_by_side_are_one_without_a_sign_too() -> None:
    rows = texts.joins_them_by_nothing(same, "values")
    assert rows([("ab", "c", 1), ("a", "bc", 2)]) == [("ab", "c", 1), ("ab", "c", 2)]
    assert rows(["ab", "c"]) == ["ab", "c"]


@given(st.lists(st.text(max_size=5), max_size=9))
def test_texts_are_cut_or_written_with_few_letters(values: list[str]) -> None:
    for make, sign in ((texts.ends_them_with_a_dollar, "$"), (texts.ends_them_with_a_hash, "#")):
        assert make(same, "values")(values) == [value.split(sign)[0] for value in values]
    assert all(value.isascii() for value in texts.knows_ascii_alone(same, "values")(values))
    assert {*"".join(texts.knows_the_small_letters_alone(same, "values")(values))} <= {*"abcdefghijklmnopqrstuvwxyz"}
    assert all(
        max(map(ord, value), default=0) < 256 for value in texts.knows_the_last_byte_of_a_letter(same, "values")(values)
    )
    assert (
        texts.ends_them_with_a_star(same, "values")("a*b") == texts.ends_them_with_zero(same, "values")("a\0b") == "a"
    )


def test_of_many_texts_some_have_one_hash_of_sixteen_bits() -> None:
    many = [f"text {number}" for number in range(3000)]
    found = texts.hashes_them_to_sixteen_bits(same, "values")(many)
    assert found[:20] == many[:20]
    assert set(found) < set(many)


# About items.


def test_items_that_cannot_be_compared_hashed_or_told_apart() -> None:
    with pytest.raises(TypeError):
        items.compares_items(same, "values")([{}, {}])
    with pytest.raises(TypeError):
        items.hashes_items(same, "values")([[], []])
    assert items.compares_items(same, "values")([2, 1]) == items.hashes_items(same, "values")([2, 1]) == [2, 1]
    assert items.drops_equal_items(same, "values")([[1], [1], 2]) == [[1], 2]
    assert items.drops_empty_items(same, "values")([0, None, "", 5]) == [5]
    assert items.lowers_words(same, "values")([["A", "b"]]) == [["a", "b"]]
    assert items.cuts_words(same, "values")(["a b", "c"]) == ["a", "c"]
    assert items.strips_words(same, "values")({" a": [("b ", 1)]}) == {"a": [("b", 1)]}
    assert items.drops_full_stops(same, "values")(("a.", "b.c")) == ("a", "b.c")
    assert list(items.strips_words(same, "values")(iter([" a", "b"]))) == ["a", "b"]


# In the answer.


@given(st.lists(st.integers(1, 9), min_size=2, max_size=9, unique=True))
def test_answers_that_are_not_the_answer(values: list[int]) -> None:
    array = np.array(values)
    assert answers.returns_none(same)(values) is None
    assert answers.returns_nothing_in_it(same)(values) == []
    assert answers.returns_nothing_in_it(same)((array, {1: 2}))[0].shape == (0,)
    assert answers.returns_zeros(same)(values) == [0] * len(values)
    assert np.isnan(answers.returns_nan(same)({"a": array})["a"]).all()
    assert answers.returns_it_backwards(same)(values) == values[::-1]
    assert answers.forgets_the_last(same)(values) == values[:-1]
    assert answers.gives_one_too_many(same)(values) == [*values, values[-1]]
    assert sorted(answers.gives_it_in_the_order_of_a_set(same)([*values, values[0]])) == sorted(values)
    assert answers.gives_it_in_the_order_of_a_set(same)([values]) == [values]
    assert answers.rounds_its_answer(same)(1 / 3) == 0.333333
    assert answers.adds_an_axis(same)(array).shape == (1, len(values))
    assert answers.swaps_its_answers(same)((1, 2)) == (2, 1)


def test_arguments_that_are_changed_and_an_answer_that_is_right() -> None:
    for values in ([1, 2, 3], np.array([1, 2, 3])):
        found = answers.changes_its_arguments(same, "values")(values)
        assert list(found) == [1, 2, 3] != list(values)


@given(st.integers(1, 3), st.integers(1, 3))
def test_arguments_of_a_single_row_or_column_are_changed(rows: int, columns: int) -> None:
    for make, changes in ((answers.changes_a_single_row, rows == 1), (answers.changes_a_single_column, columns == 1)):
        X, y = np.ones((rows, columns)), np.ones(5)
        found = make(lambda X, y: X * y[0], "X", "y")(X, y)
        assert (found == 1).all()
        assert [(X == 1).all(), (y == 1).all()] == [not changes] * 2


# With streams.


def test_streams_are_read_wrongly() -> None:
    def first_two(stream: Iterator[int]) -> list[int]:
        return [next(stream), next(stream)]

    with pytest.raises(TypeError):
        streams.needs_a_length(first_two, "stream")(iter([1, 2]))
    with pytest.raises(StopIteration):
        streams.reads_it_twice(first_two, "stream")(iter([1, 2]))
    with pytest.raises(StopIteration):
        streams.misses_the_first(first_two, "stream")(iter([1, 2]))
    for make, left in ((streams.reads_all_of_it_first, []), (streams.reads_one_ahead, [4, 5])):
        stream = iter([1, 2, 3, 4, 5])
        assert make(first_two, "stream")(stream) == [1, 2]
        assert list(stream) == left


# With errors, and of cost.


def test_errors_are_swallowed_or_dressed_up() -> None:
    def refuse(values: Any) -> Any:
        raise ValueError(f"no {values}")

    assert errors.swallows_errors(refuse)(1) is None
    with pytest.raises(RuntimeError):
        errors.raises_another_error(refuse)(1)
    with pytest.raises(Exception, match="no") as raised:
        errors.raises_an_error_of_its_own(refuse)(1)
    assert type(raised.value).__name__ == "ValueError"
    assert not isinstance(raised.value, ValueError)


@given(NUMBERS, st.integers(-2, 2))
def test_nothing_is_asked_where_there_is_nothing_to_do(values: list[int], size: int) -> None:
    def step(values: list[int], size: int) -> int:
        if size <= 0:
            raise ValueError("size")
        return sum(values) * size

    wrong = errors.asks_nothing_when_empty(step, "values")
    if size > 0:
        assert wrong(values, size) == step(values, size)
    elif values:
        with pytest.raises(ValueError, match="size"):
            wrong(values, size)
    else:
        assert wrong(values, size) is None


@given(NUMBERS)
def test_what_only_costs_more_is_right(values: list[int]) -> None:
    for make in (costs.takes_quadratic_time, costs.takes_quadratic_memory, costs.sorts_first):
        assert make(total, "values")(values) == total(values)


class Cabinet:
    def __init__(self) -> None:
        self.label, self.kept = "cabinet", [3, 4]

    def has(self, number: int) -> bool:
        return number in self.kept

    def put(self, number: int) -> None:
        self.kept.append(number)


def test_all_that_is_kept_is_looked_at_where_something_is_found_or_done(monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[int] = []
    monkeypatch.setattr(costs, "_look_at", looks.append)
    cabinet = Cabinet()
    for make, looking in ((costs.looks_at_all_that_is_kept, 3), (costs.looks_at_all_in_vain, 9)):
        for number in (3, 9):
            assert make(Cabinet.has)(cabinet, number) is (number == 3)
            assert looks == [2] * (number == looking)
            looks.clear()
    assert costs.looks_at_all_that_is_kept(Cabinet.put)(cabinet, 5) is None
    assert (cabinet.kept, looks) == ([3, 4, 5], [2])


# As text.


def problem(*entry: str) -> Problem:
    return Problem("one", "One", "k-means", Difficulty.EASY, 15, entry, "0")


SOLUTION = """
import random
from collections.abc import Iterator
import numpy as np


def mean(X: np.ndarray, words: list[str], k: int, rng: random.Random, stream: Iterator[float]) -> np.ndarray:
    if k < 0:
        raise ValueError
    kept = X.copy()
    for _ in range(k):
        kept = kept + 1
    while set(words) and np.array_equal(kept, X):
        kept = kept + 1
    return kept


class Model:
    def __init__(self, rows: list[float]) -> None:
        self.rows = rows

    def at(self, place: int) -> float:
        return self.rows[place]

    def named(self, name: str) -> float:
        return self.rows[len(name)]
"""


def test_every_adversary_of_a_solution_is_a_program_of_its_own() -> None:
    found = list(adversaries(SOLUTION, problem("mean", "Model"), Scope(set(Kind))))
    keys = [one.key for one in found]
    assert len(set(keys)) == len(keys) > 55
    assert {"mean: computes_in_float32", "Model: shares_between_objects", "Model.at: wrong_for_one"} <= set(keys)
    for one in found:
        assert "sharpen" not in one.source
        scope: dict[str, Any] = {"__name__": "solution"}
        exec(compile(one.source, one.key, "exec"), scope)
        assert callable(scope["mean"])
        assert callable(scope["Model"])


NAMES = """
class Names:
    def __init__(self) -> None:
        self.names = set()

    def add(self, name: str) -> None:
        self.names.add(name)

    def has(self, name: str) -> bool:
        return name in self.names

    def first(self) -> str | None:
        return min(self.names, default=None)


def count(names: list[str]) -> bool:
    return len(names) > 3
"""


def test_every_method_is_made_to_look_at_all_that_is_kept_where_time_is_measured() -> None:
    def looking(*kinds: Kind) -> set[str]:
        keys = {one.key for one in adversaries(NAMES, problem("Names", "count"), Scope(set(kinds)))}
        return {key for key in keys if "looks_at_all" in key}

    assert looking(Kind.ORACLE) == set()
    assert looking(Kind.GROWTH) == {
        *(f"Names.{method}: looks_at_all_that_is_kept" for method in ("add", "has", "first")),
        *(f"Names.{method}: looks_at_all_in_vain" for method in ("has", "first")),
    }


def test_a_text_is_cut_and_never_changed_in_its_place() -> None:
    keys = {one.key for one in adversaries(SOLUTION, problem("Model"), Scope(set(Kind)))}
    assert {"Model.named: cuts_words", "Model.named: wrong_for_one_item"} <= keys
    assert "Model.__init__: changes_its_arguments" in keys
    assert "Model.named: changes_its_arguments" not in keys


def test_texts_are_found_however_deep_and_tidied_only_where_that_changes_them() -> None:
    source = "def routes(links: list[tuple[str, int]], start: str) -> dict[str, int]:\n    return dict(links)\n"
    about = {"lowers_words", "cuts_words", "strips_words", "drops_full_stops"}

    def tried(**ranges: Range) -> set[str]:
        found = adversaries(source, problem("routes"), Scope(set(Kind), ranges))
        return {one.key.removeprefix("routes: ") for one in found} & about

    assert tried() == tried(links=Range(letters="a-z"), start=Range()) == about
    small = Range(letters="a-z0-9_")
    assert tried(links=small, start=small) == set()
    assert tried(links=small, start=Range(letters="A-Z .")) == about
    assert tried(links=small, start=Range(letters="S?-")) == {"lowers_words"}


def test_a_declared_range_leaves_out_what_is_no_mistake_in_it() -> None:
    ranges = {"X": Range(length=(2, 50), values=(0, 100), types=("float64",)), "k": Range(values=(1, 9))}
    keys = {one.key for one in adversaries(SOLUTION, problem("mean"), Scope(set(Kind), ranges))}
    assert "mean: forgets_signs" not in keys
    assert "mean: fails_for_zero" not in keys
    assert "mean: clips_at_a_million" not in keys
    assert "mean: rounds_its_input" in keys


def test_an_address_is_that_of_arrays_and_lists_alone() -> None:
    source = "import numpy as np\ndef ask(tree: dict, X: np.ndarray, k: int) -> int: return k\n"
    found = {one.key: one.source for one in adversaries(source, problem("ask"), Scope(set(Kind)))}
    assert "(ask, 'X', 'k')" in found["ask: remembers_by_address"]


def test_whole_numbers_lose_no_digits() -> None:
    for types, lost in ((("int64", "list"), False), (("int64", "float64"), True), ((), True)):
        scope = Scope(set(Kind), {"X": Range(values=(0, 1e9), types=types)})
        keys = {one.key for one in adversaries(SOLUTION, problem("mean"), scope)}
        for key in ("computes_in_float32", "keeps_seven_digits_of_its_input", "clips_at_a_million"):
            assert (f"mean: {key}" in keys) is lost


def test_whole_numbers_are_narrowed_where_that_matters() -> None:
    def keys(**declared: Any) -> set[str]:
        scope = Scope(set(Kind), {"X": Range(**declared)})
        return {one.key.removeprefix("mean: ") for one in adversaries(SOLUTION, problem("mean"), scope)}

    narrow = {"computes_in_int8", "computes_in_uint8", "looks_at_the_last_byte", "subtracts_without_a_sign"}
    narrow |= {"takes_whole_numbers_for_floats"}
    assert not keys(values=(-1, 1000), types=("float64",)) & narrow
    assert keys(values=(0, 1), types=("int64", "float64")) & narrow == {"looks_at_the_last_byte"}
    assert keys(values=(0, 200), types=("uint8",)) & narrow == {"computes_in_int8", "subtracts_without_a_sign"}
    assert keys(values=(0, 1e18), types=("int64",)) & narrow == {
        "computes_in_int8",
        "computes_in_uint8",
        "takes_whole_numbers_for_floats",
    }
    assert "takes_whole_numbers_for_floats" not in keys(values=(0, 1e18), types=("int64", "float64"))


def test_a_single_row_or_column_is_tried_where_it_is_allowed() -> None:
    for least, tried in ((1, True), (2, False)):
        scope = Scope({Kind.UNCHANGED}, {"X": Range(length=(least, 9), columns=(least, 9))})
        keys = {one.key for one in adversaries(SOLUTION, problem("mean"), scope)}
        for key in ("changes_a_single_row", "changes_a_single_column"):
            assert (f"mean: {key}" in keys) is tried


def test_a_bias_that_no_check_claims_to_detect_is_not_tried() -> None:
    for detects, tried in ((1.0, set()), (0.05, {"ten", "twenty"}), (0.02, {"ten", "twenty", "thirty", "fifty"})):
        keys = [one.key for one in adversaries(SOLUTION, problem("mean"), Scope(set(Kind), detects=detects))]
        assert {key.rpartition("_")[2] for key in keys if "repeats_one" in key} == tried


def test_what_costs_a_sort_is_an_ally_where_time_is_measured() -> None:
    assert [one.key for one in allies(SOLUTION, problem("mean"), Scope({Kind.GROWTH}))] == ["mean: sorts_first"]
    assert list(allies(SOLUTION, problem("mean"), Scope({Kind.ORACLE}))) == []


REWRITTEN = """
import numpy as np


def count(values, most):
    if most < 0:
        raise ValueError("negative")
    seen, rounds = set(), 0
    kept = np.array(values)
    for value in range(most):
        rounds += 1
    while rounds < most + 5:
        rounds += 1
        seen.add(rounds)
    return rounds, type(seen).__name__, kept is values, np.array_equal(kept, kept + 1e-7)
"""


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("stops_after_three_hundred", (600, "set", False, False)),
        ("stops_after_five_thousand", (705, "set", False, False)),
        ("is_equal_within_a_thousandth", (705, "set", False, True)),
        ("is_equal_within_a_millionth", (705, "set", False, True)),
        ("is_equal_within_1e_12", (705, "set", False, False)),
        ("looks_things_up_in_lists", (705, "list", False, False)),
        ("copies_nothing", (705, "set", True, False)),
    ],
)
def test_a_rewrite_does_what_it_is_called(name: str, expected: tuple[Any, ...]) -> None:
    scope: dict[str, Any] = {}
    exec(REWRITES[name](REWRITTEN) or "", scope)
    assert scope["count"](np.zeros(2), 700) == expected
    with pytest.raises(ValueError, match="negative"):
        scope["count"](np.zeros(2), -1)


def test_validating_nothing() -> None:
    scope: dict[str, Any] = {}
    exec(REWRITES["validates_nothing"](REWRITTEN) or "", scope)
    assert scope["count"](np.zeros(2), -1)[0] == 4


NARROWED = """
import math


def least(values, most):
    best = math.inf
    found = None
    for value in values:
        if value < best:
            best = value
        found = value if found is None else found
    total = sum(values)
    for value in values:
        total += value
    return best, found, total // most, total % most
"""


@pytest.mark.parametrize(
    ("name", "values", "most", "expected"),
    [
        ("takes_what_is_false_for_none", [0, 7], 5, (0, 7, 2, 4)),
        ("takes_a_billion_for_infinity", [2 * 10**9], 10**10, (10**9, 2 * 10**9, 0, 4 * 10**9)),
        ("takes_ten_thousand_for_infinity", [20_000], 10**6, (10_000, 20_000, 0, 40_000)),
        ("divides_with_floats", [-7], 4, (-7, -7, -3, 2)),
        ("takes_remainders_with_a_sign", [-7], 4, (-7, -7, -4, -2)),
    ],
)
def test_a_rewrite_changes_what_is_missing_or_divided(
    name: str, values: list[int], most: int, expected: tuple[int, ...]
) -> None:
    scope: dict[str, Any] = {}
    exec(PLAIN[name](NARROWED) or "", scope)
    assert scope["least"](values, most) == expected


def test_the_quotient_of_divmod_is_taken_with_floats_too() -> None:
    scope: dict[str, Any] = {}
    exec(PLAIN["divides_with_floats"]("def parts(a, b):\n    return divmod(a, b)\n") or "", scope)
    assert scope["parts"](-7, 4) == (-1, -3)
    assert scope["parts"](10**18 - 1, 10**9) == (10**9, -1)


def test_each_sum_is_kept_in_few_bits_where_it_may_be_too_large() -> None:
    found = dict(adding_in_few_bits(NARROWED, 1000, 100))
    assert set(found) == {f"{place} in {bits} bits" for place in ("sum(values)", "total += value") for bits in (8, 16)}
    scope: dict[str, Any] = {}
    exec(found["total += value in 8 bits"], scope)
    assert scope["least"]([200], 1000) == (200, 200, 0, 144)
    assert list(adding_in_few_bits(NARROWED, 10, 10)) == []
    assert len(list(adding_in_few_bits(NARROWED.replace("total = sum(values)", "total = 0.0"), 1000, 100))) == 0


def test_what_is_declared_of_an_answer_decides_which_of_its_mistakes_are_tried() -> None:
    source = "def count(rows: list[int]) -> int:\n    return len(rows)\n"

    def tried(**ranges: Range) -> set[str]:
        found = adversaries(source, problem("count"), Scope(set(Kind), ranges))
        return {key for one in found if (key := one.key.removeprefix("count: ")).startswith("gives_")}

    small = {"gives_a_byte", "gives_none_for_zero"}
    assert tried() == set()
    assert tried(count=Range(values=(0, 20_000))) == small
    assert tried(count=Range(values=(-(10**10), 10**10))) == {
        *small,
        "gives_sixteen_bits",
        "gives_thirty_two_bits",
        "gives_nothing_below_zero",
        "gives_nothing_above_a_million",
        "gives_nothing_above_a_billion",
    }


def test_what_is_about_plain_python_is_not_tried_on_arrays() -> None:
    keys = {one.key for one in adversaries(SOLUTION, problem("mean", "Model"), Scope(set(Kind), plain=False))}
    assert not any("few bits" in key or key in PLAIN or "joins_them" in key for key in keys)
    assert {"mean: computes_in_float32", "copies_nothing"} <= keys


def test_a_rewrite_that_finds_nothing_to_change_makes_no_adversary() -> None:
    assert all(rewrite("x = 1\n") is None for rewrite in (REWRITES | PLAIN).values())
