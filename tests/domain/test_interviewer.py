"""A claim about an answer stands only with words that are in it."""

from hypothesis import given
from hypothesis import strategies as st

from sharpen.domain.interviewer import Claim, Criterion, quotes, squeezed, upheld

SPACES = st.text(" \n\t\r\u00a0\u2009", min_size=1, max_size=3)
WORDS = st.lists(st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=8), min_size=1, max_size=12)
POINTS = (Criterion("task", "The task", ("Named.", "And why.")), Criterion("load", "The load"))
ANSWER = "I predict a click.\nA million requests a day."


@given(WORDS, st.data())
def test_any_stretch_of_an_answer_is_a_quote_however_it_is_spaced(words: list[str], data: st.DataObject) -> None:
    def spaced(some: list[str]) -> str:
        return "".join(f"{word}{data.draw(SPACES)}" for word in some)

    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    quote = spaced(words[first:last])
    assert quotes(quote, spaced(words)) is any(char.isalnum() for char in quote)


@given(st.text(), st.text())
def test_what_is_quoted_is_there(quote: str, text: str) -> None:
    if quotes(quote, text):
        assert squeezed(quote)
        assert squeezed(quote) in squeezed(text)


CLAIMS = st.lists(
    st.builds(
        Claim,
        st.sampled_from(["task", "load", "none", ""]),
        st.integers(-2, 5),
        st.one_of(st.text(max_size=20), st.sampled_from(["a  click", "million\nrequests", "A MILLION"])),
        st.text(max_size=5),
    )
)


@given(CLAIMS)
def test_of_any_claims_only_true_ones_are_left_and_none_is_lost(claims: list[Claim]) -> None:
    found = upheld(claims, POINTS, ANSWER)
    assert len(found.claims) + len(found.dropped) == len(claims)
    assert len({claim.point for claim in found.claims}) == len(found.claims)
    most = {point.id: point.most for point in POINTS}
    for claim in found.claims:
        assert 0 <= claim.score <= most[claim.point]
        assert claim.quote in squeezed(ANSWER)
        assert claim.quote or claim.score == 0


def test_a_claim_that_is_dropped_says_why() -> None:
    claims = [
        Claim("task", 1, "I predict a  click."),
        Claim("task", 2, "I predict"),
        Claim("load", 1, "Ten million requests"),
        Claim("load", 2, "A million requests"),
        Claim("price", 1, "A million"),
    ]
    found = upheld(claims, POINTS, ANSWER)
    assert found.claims == (Claim("task", 1, "I predict a click."),)
    assert [why for _, why in found.dropped] == [
        "it speaks of a point for the second time",
        "its quote is not in your answer",
        "it gives 2 of 1",
        "the rubric has no such point",
    ]
