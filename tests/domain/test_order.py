"""Order cards: which steps are to be moved."""

from hypothesis import given
from hypothesis import strategies as st

from sharpen.domain.card import Order

ORDERS = st.integers(3, 7).flatmap(lambda n: st.permutations(range(n)))


def card(steps: int) -> Order:
    return Order("t/o", "t", "?", tuple(map(str, range(steps))), "Because.")


@given(ORDERS)
def test_without_what_is_to_be_moved_the_rest_is_in_order(order: list[int]) -> None:
    moved = card(len(order)).moved(order)
    rest = [step for step in order if step not in moved]
    assert rest == sorted(rest)
    assert (not moved) == card(len(order)).is_right(order)
    assert len(moved) < len(order)


@given(st.integers(3, 7), st.data())
def test_one_step_that_was_shifted_is_one_to_move(steps: int, data: st.DataObject) -> None:
    order = list(range(steps))
    order.insert(data.draw(st.integers(0, steps - 1)), order.pop(data.draw(st.integers(0, steps - 1))))
    assert len(card(steps).moved(order)) <= 1


def test_nothing_placed_is_nothing_moved() -> None:
    assert card(4).moved([]) == set()
