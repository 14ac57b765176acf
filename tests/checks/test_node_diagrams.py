"""Nodes are drawn with what links them."""

import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch

from sharpen.checks import Nodes, diagrams, node_diagrams


@pytest.fixture
def axes() -> Axes:
    return diagrams.sheet(Figure())


def said(axes: Axes) -> list[str]:
    return [text.get_text() for text in axes.texts]


def test_a_chain_links_its_nodes_and_says_where_it_runs_in_a_circle(axes: Axes) -> None:
    node_diagrams.chain(axes, 0, Nodes("linked_list", ("a", "b", "c")), ["plain"] * 3)
    assert said(axes) == ["a", "b", "c"]
    assert sum(isinstance(patch, FancyArrowPatch) for patch in axes.patches) == 2
    node_diagrams.chain(axes, 2, Nodes("linked_list", ("a", "b"), (1,)), ["plain"] * 2)
    assert said(axes)[5:] == ["The last node leads back to place 1."]
    with pytest.raises(TypeError):
        node_diagrams.chain(axes, 4, Nodes("binary_tree", (1,)), ["plain"])


def test_nodes_are_told_by_where_they_were_or_else_by_their_values() -> None:
    known = Nodes("linked_list", (5, 6, 5), (), (2, -1, 0))
    assert node_diagrams.origins(known, [5, 7, 5]) == [2, None, 0]
    unknown = Nodes("linked_list", (7, 5, 9), (), (-1, -1, -1))
    assert node_diagrams.origins(unknown, [5, 7, 5]) == [1, None, None]


def arrows(axes: Axes) -> list[FancyArrowPatch]:
    return [patch for patch in axes.patches if isinstance(patch, FancyArrowPatch)]


def bends(axes: Axes) -> list[float]:
    return [arrow.get_connectionstyle().rad for arrow in arrows(axes)]  # type: ignore[attr-defined]


def test_a_tree_has_an_edge_from_each_node_but_the_root(axes: Axes) -> None:
    low = node_diagrams.tree(axes, 1, Nodes("binary_tree", ("a", "b", "c", None, "d")))
    assert sorted(said(axes)) == ["a", "b", "c", "d"]
    assert len(arrows(axes)) == 3
    assert axes.dataLim.y1 <= low
    node_diagrams.tree(axes, 9, Nodes("binary_tree", (1,), (), (), "the node hangs in two places"))
    assert said(axes)[-1] == "the node hangs in two places"
    with pytest.raises(TypeError):
        node_diagrams.tree(axes, 0, Nodes("linked_list", (1,)))


def test_a_link_goes_around_a_node_in_its_way(axes: Axes) -> None:
    places = {"a": (0.0, 0.0), "b": (1.0, 0.1), "c": (2.0, 0.0)}
    links = [("a", "b", "", "plain"), ("a", "c", "", "plain")]
    node_diagrams.network(axes, 0, places, {key: key for key in places}, links)
    straight, around = bends(axes)
    assert straight == 0
    assert around < 0, "b is below the straight way, so the link goes above"


def test_links_between_the_same_nodes_lie_apart(axes: Axes) -> None:
    places = {1: (0.0, 0.0), 2: (1.0, 0.0)}
    both = [(1, 2, "", "plain"), (2, 1, "", "plain")]
    node_diagrams.network(axes, 0, places, {1: 1, 2: 2}, both)
    assert bends(axes)[0] == bends(axes)[1] != 0, "in opposite directions that is on opposite sides"


def test_a_node_may_be_linked_to_itself(axes: Axes) -> None:
    low = node_diagrams.network(axes, 0, {1: (0.0, 0.0)}, {1: "one"}, [(1, 1, "again", "red")])
    assert said(axes) == ["one", "again"]
    assert len(arrows(axes)) == 1
    assert axes.dataLim.y1 <= low


def test_a_trie_has_a_node_for_each_beginning(axes: Axes) -> None:
    node_diagrams.trie(axes, 0, ["ab", "ac", "a"], gone=["d"])
    assert sorted(said(axes)) == ["a", "b", "c", "d", "·"]
    assert len(arrows(axes)) == 4


def test_letters_share_a_node_where_a_trie_is_large(axes: Axes) -> None:
    node_diagrams.trie(axes, 0, ["efficientnet-small", "efficientnet-larger", "efficientnet"])
    assert sorted(said(axes)) == ["-", "efficientnet", "larger", "small", "·"]
    with pytest.raises(ValueError, match="too many"):
        node_diagrams.trie(axes, 0, [f"{number}{number}" for number in range(99)])
