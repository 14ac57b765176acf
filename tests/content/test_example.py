"""The trial that is made of a statement's example."""

import ast

from sharpen.content import Library
from sharpen.content.example import example


def statement(session: str) -> str:
    return f"Text.\n\n```python\n>>> f(0)\n```\n\n### Example\n\n```pycon\n{session}\n```\n"


def test_the_lines_a_call_needs_come_before_it() -> None:
    session = """\
>>> import numpy as np
>>> from fractions import Fraction
>>> unused = 3
>>> a = 2
>>> X = np.array([[a, 1.0],
...               [2, Fraction(1)]])
>>> labels, centers = f(X, k=a)
>>> labels
[0, 1]"""
    assert example(statement(session), ["f"]) == (
        "from fractions import Fraction\na = 2\nX = np.array([[a, 1.0],\n              [2, Fraction(1)]])\nf(X, k=a)"
    )


def test_the_call_alone_is_taken_out_of_what_surrounds_it() -> None:
    assert example(statement(">>> sorted(f([2, 1]))\n[1, 2]"), ["f"]) == "f([2, 1])"


def test_a_call_that_only_works_in_its_surroundings_keeps_them() -> None:
    assert example(statement(">>> [f(i) for i in range(3)]\n[0, 1, 2]"), ["f"]) == "[f(i) for i in range(3)]"


def test_of_a_class_an_object_is_made_and_used() -> None:
    session = ">>> g = PCG(1)\n>>> g.next()\n5"
    assert example(statement(session), ["PCG"]) == "g = PCG(1)\ng.next()"
    assert example(statement(">>> PCG(1).next()\n5"), ["PCG"]) == "PCG(1).next()"


def test_a_statement_without_a_session_gives_no_trial() -> None:
    assert example("Nothing.", ["f"]) == ""
    assert example(statement(">>> other(1)"), ["f"]) == ""
    assert example(statement(">>> f(("), ["f"]) == ""


def test_every_problem_of_the_content_gives_a_case_that_calls_it() -> None:
    library = Library.open()
    for slug, problem in library.problems.items():
        trial = library.problems.example(slug)
        names = {node.id for node in ast.walk(ast.parse(trial)) if isinstance(node, ast.Name)}
        assert names & set(problem.entry), slug
        assert isinstance(ast.parse(trial).body[-1], ast.Expr), slug
