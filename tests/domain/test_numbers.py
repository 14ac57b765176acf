"""Numbers a learner types: read as they stand, or not at all."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharpen.domain.card import Numeric, read_number, show_number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("0.75", "3/4"),
        (".75", "3/4"),
        ("5.", "5"),
        ("3/4", "3/4"),
        ("1 / 3", "1/3"),
        ("7 2/3", "23/3"),
        ("-7 2/3", "-23/3"),
        ("75%", "3/4"),
        ("50 %", "1/2"),
        ("7.5e-1", "3/4"),
        ("1,000", "1000"),
        ("12,345,678.5", "24691357/2"),
        ("1 000", "1000"),
        ("1\u202f000", "1000"),
        ("\u22125", "-5"),
        ("- 5", "-5"),
        (" +5 ", "5"),
    ],
)
def test_what_is_read(typed: str, number: str) -> None:
    assert read_number(typed) == Fraction(number)


@pytest.mark.parametrize(
    "typed",
    [
        *("", "0,125", "-0,500", "0,75", "1,5", "12,34", "1,2345", "1,23,456", "0 125", "1 2", "12 samples", "5 bits"),
        *("sqrt(2)", "1/2/3", "1/0", "7 2/0", "1 234/5", "--5", "\u0663", "1_000", "1e9999", "nan", "inf", "1,000 2"),
    ],
)
def test_what_is_not_read(typed: str) -> None:
    with pytest.raises(ValueError, match=r"write|zero below"):
        read_number(typed)


@given(st.fractions(max_denominator=10**6) | st.integers(-(10**9), 10**9))
def test_what_is_shown_is_read_as_the_same_number(number: Fraction | int) -> None:
    assert read_number(show_number(number)) == number


@given(st.integers(-(10**12), 10**12), st.integers(0, 999))
def test_thousands_may_be_grouped(whole: int, thousandths: int) -> None:
    plain = f"{whole}.{thousandths:03}"
    assert read_number(f"{whole:,}.{thousandths:03}") == read_number(plain)
    assert read_number(f"{whole:,}".replace(",", " ")) == whole


@given(st.integers(0, 10**6), st.text("0123456789", min_size=1, max_size=6))
def test_a_decimal_comma_is_never_another_number(whole: int, decimals: str) -> None:
    """It is refused, or it is a group of thousands, which cannot begin with 0."""
    typed = f"{whole},{decimals}"
    try:
        number = read_number(typed)
    except ValueError:
        return
    assert typed == f"{int(number):,}"


@pytest.mark.parametrize(
    ("answer", "typed"), [(1.234, "1,234"), (1.2, "1,200"), (Fraction(5, 4), "1,250"), (0.9, "1,000")]
)
def test_a_comma_is_asked_back_where_the_answer_is_nearer_to_a_decimal(answer: float | Fraction, typed: str) -> None:
    with pytest.raises(ValueError, match=r"reads as 1\d{3}; write 1\.\d{3} if that is meant"):
        Numeric("?", answer, "", 0.001).is_right(typed)


@pytest.mark.parametrize(("answer", "right"), [(1234, True), (1230, False), (5000, False)])
def test_thousands_are_judged_where_the_answer_is_of_that_size(answer: int, right: bool) -> None:
    assert Numeric("?", answer, "").is_right("1,234") is right
