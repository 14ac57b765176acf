"""Python read as a tree in several threads at once."""

import ast
import gc
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from sharpen.domain.syntax import parse

SOURCE = "def scaled(values, by):\n    return [[value * (by + 1) for value in row] for row in values]\n" * 20


@pytest.fixture
def others_come_between() -> Iterator[None]:
    """Other threads run whenever memory is collected, which is in the middle of a tree too."""

    def give_way(_phase: str, _info: dict[str, int]) -> None:
        time.sleep(0)

    before = gc.get_threshold()
    gc.callbacks.append(give_way)
    gc.set_threshold(20)
    yield
    gc.set_threshold(*before)
    gc.callbacks.remove(give_way)


@pytest.mark.usefixtures("others_come_between")
def test_threads_read_at_once() -> None:
    with ThreadPoolExecutor(4) as threads:
        dumps = set(threads.map(lambda _: ast.dump(parse(SOURCE)), range(40)))
    assert dumps == {ast.dump(ast.parse(SOURCE))}


def test_what_is_not_python_is_an_error_as_ever() -> None:
    with pytest.raises(SyntaxError):
        parse("def")
