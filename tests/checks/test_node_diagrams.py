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
