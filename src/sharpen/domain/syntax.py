"""Python read as a tree, by one thread at a time."""

import ast
import threading

_ONE_AT_A_TIME = threading.RLock()


def parse(source: str | bytes) -> ast.Module:
    """`ast.parse`, safe among the threads that serve pages. Raises what it raises.

    CPython before 3.11.8 and 3.12.2 counts the depth of the tree once for all threads, and raises SystemError when
    another one comes between (https://github.com/python/cpython/issues/106905).
    """
    with _ONE_AT_A_TIME:
        return ast.parse(source)
