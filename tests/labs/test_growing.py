"""The log of a world grows by days: what is handed out stays as it is, and its trail says what was served."""

from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sharpen.labs.columns import Columns, Growing, joined, rows
from sharpen.labs.run import open_world
from sharpen.labs.world import World

COINS = Path(__file__).parent / "content" / "cases" / "coins"


@given(st.lists(st.lists(st.text("ab", max_size=4), max_size=6), min_size=1, max_size=6))
def test_a_growing_table_is_the_parts_below_each_other(parts: list[list[str]]) -> None:
    tables = [{"text": np.array(part, "U4"), "pair": np.full((len(part), 2), at)} for at, part in enumerate(parts)]
    grown, handed_out = Growing(), list[tuple[Columns, Columns]]()
    for at, table in enumerate(tables, 1):
        grown.add(table)
        handed_out.append((grown.columns(), joined(tables[:at])))
    for found, wanted in handed_out:
        assert rows(found) == rows(wanted)
        assert all((found[name] == wanted[name]).all() for name in wanted)


def test_a_longer_text_or_another_type_makes_room_for_itself() -> None:
    grown = Growing()
    for text in ("a", "longer", "b"):
        grown.add({"text": np.array([text])})
    assert grown.columns()["text"].tolist() == ["a", "longer", "b"]


def served(world: World, day: int, picked: int) -> World:
    requests = world.requests(day, 50, world.random(7, day))
    actions = np.full(rows(requests), picked)
    outcomes = world.respond(requests, actions, world.random(8, day).random((rows(requests), world.draws)))
    world.served.append(world.rows(requests, actions, outcomes))
    return world


def test_forks_with_the_same_past_have_one_trail_until_they_serve_otherwise() -> None:
    world = open_world(COINS, 1)
    one, two = world.fork(), world.fork()
    assert one.trail() == two.trail() == b""
    assert served(one, 10, 0).trail() == served(two, 10, 0).trail() != b""
    before = one.log(10)
    third = one.fork()
    assert served(one, 11, 0).trail() != served(two, 11, 1).trail()
    assert served(third, 11, 0).trail() == one.trail()
    assert rows(one.log(11)) == rows(before) + rows(one.served[1])
    assert (one.log(11)["picked"][-50:] == 0).all()
    assert (two.log(11)["picked"][-40:] == 1).all()
    assert one.log(10).keys() == before.keys()
    assert all((one.log(10)[name] == before[name]).all() for name in before)
    assert rows(world.log(9)) == rows(world.past())
