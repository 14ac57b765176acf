"""An answer is shown as what it was: its lists as lists, although they arrive as tuples."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharpen.checks import show
from sharpen.sandbox.codec import pack_answer, unpack_answer
from sharpen.sandbox.forms import LONGEST, MOST, noted, restored

values = st.recursive(
    st.integers(-9, 9) | st.text(max_size=2) | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.lists(inner, max_size=4).map(tuple),
    max_leaves=20,
)


def arrived(value: Any) -> Any:
    """The value as it arrives, its form restored."""
    _, header, *_ = pack_answer(value)
    return restored(unpack_answer(bytes(header), []), noted(value))


@given(values)
def test_lists_and_tuples_are_shown_as_what_they_were(value: Any) -> None:
    assert show(arrived(value)) == show(value)
    assert noted(arrived(value)).lower() == noted(value).lower().replace("l", "t")


@given(values, st.text("ltLT.x", max_size=8))
def test_a_note_that_lies_changes_no_answer(value: Any, note: str) -> None:
    _, header, *_ = pack_answer(value)
    plain = unpack_answer(bytes(header), [])
    assert restored(plain, note) == plain
    assert hash(restored(plain, note)) == hash(plain)


@pytest.mark.parametrize("value", [[7], (7,), [[1, 2], (3,)], {"a": 1}, iter([1]), [{1}, (2,)]])
def test_what_is_no_sequence_is_passed_over(value: Any) -> None:
    assert isinstance(noted(value), str)


def test_a_long_answer_is_noted_in_short() -> None:
    assert noted([0] * 10**6) == "l"
    many = [(i, [i]) for i in range(10**5)]
    assert len(noted(many)) <= MOST
    got = arrived(many)
    assert show(got).startswith("[(0, [0]), (1, [1])")
    assert len(got) == len(many) > LONGEST
