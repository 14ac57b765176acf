"""Mistakes in what is given back: nothing, too little, in another order or form, or at the cost of the arguments."""

import functools
from collections.abc import Callable, Iterable
from typing import Any

from sharpen.authoring.mistakes.frame import Entry, arguments, each_number, giving


def returns_none(entry: Entry) -> Entry:
    """Computes the answer and forgets to return it."""
    return giving(entry, lambda _: None)


def returns_nothing_in_it(entry: Entry) -> Entry:
    """Gives an answer of the right type with nothing in it."""
    return giving(entry, _emptied)


def returns_zeros(entry: Entry) -> Entry:
    """Gives an answer of the right form in which every number is zero."""
    return giving(entry, lambda answer: _each(answer, lambda number: number * 0))


def returns_nan(entry: Entry) -> Entry:
    """Gives an answer of the right form in which every number is not a number."""
    return giving(entry, lambda answer: _each(answer, lambda number: number * float("nan")))


def returns_it_backwards(entry: Entry) -> Entry:
    """Gives the answer from its end to its beginning."""
    return giving(entry, lambda answer: answer[::-1])


def forgets_the_last(entry: Entry) -> Entry:
    """Leaves out the last item of the answer."""
    return giving(entry, lambda answer: answer[:-1])


def gives_one_too_many(entry: Entry) -> Entry:
    """Gives the last item of the answer twice."""
    return giving(entry, lambda answer: [*answer, answer[-1]] if len(answer) else answer)


def gives_it_in_the_order_of_a_set(entry: Entry) -> Entry:
    """Makes a set of the answer and a list of that, whose order is nobody's."""
    return giving(entry, _through_a_set)


def rounds_its_answer(entry: Entry) -> Entry:
    """Rounds the answer to six places."""
    return giving(entry, lambda answer: each_number(answer, lambda number: round(number, 6)))


def adds_an_axis(entry: Entry) -> Entry:
    """Gives an array with one axis too many."""
    return giving(entry, lambda answer: answer[None])


def swaps_its_answers(entry: Entry) -> Entry:
    """Gives its two or more results in the other order."""
    return giving(entry, lambda answer: tuple(reversed(answer)))


def changes_its_arguments(entry: Entry, *names: str) -> Entry:
    """Uses its arguments as a scratch pad."""
    return _scratching(entry, names, lambda _: True)


def changes_a_single_row(entry: Entry, *names: str) -> Entry:
    """Uses its arguments as a scratch pad where one of them has a single row."""
    return _scratching(entry, names, lambda arrays: any(len(array) == 1 for array in arrays))


def changes_a_single_column(entry: Entry, *names: str) -> Entry:
    """Uses its arguments as a scratch pad where one of them has a single column."""
    return _scratching(entry, names, lambda arrays: any(array.shape[1:] == (1,) for array in arrays))


def _scratching(entry: Entry, names: Iterable[str], when: Callable[[list[Any]], bool]) -> Entry:
    """The entry point that overwrites its arguments after it is done, where `when` is true of the arrays among them."""

    @functools.wraps(entry)
    def wrong(*args: Any, **kwargs: Any) -> Any:
        taken = arguments(entry, names, args, kwargs)
        answer = _copied(entry(*args, **kwargs))
        if when([value for value in taken if getattr(value, "ndim", None)]):
            for value in taken:
                _scratch(value)
        return answer

    return wrong


def _scratch(value: Any) -> None:
    if isinstance(value, list):
        value.reverse()
    elif getattr(value, "ndim", None) and value.flags.writeable:
        value[...] = value[::-1].copy() * 2 + 1


def _copied(answer: Any) -> Any:
    if isinstance(answer, list | tuple):
        return type(answer)(map(_copied, answer))
    return answer.copy() if hasattr(answer, "copy") else answer


def _through_a_set(answer: Any) -> Any:
    try:
        return list(set(answer))
    except TypeError:  # as of lists of lists, which nobody tries twice
        return answer


def _emptied(answer: Any) -> Any:
    if hasattr(answer, "dtype") and getattr(answer, "ndim", None):
        return answer[:0]
    return tuple(map(_emptied, answer)) if isinstance(answer, tuple) else type(answer)()


def _each(answer: Any, change: Any) -> Any:
    if isinstance(answer, dict):
        return {key: _each(value, change) for key, value in answer.items()}
    if isinstance(answer, list | tuple | set | frozenset):
        return type(answer)(_each(value, change) for value in answer)
    return change(answer) if isinstance(answer, int | float) or hasattr(answer, "dtype") else answer
