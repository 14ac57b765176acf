# ruff: noqa: RUF001 (signs of mathematics are the point)

import pytest

from sharpen.cli.formulas import plain, readable, unformatted


@pytest.mark.parametrize(
    ("tex", "shown"),
    [
        (r"n, k, d \ge 1", "n, k, d ≥ 1"),
        (r"\frac{20}{3}", "20/3"),
        (r"\frac{a + b}{2}", "(a + b)/2"),
        (r"n k d \le 3 \times 10^6", "n k d ≤ 3 × 10⁶"),
        (r"x_{i}^{2}", "x_i²"),
        (r"\lVert x - c \rVert^2", "‖x - c‖²"),
        (r"\mathbb{R}^{n}", "Rⁿ"),
        (r"y_i\,(w \cdot x_i + b) \le 0", "y_i (w · x_i + b) ≤ 0"),
        (r"\{1, \ldots, n\}", "{1, …, n}"),
        (r"\unknown{x}", "unknownx"),
    ],
)
def test_a_formula_in_plain_characters(tex: str, shown: str) -> None:
    assert plain(tex) == shown


def test_formulas_in_text_are_replaced_and_code_is_not() -> None:
    text = "Take $a \\le b$ and `$x$`.\n\n```python\ny = '$z$'\n```\n"
    assert unformatted(text) == text.replace("$a \\le b$", "a ≤ b")
    assert readable(text) == text.replace("$a \\le b$", "`a ≤ b`")


def test_a_formula_that_stands_alone_keeps_its_line() -> None:
    assert unformatted("So $$a\n= b$$ holds.") == "So \n\n    a = b\n\n holds."
