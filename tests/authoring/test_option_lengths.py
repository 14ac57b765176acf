"""Options: over all choice cards, lengths do not tell which one is right."""

from pathlib import Path

import pytest

from sharpen.authoring.option_lengths import by_length, guessable
from sharpen.content.library import Library, read_library
from sharpen.domain.card import Choice, Option

OUTLINE = """
[rounds]
breadth = "Breadth"
[[group]]
round = "breadth"
title = "Group"
topics = [{ id = "means" }]
"""


def card(right: str, *wrong: str) -> Choice:
    options = (Option(right, True, "Yes."), *(Option(text, False, "No.") for text in wrong))
    return Choice("means/some", "means", "Which?", options)


def write(folder: Path, rights: list[str]) -> Library:
    """A content folder whose choice cards have these right options, beside wrong ones of 2, 4 and 6 letters."""
    topic = folder / "topics" / "breadth" / "means"
    topic.mkdir(parents=True)
    (folder / "outline.toml").write_text(OUTLINE)
    wrong = "".join(f"- [ ] {letter * size}\n  No.\n" for letter, size in (("a", 2), ("b", 4), ("c", 6)))
    cards = [f"## choice: card-{n}\nWhich?\n\n- [x] {right}\n  Yes.\n{wrong}" for n, right in enumerate(rights)]
    (topic / "cards.md").write_text("\n".join(cards))
    return read_library([folder])


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (card("xxxx", "a", "aa", "aaa"), [1, 0, 0, 0]),
        (card("x", "aaaa", "aa", "aaa"), [0, 0, 0, 1]),
        (card("xx", "aa", "a", "aaa"), [0, 0.5, 0.5, 0]),
        (card("xxx", "a", "aa"), [0.75, 0.25, 0, 0]),
        (card("xxx", "a", "aa", "aaaa", "aaaaa"), [0, 0.5, 0.5, 0]),
        (card(r"$\hat{x}_1$", "aaaa", "aa", "aaaaa"), [0, 0, 1, 0]),
    ],
    ids=["longest", "shortest", "tie", "three", "five", "formula"],
)
def test_the_right_option_has_a_place_among_the_lengths(choice: Choice, expected: list[float]) -> None:
    assert by_length([choice]) == pytest.approx(expected)


def test_content_whose_right_option_is_mostly_the_second_longest_is_told(tmp_path: Path) -> None:
    rights = ["xxxxx"] * 47 + ["x"] * 27 + ["xxx"] * 26
    found = [finding.what for finding in guessable(write(tmp_path, rights))]
    assert [what.partition(" of the choice")[0] for what in found] == [
        "The right option is the longest on 0%",
        "The right option is the second longest on 47%",
    ]


def test_even_content_and_content_too_small_to_tell_pass(tmp_path: Path) -> None:
    even = ["xxxxxxx"] * 25 + ["xxxxx"] * 25 + ["xxx"] * 25 + ["x"] * 25
    assert not list(guessable(write(tmp_path / "even", even)))
    assert not list(guessable(write(tmp_path / "small", ["xxxxxxx"] * 20)))


def test_the_length_of_the_right_option_is_no_clue_in_the_library() -> None:
    assert not list(guessable(Library.open()))
