"""What people write into the columns of a sheet is read as they meant it, or refused with the reason."""

from datetime import UTC, datetime
from datetime import date as Date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharpen.content.library import Library
from sharpen.domain.problem import Difficulty
from sharpen.domain.sheet import SheetRow, Went, plain_link, plain_title
from sharpen.practice.errors import BadText
from sharpen.practice.sheet import cells
from sharpen.practice.sheet.columns import NAMES
from sharpen.practice.sheet.links import read_link
from sharpen.practice.sheet.patterns import ALSO, known_patterns

TODAY = Date(2026, 11, 29)
OUTLINE = Library.open().outline


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-05", Date(2026, 3, 5)),
        ("2026/3/5", Date(2026, 3, 5)),
        ("20260305", Date(2026, 3, 5)),
        ("5.3.2026", Date(2026, 3, 5)),
        ("3/5/2026", Date(2026, 3, 5)),
        ("3/5/26", Date(2026, 3, 5)),
        ("3-5-2026", Date(2026, 3, 5)),
        ("March 5, 2026", Date(2026, 3, 5)),
        ("Mar 5th 2026", Date(2026, 3, 5)),
        ("5 March 2026", Date(2026, 3, 5)),
        ("Thu, 5 Mar 2026", Date(2026, 3, 5)),
        ("5-Mar-26", Date(2026, 3, 5)),
        ("Sept 5 2026", Date(2026, 9, 5)),
        ("2026-03-05 14:22:10", Date(2026, 3, 5)),
        ("2026-03-05T14:22:10Z", Date(2026, 3, 5)),
        ("46086", Date(2026, 3, 5)),
        ("46086.5", Date(2026, 3, 5)),
        ("Mar 5", Date(2026, 3, 5)),
        ("Dec 24", Date(2025, 12, 24)),
        ("Feb 29", Date(2024, 2, 29)),
        ("", None),
    ],
)
def test_days_are_read_in_the_forms_of_people_and_spreadsheets(text: str, day: Date | None) -> None:
    assert cells.read_day(text, TODAY, days_first=False) == day


@pytest.mark.parametrize("text", ["yesterday", "2026-13-01", "30/30/2026", "2027-01-01", "1970-01-01", "12", "3.5"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is no day|in the future|too long ago"):
        cells.read_day(text, TODAY, days_first=False)


@given(st.dates(Date(2000, 1, 1), TODAY), st.booleans())
def test_a_day_written_in_numbers_is_read_as_it_was_written(day: Date, days_first: bool) -> None:
    form = "%d/%m/%Y" if days_first else "%m/%d/%Y"
    assert cells.read_day(day.strftime(form), TODAY, days_first=days_first) == day
    serial = str((day - cells.FIRST_SERIAL).days)
    assert cells.read_day(serial, TODAY, days_first=days_first) == day


def test_a_column_tells_whether_its_days_come_first() -> None:
    assert cells.day_first(["1/2/2026", "13/2/2026"]) is True
    assert cells.day_first(["1/2/2026", "2/13/2026"]) is False
    assert cells.day_first(["1/2/2026", "3/4/2026", "2026-05-05"]) is None
    assert cells.day_first(["13/2/2026", "2/13/2026"]) is None


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("25", 25),
        ("25 min", 25),
        ("25m", 25),
        ("1h 20m", 80),
        ("1.5 hours", 90),
        ("1:20:00", 80),
        ("18:40", 19),
        ("", None),
    ],
)
def test_minutes(text: str, minutes: int | None) -> None:
    assert cells.read_minutes(text) == minutes


@pytest.mark.parametrize("text", ["long", "25 apples", "99999999"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is no time|is more than"):
        cells.read_minutes(text)


def test_no_word_means_two_things() -> None:
    for forms in (cells.DIFFICULTIES, cells.WENT, NAMES):
        for one, other in combinations(forms.values(), 2):
            assert not set(one) & set(other)
    for one, other in combinations(ALSO.values(), 2):
        assert not set(one) & set(other)


def test_words_for_difficulty_and_for_how_it_went() -> None:
    assert [cells.read_difficulty(text) for text in ("EASY", " Med. ", "H", "3", "")] == [
        Difficulty.EASY,
        Difficulty.MEDIUM,
        Difficulty.HARD,
        Difficulty.HARD,
        None,
    ]
    assert [cells.read_went(text) for text in ("Yes", "hint", "NO", "✅", "easily")] == [
        Went.ALONE,
        Went.HELPED,
        Went.NOT,
        Went.ALONE,
        Went.EASILY,
    ]
    with pytest.raises(ValueError, match="'so so' does not say how it went"):
        cells.read_went("so so")


def test_patterns_are_known_by_the_names_that_sites_give_them() -> None:
    known = known_patterns(OUTLINE)
    text = "Hash Table, Sliding Window; Heap (Priority Queue) | Depth-First Search, Simulation"
    assert cells.read_patterns(text, known) == (
        "hashing-and-prefix-sums",
        "sliding-window",
        "top-k-elements",
        "tree-dfs",
        "Simulation",
    )
    assert {known[cells.plain(topic.title)] for topic in OUTLINE if "drill" in topic.wants} == set(
        OUTLINE.wanting("drill")
    )
    assert set(ALSO) <= set(OUTLINE.wanting("drill"))


@pytest.mark.parametrize(
    ("link", "source", "title"),
    [
        ("https://leetcode.com/problems/lru-cache/description/?x=1", "leetcode", "Lru Cache"),
        ("leetcode.com/problems/search-in-rotated-sorted-array-ii/", "leetcode", "Search in Rotated Sorted Array II"),
        ("https://www.hackerrank.com/challenges/two-characters/problem", "hackerrank", "Two Characters"),
        ("https://neetcode.io/problems/duplicate-integer", "neetcode", "Duplicate Integer"),
        ("https://www.geeksforgeeks.org/problems/kadanes-algorithm-1/1", "geeksforgeeks", "Kadanes Algorithm 1"),
        ("https://example.org/a/the_coin-game.html", "example", "The Coin Game"),
        ("https://example.org/", "example", ""),
    ],
)  # fmt: skip
def test_a_link_tells_the_site_and_the_title(link: str, source: str, title: str) -> None:
    found = read_link(link)
    assert (found.source, found.title) == (source, title)
    assert found.link.startswith("https://")


@pytest.mark.parametrize(
    "text", ["", "two sum", "javascript:alert(1)", "ftp://a.b/c", "https://localhost/x", "https://a b.c/"]
)
def test_what_is_no_link_is_refused(text: str) -> None:
    with pytest.raises(BadText, match="not a link"):
        read_link(text)


def test_the_same_problem_is_known_by_its_link_or_its_title_and_source() -> None:
    now = datetime.now(UTC)
    one = SheetRow(
        "me",
        "1",
        "76. Minimum Window Substring",
        now,
        "https://leetcode.com/problems/minimum-window-substring/",
        "leetcode",
    )
    two = SheetRow("me", "2", "minimum window  substring", now, source="LeetCode")
    three = SheetRow(
        "me",
        "3",
        "MWS",
        now,
        "http://www.leetcode.com/problems/minimum-window-substring/solutions/12/x?tab=1",
        "leetcode",
    )
    four = SheetRow("me", "4", "Minimum Window Substring", now, source="neetcode")
    assert set(one.keys) & set(two.keys)
    assert set(one.keys) & set(three.keys)
    assert not set(one.keys) & set(four.keys)
    assert plain_title("3Sum") == "3sum"
    assert plain_link("HTTPS://LeetCode.com/problems/3sum#x") == "leetcode.com/problems/3sum"
