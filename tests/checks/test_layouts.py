"""Nodes get places on which a tree or a graph can be read."""

from sharpen.checks import layouts


def test_parents_stand_over_the_middle_of_their_children() -> None:
    places = layouts.spread({"a": ["b", "c"], "c": ["d", "e"]}, ["a", "f"])
    assert places == {"b": (0, 1), "d": (1, 2), "e": (2, 2), "c": (1.5, 1), "a": (0.75, 0), "f": (3, 0)}


def test_a_circle_has_an_end() -> None:
    assert layouts.spread({1: [2], 2: [1]}, [1]) == {2: (0, 1), 1: (0, 0)}


def test_left_and_right_children_stand_left_and_right() -> None:
    places, edges = layouts.binary([1, 2, 3, None, 5])
    assert places == {1: (0, 1), 4: (1, 2), 0: (2, 0), 2: (3, 1)}
    assert edges == [(0, 1), (0, 2), (1, 4)]
    assert layouts.binary([]) == ({}, [])


def test_a_tree_of_one_side_may_be_deep() -> None:
    values = [0, *(one for value in range(1, 3_000) for one in (None, value))]
    places, _ = layouts.binary(values)
    assert len(places) == 3_000
    assert max(depth for _, depth in places.values()) == 2_999


def test_columns_say_how_many_links_away_a_node_is() -> None:
    links = {"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": ["a"], "x": ["d"]}
    places = layouts.layers(links, ["a"])
    assert {node: x for node, (x, _) in places.items()} == {"a": 0, "b": 1, "c": 1, "d": 2, "x": 3}
    assert places["b"][1] == -places["c"][1] != 0
