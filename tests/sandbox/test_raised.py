"""What is said of an exception: whose fault it is, in words that do not guess."""

from typing import Any

import pytest

from sharpen.checks.calls import call, stream
from sharpen.sandbox.child import load
from sharpen.sandbox.raised import explain


def told(body: str, *args: Any) -> str:
    """What is said of the exception that the call `f(source, ...)` of this body ends with."""
    namespace = load(f"def f(source):\n    {body}\n")
    with pytest.raises(Exception) as raised:  # noqa: PT011 (each case says which)
        call("f", *args).made().on(namespace)
    why = explain(raised.value)["why"]
    assert isinstance(why, str)
    return why


@pytest.mark.parametrize(
    ("count", "why"),
    [
        (0, "the stream had no values, and one was asked for"),
        (1, "the stream had 1 value, and one more was asked for"),
        (2, "the stream had 2 values, and one more was asked for"),
        (5000, "the stream had 5,000 values, and one more was asked for"),
    ],
)
def test_who_asks_a_stream_for_too_much_is_told_so(count: int, why: str) -> None:
    for values in (list(range(count)), range(count)):
        assert told("return [next(source) for _ in range(5001)]", stream(values)) == f"StopIteration: {why}"


def test_so_is_a_generator_in_which_it_becomes_another_error() -> None:
    words = told("return list(next(source) for _ in range(3))", stream([1, 2]))
    assert words == (
        "RuntimeError: generator raised StopIteration: the stream had 2 values, and one more was asked for"
    )


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("raise StopIteration", "StopIteration"),
        ("raise StopIteration('enough')", "StopIteration: enough"),
        ("raise RuntimeError('no')", "RuntimeError: no"),
        ("return list(source), next(iter(()))", "StopIteration: `next` was called on an iterator that had no more"),
        ("return list(source), next(source)", "StopIteration: `next` was called on an iterator that had no more"),
    ],
)
def test_what_the_code_does_itself_is_not_put_down_to_the_stream(body: str, why: str) -> None:
    assert told(body, stream([1, 2])).startswith(why)


def test_a_stream_that_is_read_to_its_end_is_read_as_any_other() -> None:
    namespace = load("def f(source):\n    def mine():\n        yield from source\n    return [*mine(), *source]\n")
    assert call("f", stream([3, 4])).made().on(namespace) == [3, 4]
