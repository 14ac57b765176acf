"""Every mistake of the battery, and for which arguments, answers and declared ranges it is one."""

import re
from collections.abc import Callable
from string import ascii_uppercase

from sharpen.authoring.mistake import Mistake
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
from sharpen.authoring.signatures import Role
from sharpen.domain.verdict import Kind

SOURCE, FRACTIONS, ENDLESS, STREAM = Role.SOURCE, Role.FRACTIONS, Role.ENDLESS, Role.STREAM
ARRAY, LIST, TUPLE, SET, DICT = Role.ARRAY, Role.LIST, Role.TUPLE, Role.SET, Role.DICT
ITEMS, WORDS, TEXTS, COUNT, NUMBER = Role.ITEMS, Role.WORDS, Role.TEXTS, Role.COUNT, Role.NUMBER
WHOLE, PARTS, PAIRS, FLAT = Role.WHOLE, Role.PARTS, Role.PAIRS, Role.FLAT
SIZED = (ARRAY, LIST, WORDS, STREAM)
PLAIN = (ARRAY, LIST, COUNT, NUMBER, DICT, STREAM)
NUMBERS = (ARRAY, LIST)


def _reaches(size: float) -> Callable[[Range], bool]:
    """Whether a value may be larger than this."""
    return lambda allowed: allowed.values is None or max(map(abs, allowed.values)) > size


def _longer(length: int) -> Callable[[Range], bool]:
    return lambda allowed: allowed.length is None or allowed.length[1] > length


def _as_short(length: int) -> Callable[[Range], bool]:
    return lambda allowed: allowed.length is None or allowed.length[0] <= length


def _as_narrow(allowed: Range) -> bool:
    """Whether it may have a single column."""
    return bool(allowed.columns and allowed.columns[0] <= 1)


def _of_two_values(allowed: Range) -> bool:
    """Whether it holds whole numbers for labels, as 0 and 1 or -1 and 1, so that others may be refused."""
    return bool(allowed.values) and _whole(0)(allowed) and not _reaches(1)(allowed)


def _whole(size: float) -> Callable[[Range], bool]:
    """Whether whole numbers larger than this may come in an array."""
    return lambda allowed: any("int" in kind for kind in allowed.types) and _reaches(size)(allowed)


def _declared_whole(size: float) -> Callable[[Range], bool]:
    """The same, and not only because nothing was said of its values, as of labels that are -1 and 1."""
    return lambda allowed: bool(allowed.values) and _whole(size)(allowed)


def _whole_alone(allowed: Range) -> bool:
    """Whether it holds whole numbers and no others, and more of them than floats tell apart."""
    return _declared_whole(2**53)(allowed) and not _real(allowed)


def _written_with(signs: str) -> Callable[[Range], bool]:
    """Whether the texts in it may have one of these characters."""
    return lambda allowed: allowed.letters is None or bool(re.search(f"[{allowed.letters}]", signs))


def _real(allowed: Range) -> bool:
    """Whether others than whole numbers may come in an array."""
    return not allowed.types or any("float" in kind for kind in allowed.types)


def _holds(value: float) -> Callable[[Range], bool]:
    """Whether it may be this number."""
    return lambda allowed: allowed.values is None or allowed.values[0] <= value <= allowed.values[1]


def _declared(where: Callable[[Range], bool]) -> Callable[[Range], bool]:
    """The same of values that are declared; nothing is known of others."""
    return lambda allowed: bool(allowed.values) and where(allowed)


def _ended(allowed: Range) -> bool:
    """Whether its values have two ends, which are whole numbers."""
    return bool(allowed.values) and all(type(end) is int or end == int(end) for end in allowed.values or ())


def _large(allowed: Range) -> bool:
    """Whether its square is too much."""
    return _longer(3000)(allowed) if allowed.length else _reaches(3000)(allowed)


MISTAKES: tuple[Mistake, ...] = (
    # Of randomness.
    Mistake(randomness.ignores_the_source, (SOURCE,)),
    Mistake(randomness.seeds_its_own, (SOURCE,)),
    Mistake(randomness.goes_on_with_its_own, (SOURCE,)),
    Mistake(randomness.keeps_the_first_source, (SOURCE,)),
    Mistake(randomness.takes_only_a_seed, (SOURCE,)),
    Mistake(randomness.repeats_one_answer_in_ten, (SOURCE,), share=0.1),
    Mistake(randomness.repeats_one_answer_in_twenty, (SOURCE,), share=0.05),
    Mistake(randomness.repeats_one_answer_in_thirty, (SOURCE,), share=1 / 30),
    Mistake(randomness.repeats_one_answer_in_fifty, (SOURCE,), share=0.02),
    Mistake(randomness.draws_in_ten_bits, (FRACTIONS,)),
    Mistake(randomness.draws_in_sixteen_bits, (FRACTIONS,)),
    Mistake(randomness.mirrors_every_second, gives=NUMBERS, beside=(SOURCE,)),
    Mistake(randomness.draws_each_number_twice, gives=NUMBERS, beside=(SOURCE,)),
    Mistake(randomness.repeats_after_fifty, gives=NUMBERS, beside=(SOURCE,)),
    Mistake(randomness.repeats_after_a_thousand, gives=NUMBERS, beside=(SOURCE,)),
    Mistake(randomness.swaps_halves_of_every_second_answer, gives=NUMBERS, beside=(SOURCE,)),
    # Of state.
    Mistake(remembering.remembers_without_the_source, PLAIN, beside=(SOURCE,)),
    Mistake(remembering.remembers_by_shape, PLAIN, beside=(ARRAY,)),
    Mistake(remembering.remembers_by_what_is_printed, PLAIN, beside=(ARRAY,)),
    # Two dicts hardly ever come to the same address, so that one among the arguments would make it right.
    Mistake(remembering.remembers_by_address, (ARRAY, LIST, COUNT, NUMBER, STREAM), beside=(ARRAY,)),
    Mistake(remembering.remembers_by_length, (LIST, WORDS, COUNT, NUMBER), beside=(LIST, WORDS), plain=True),
    Mistake(remembering.answers_the_call_before, gives=(*NUMBERS, TUPLE, SET, DICT, NUMBER)),
    Mistake(remembering.collects_in_a_default, gives=(LIST,)),
    # Of sizes.
    Mistake(sizes.looks_at_the_first_thousand, SIZED, where=_longer(1000)),
    Mistake(sizes.wrong_above_a_hundred, SIZED, where=_longer(100)),
    Mistake(sizes.wrong_above_a_thousand, SIZED, where=_longer(1000)),
    Mistake(sizes.wrong_for_one_item, (ARRAY, LIST, WORDS), where=_as_short(1)),
    Mistake(sizes.fails_for_no_items, (ARRAY, LIST, WORDS), where=_as_short(0)),
    Mistake(sizes.misses_the_first_item, (ARRAY, LIST), plain=True),
    Mistake(sizes.misses_the_last_item, (ARRAY, LIST), plain=True),
    Mistake(sizes.wrong_for_one_column, (ARRAY,), where=_as_narrow),
    Mistake(sizes.fails_for_zero, (COUNT,), where=_holds(0)),
    Mistake(sizes.wrong_for_one, (COUNT,), where=_holds(1)),
    Mistake(sizes.wrong_for_a_large_count, (COUNT,), where=_reaches(100)),
    # With numbers.
    Mistake(arithmetic.computes_in_float32, (ARRAY,), where=_real),
    Mistake(arithmetic.keeps_seven_digits_of_its_input, (ARRAY,), where=_real),
    Mistake(arithmetic.computes_in_int32, (ARRAY,), where=_whole(2**31)),
    Mistake(arithmetic.computes_in_int16, (ARRAY,), where=_whole(2**15)),
    Mistake(arithmetic.computes_in_int8, (ARRAY,), where=_declared_whole(2**7)),
    Mistake(arithmetic.computes_in_uint8, (ARRAY,), where=_declared_whole(2**8)),
    Mistake(arithmetic.looks_at_the_last_byte, (ARRAY,), kind=Kind.ERROR, raising=True, where=_of_two_values),
    Mistake(
        arithmetic.subtracts_without_a_sign,
        (ARRAY,),
        where=lambda allowed: any(kind.startswith("uint") for kind in allowed.types),
    ),
    Mistake(arithmetic.takes_whole_numbers_for_floats, (ARRAY,), where=_whole_alone),
    Mistake(arithmetic.keeps_the_type_of_its_input, (ARRAY,), where=_whole(0)),
    Mistake(arithmetic.clips_at_a_million, (ARRAY,), where=lambda allowed: _reaches(1e6)(allowed) and _real(allowed)),
    Mistake(arithmetic.takes_tiny_numbers_for_zero, (ARRAY,), where=lambda allowed: (allowed.smallest or 1) <= 1e-9),
    Mistake(
        arithmetic.rounds_its_input, (ARRAY,), where=lambda allowed: "float64" in allowed.types or not allowed.types
    ),
    Mistake(arithmetic.forgets_signs, (ARRAY,), where=_holds(-1)),
    Mistake(
        arithmetic.adds_an_epsilon, (ARRAY,), where=lambda allowed: "float64" in allowed.types or not allowed.types
    ),
    # With whole numbers of few bits.
    Mistake(narrow.reads_a_byte, (WHOLE,), where=_declared(_reaches(2**8)), plain=True),
    Mistake(narrow.reads_sixteen_bits, (WHOLE,), where=_declared(_reaches(2**15)), plain=True),
    Mistake(narrow.reads_thirty_two_bits, (WHOLE,), where=_declared(_reaches(2**31)), plain=True),
    Mistake(narrow.reads_floats, (WHOLE,), where=_declared(_reaches(2**53)), plain=True),
    Mistake(narrow.gives_a_byte, gives=(WHOLE,), answer=_declared(_reaches(2**8)), plain=True),
    Mistake(narrow.gives_sixteen_bits, gives=(WHOLE,), answer=_declared(_reaches(2**15)), plain=True),
    Mistake(narrow.gives_thirty_two_bits, gives=(WHOLE,), answer=_declared(_reaches(2**31)), plain=True),
    Mistake(narrow.gives_floats, gives=(WHOLE,), answer=_declared(_reaches(2**53)), plain=True),
    # About what is missing.
    Mistake(missing.takes_zero_for_nothing, (WHOLE,), where=_declared(_holds(0)), plain=True),
    Mistake(missing.takes_minus_one_for_nothing, (WHOLE,), where=_declared(_holds(-1)), plain=True),
    Mistake(missing.takes_the_least_for_more, (WHOLE,), ends=True, where=_ended, plain=True),
    Mistake(missing.takes_the_most_for_less, (WHOLE,), ends=True, where=_ended, plain=True),
    Mistake(missing.forgets_empty_texts, (TEXTS,), where=_as_short(0), plain=True),
    Mistake(missing.gives_none_for_zero, gives=(WHOLE, NUMBER), answer=_declared(_holds(0)), plain=True),
    Mistake(missing.gives_minus_one_for_none, gives=tuple(Role), optional=True, plain=True),
    Mistake(missing.gives_zero_for_none, gives=tuple(Role), optional=True, plain=True),
    Mistake(missing.gives_nothing_below_zero, gives=(WHOLE, NUMBER), answer=_declared(_holds(-1)), plain=True),
    Mistake(missing.gives_nothing_above_a_million, gives=(WHOLE, NUMBER), answer=_declared(_reaches(1e6)), plain=True),
    Mistake(missing.gives_nothing_above_a_billion, gives=(WHOLE, NUMBER), answer=_declared(_reaches(1e9)), plain=True),
    # About texts.
    Mistake(texts.joins_them_by_commas, (PARTS, PAIRS), where=_written_with(","), plain=True),
    Mistake(texts.joins_them_by_bars, (PARTS, PAIRS), where=_written_with("|"), plain=True),
    Mistake(texts.joins_them_by_spaces, (PARTS, PAIRS), where=_written_with(" "), plain=True),
    Mistake(texts.joins_them_by_slashes, (PARTS, PAIRS), where=_written_with("/"), plain=True),
    Mistake(texts.joins_them_by_zeros, (PARTS, PAIRS), where=_written_with("\0"), plain=True),
    Mistake(texts.joins_them_by_nothing, (PAIRS,), plain=True),
    Mistake(texts.ends_them_with_a_dollar, (TEXTS,), where=_written_with("$"), plain=True),
    Mistake(texts.ends_them_with_a_hash, (TEXTS,), where=_written_with("#"), plain=True),
    Mistake(texts.ends_them_with_a_star, (TEXTS,), where=_written_with("*"), plain=True),
    Mistake(texts.ends_them_with_zero, (TEXTS,), where=_written_with("\0"), plain=True),
    Mistake(texts.knows_ascii_alone, (TEXTS,), where=_written_with("é"), plain=True),
    Mistake(texts.knows_the_small_letters_alone, (TEXTS,), where=_written_with(ascii_uppercase), plain=True),
    Mistake(texts.knows_the_last_byte_of_a_letter, (TEXTS,), where=_written_with("Ł"), plain=True),
    Mistake(texts.hashes_them_to_sixteen_bits, (TEXTS,), plain=True),
    # About items.
    Mistake(items.compares_items, (ITEMS,)),
    Mistake(items.hashes_items, (ITEMS,)),
    Mistake(items.drops_equal_items, (ITEMS,)),
    Mistake(items.drops_empty_items, (ITEMS,)),
    Mistake(items.lowers_words, (TEXTS,), where=_written_with(ascii_uppercase)),
    Mistake(items.cuts_words, (TEXTS,), where=_written_with(" ")),
    Mistake(items.strips_words, (TEXTS,), where=_written_with(" ")),
    Mistake(items.drops_full_stops, (TEXTS,), where=_written_with(".")),
    # In the answer.
    Mistake(answers.returns_none, gives=tuple(Role)),
    Mistake(answers.returns_nothing_in_it, gives=(*NUMBERS, TUPLE, SET, DICT)),
    Mistake(answers.returns_zeros, gives=(*NUMBERS, TUPLE, DICT, COUNT, NUMBER)),
    Mistake(answers.returns_nan, gives=(*NUMBERS, TUPLE, DICT, COUNT, NUMBER)),
    Mistake(answers.returns_it_backwards, gives=NUMBERS),
    Mistake(answers.forgets_the_last, gives=NUMBERS),
    Mistake(answers.gives_one_too_many, gives=(LIST,)),
    Mistake(answers.gives_it_in_the_order_of_a_set, gives=(FLAT,), plain=True),
    Mistake(answers.rounds_its_answer, gives=(NUMBER,), plain=True),
    Mistake(answers.adds_an_axis, gives=(ARRAY,)),
    Mistake(answers.swaps_its_answers, gives=(TUPLE,)),
    Mistake(answers.changes_its_arguments, (ARRAY, LIST)),
    Mistake(answers.changes_a_single_row, (ARRAY,), kind=Kind.UNCHANGED, where=_as_short(1)),
    Mistake(answers.changes_a_single_column, (ARRAY,), kind=Kind.UNCHANGED, where=_as_narrow),
    # With streams.
    Mistake(streams.needs_a_length, (STREAM, ENDLESS)),
    Mistake(streams.reads_it_twice, (STREAM, ENDLESS)),
    Mistake(streams.reads_all_of_it_first, (STREAM, ENDLESS)),
    Mistake(streams.reads_one_ahead, (STREAM,)),
    Mistake(streams.misses_the_first, (STREAM,)),
    # With errors.
    Mistake(errors.swallows_errors, kind=Kind.ERROR, raising=True),
    Mistake(errors.raises_another_error, kind=Kind.ERROR, raising=True),
    Mistake(errors.raises_an_error_of_its_own, kind=Kind.ERROR, raising=True),
    Mistake(
        errors.asks_nothing_when_empty,
        (ARRAY, LIST, WORDS),
        beside=(COUNT, NUMBER),
        kind=Kind.ERROR,
        raising=True,
        where=_as_short(0),
    ),
    # Of cost.
    Mistake(costs.takes_quadratic_time, (ARRAY, LIST, COUNT), kind=Kind.GROWTH, where=_large),
    Mistake(costs.looks_at_all_that_is_kept, kind=Kind.GROWTH, method=True),
    Mistake(costs.looks_at_all_in_vain, kind=Kind.GROWTH, method=True, refusing=True),
    Mistake(costs.takes_quadratic_memory, (ARRAY, LIST, COUNT), kind=Kind.MEMORY, where=_large),
)
"""Every mistake made by wrapping an entry point; `rewrites.REWRITES` has those made by changing the code."""

RIGHT = (Mistake(costs.sorts_first, (ARRAY, LIST), kind=Kind.GROWTH),)
"""What only looks like a mistake: these must be accepted."""
