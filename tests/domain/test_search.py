"""Search: what is found for a few words, and in which order."""

import string

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sharpen.domain.search import search, text, within_one_slip

LETTERS = st.text(string.ascii_lowercase, min_size=1, max_size=8)
LONG = st.text(string.ascii_lowercase, min_size=5, max_size=12)
TEXTS = [
    text("k-means kmeans k_means", "Lloyd's algorithm from given centers"),
    text("k-nearest neighbors knn knn_predict", "The classes of the nearest points"),
    text("Linear regression OLS", "symbols, tools and k-means too"),
    text("Café society", "neural networks"),
]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kmeans", [0, 2]),
        ("K-Means", [0, 2]),
        ("k means", [0, 2]),
        ("k_mean", [0, 2]),
        ("knn", [1]),
        ("predict", [1]),
        ("neighbor", [1]),
        ("ols", [2]),
        ("cafe", [3]),
        ("neural network", [3]),
        ("network neural", [3]),
        ("regresion", [2]),
        ("nieghbors", [1]),
        ("lloid", [0]),
        ("lloyds", [0]),
        ("knn means", []),
        ("", []),
        ("  -- ", []),
    ],
)
def test_what_is_found(query: str, found: list[int]) -> None:
    assert search(query, TEXTS) == found


def distance(one: str, other: str) -> int:
    """Letters added, left out or changed and neighbors swapped, by the table of Damerau and Levenshtein."""
    table = {(i, 0): i for i in range(len(one) + 1)} | {(0, j): j for j in range(len(other) + 1)}
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            changed = table[i - 1, j - 1] + (one[i - 1] != other[j - 1])
            table[i, j] = min(table[i - 1, j] + 1, table[i, j - 1] + 1, changed)
            if i > 1 and j > 1 and one[i - 2 : i] == other[j - 2 : j][::-1]:
                table[i, j] = min(table[i, j], table[i - 2, j - 2] + 1)
    return table[len(one), len(other)]


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_one_slip_is_a_distance_of_one(one: str, other: str) -> None:
    assert within_one_slip(one, other) == (distance(one, other) <= 1)


@given(st.lists(LETTERS, min_size=1, max_size=6), st.data())
def test_everything_is_found_by_each_of_its_names_and_by_their_beginnings(
    names: list[str], data: st.DataObject
) -> None:
    texts = [text(name) for name in names]
    place = data.draw(st.integers(0, len(names) - 1))
    assert place in search(names[place], texts)
    assert place in search(names[place][: data.draw(st.integers(1, len(names[place])))], texts)


@given(LONG, st.data())
def test_a_name_with_one_slip_is_found(name: str, data: st.DataObject) -> None:
    at, letter = data.draw(st.integers(0, len(name) - 1)), data.draw(st.sampled_from(string.ascii_lowercase))
    slips = [
        name[:at] + name[at + 1 :],
        name[:at] + letter + name[at:],
        name[:at] + letter + name[at + 1 :],
        name[:at] + name[at : at + 2][::-1] + name[at + 2 :],
    ]
    slipped = data.draw(st.sampled_from(slips))
    assume(not name.endswith("s"))
    assume(not slipped.endswith("s"))
    assert search(slipped, [text("other"), text(name)])[:1] == [1] or slipped[:4] in "other"


@given(st.lists(LETTERS, min_size=2, max_size=4), st.lists(st.tuples(LETTERS, LETTERS), max_size=6))
def test_the_order_of_words_does_not_matter_and_each_narrows(words: list[str], listed: list[tuple[str, str]]) -> None:
    texts = [text(names, f"{rest} {' '.join(words)}") for names, rest in listed]
    found = search(" ".join(words), texts)
    assert search(" ".join(reversed(words)), texts) == found
    assert set(found) <= set(search(words[0], texts))
    assert sorted(found) == list(range(len(texts)))
