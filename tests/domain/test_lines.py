"""Lines as Python counts them."""

import ast

import pytest

from sharpen.domain.lines import lines


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("other", ["\f", "\v", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"])
def test_a_line_ends_where_the_compiler_ends_one(end: str, other: str) -> None:
    source = f"a = 1{end}# one {other} two{end}b = 2{end}"
    typed = lines(source)
    assert [typed[node.lineno - 1] for node in ast.parse(source).body] == ["a = 1", "b = 2"]


def test_a_text_need_not_end_with_a_line_end() -> None:
    assert (lines(""), lines("a"), lines("a\n\n")) == ([], ["a"], ["a", ""])
