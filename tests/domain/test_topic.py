"""The outline: topics in the guide's order, found by id."""

import pytest

from sharpen.domain.topic import Group, Outline, Topic

A, B = Topic("a", "A", "r", "first"), Topic("b", "B", "r", "second")
OUTLINE = Outline({"r": "Round"}, (Group("r", "first", (A,)), Group("r", "second", (B,), since="2026")))


def test_topics_come_in_order() -> None:
    assert list(OUTLINE) == [A, B]


def test_a_topic_is_found_by_its_id() -> None:
    assert OUTLINE.topic("b") is B
    with pytest.raises(KeyError):
        OUTLINE.topic("c")
