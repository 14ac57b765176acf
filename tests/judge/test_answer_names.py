"""The parts of an answer by the names that the function gives them."""

import ast

import pytest

from sharpen.judge.answer_names import answer_names, named


def names(returns: str, last: str = "return x") -> list[str]:
    source = f'def f(a):\n    """Do it.\n\n    Returns\n    -------\n{returns}\n    """\n    {last}\n'
    function = ast.parse(source).body[0]
    assert isinstance(function, ast.FunctionDef)
    return answer_names(function)


def test_the_docstring_names_them() -> None:
    assert names("    labels : int array of shape (n,)\n        The label.\n    centers : array") == [
        "labels",
        "centers",
    ]
    assert names("    lost, doubled : list of int") == ["lost", "doubled"]
    assert names("    W1, b1\n    losses : list of float") == ["W1", "b1", "losses"]


def test_else_the_tuple_at_the_end_does() -> None:
    assert names("    tuple of (array, float)", "return w, b") == ["w", "b"]
    assert names("    tuple of (array, float)", "return w, b + 1") == []
    assert names("    int, or None") == []
    assert names("    list") == []


@pytest.mark.parametrize(
    ("place", "known", "shown"),
    [
        ("[1][0][0]", ["labels", "centers"], "centers[0][0]"),
        ("[3]", ["classes"], "classes[3]"),
        ("", ["classes"], "classes"),
        ("[2]", ["a", "b"], "[2]"),
        ("['key'][0]", ["a", "b"], "['key'][0]"),
        ("[0]", [], "[0]"),
    ],
)
def test_a_place_is_said_with_them(place: str, known: list[str], shown: str) -> None:
    assert named(place, known) == shown
