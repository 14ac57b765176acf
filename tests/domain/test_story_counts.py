"""The arithmetic of a story: shares, pace, "I" and "we", and the numbers in its result."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharpen.domain.story import Part
from sharpen.domain.story_counts import Counts, against_target, counts, minutes, spoken, words

told = st.dictionaries(st.sampled_from(Part), st.text(max_size=60))
vocabulary = st.sampled_from(["I", "I'm", "we", "We've", "model", "the", "they", "I\u2019ve", "week", "12"])


@given(told)
def test_shares_add_up_to_one_and_nothing_is_divided_by_nothing(texts: dict[Part, str]) -> None:
    found = counts(texts)
    whole = 1.0 if found.total else 0.0
    assert sum(found.share(part) for part in Part) == pytest.approx(whole)
    assert sum(found.percents.values()) == 100 * whole
    assert all(abs(found.percents[part] - 100 * found.share(part)) < 1 for part in Part)
    assert found.spoken[0] <= found.spoken[1]


@given(st.lists(vocabulary, max_size=20).flatmap(lambda said: st.tuples(st.just(said), st.permutations(said))))
def test_the_order_of_words_changes_no_count(orders: tuple[list[str], list[str]]) -> None:
    one, other = (counts({Part.ACTION: " ".join(order)}) for order in orders)
    assert (one.words, one.first, one.we) == (other.words, other.first, other.we)


@given(told, told)
def test_what_is_written_in_parts_counts_as_much_as_in_one(one: dict[Part, str], other: dict[Part, str]) -> None:
    both = {part: f"{one.get(part, '')}\n{other.get(part, '')}" for part in Part}
    assert counts(both).total == counts(one).total + counts(other).total


def first_and_we(text: str) -> tuple[int, int]:
    found = counts({Part.ACTION: text})
    return found.first, found.we


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I said we would, and I'm sure we're right.", (2, 2)),
        ("I\u2019ve done it; we\u2019ve not.", (1, 1)),
        ("i did, WE did", (1, 1)),
        ("It was iffy. In a week we'd wed.", (0, 1)),
        ("The I/O was slow, i.e. a type I error, A.I. and i-th.", (0, 0)),
        ("“I,” I said. (I) *I* — I", (5, 0)),
        ("my own, mine, us, ours", (0, 0)),
    ],
)
def test_i_and_we_are_whole_words_with_their_contractions(text: str, expected: tuple[int, int]) -> None:
    assert first_and_we(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Complaints fell from forty to 3, and sales rose by 4 %.", ("forty", "3", "4 %")),
        ("1,200 requests at 3.5 ms; 20ms before", ("1,200", "3.5", "20")),
        (
            "twenty-five percent, a hundred and ten, half",
            ("twenty-five percent", "hundred and ten", "half"),
        ),
        ("It doubled, and twice two dozen came", ("doubled", "twice two dozen")),
        ("GPT-4, v2, p95 and F1 are names; one of them is often a word", ()),
        ("1. We launched.\n2) Nobody complained.", ()),
        ("", ()),
    ],
)
def test_numbers_are_digits_percents_and_words(text: str, expected: tuple[str, ...]) -> None:
    assert counts({Part.RESULT: text}).numbers == expected


def test_only_the_result_is_searched_for_numbers() -> None:
    assert counts({Part.SITUATION: "Ten people, 5 days"}).numbers == ()


def test_words_are_counted_as_they_are_said() -> None:
    assert words("I've 1,200 shops, and it's fine: 3.5 of well-known ones.") == 11
    assert words(" — … ") == 0


def test_the_length_is_a_range_against_two_minutes() -> None:
    assert tuple(map(minutes, spoken(260))) == ("1:38", "2:00")
    assert against_target(260) == "within two minutes at either pace"
    assert against_target(261) == "within two minutes at the fast pace, longer at the slow one"
    assert against_target(321) == "longer than two minutes at either pace"
    assert minutes(59.7) == "1:00"


def test_of_a_story_without_words_everything_is_nothing() -> None:
    found: Counts = counts({})
    assert (found.total, found.first, found.we, found.numbers, found.spoken) == (0, 0, 0, (), (0, 0))
    assert set(found.percents.values()) == {0}
