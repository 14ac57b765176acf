"""A solution beside its statement has the statement's words but once."""

import ast
from pathlib import Path

from sharpen.content.brief import brief
from sharpen.practice import Settings, open_workspace

LONG = '''def f(x):
    """Do it.

    Parameters
    ----------
    x : int
        The number.

    Notes
    -----
    It costs O(1).
    """
    return x
'''


def test_the_first_paragraph_and_the_notes_are_left() -> None:
    assert brief(LONG) == 'def f(x):\n    """Do it.\n\n    It costs O(1).\n    """\n    return x\n'


def test_without_notes_the_first_paragraph_ends_it() -> None:
    assert brief('def f(x):\n    """Do it.\n\n    More.\n    """\n    return x\n') == (
        'def f(x):\n    """Do it."""\n    return x\n'
    )


def test_short_docstrings_and_what_is_no_python_stay_as_they_are() -> None:
    for source in ('def f(x):\n    """Do it."""\n    return x\n', "def f(:\n", "x = 1\n"):
        assert brief(source) == source


def test_every_solution_is_the_same_program_when_it_is_shown(tmp_path: Path) -> None:
    library = open_workspace(Settings(home=tmp_path)).library
    for slug in library.problems:
        source = library.problems.solution(slug)
        trees = [ast.parse(text) for text in (source, brief(source))]
        for tree in trees:
            for node in ast.walk(tree):
                if isinstance(node, ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node) is not None:
                    node.body = node.body[1:]
        assert ast.dump(trees[0]) == ast.dump(trees[1]), slug
