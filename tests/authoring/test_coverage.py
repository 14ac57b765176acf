"""Coverage: a group that claims to be complete is, and what a topic lacks is named."""

from pathlib import Path

from sharpen.authoring.coverage import uncovered
from sharpen.content.library import Library, read_library

OUTLINE = """
[rounds]
breadth = "Breadth"
[[group]]
round = "breadth"
title = "Group"
complete = ["lesson", "cards", "problem"]
topics = [{ id = "means" }]
[[group]]
round = "breadth"
title = "Later"
topics = [{ id = "medians" }]
"""


def test_a_topic_lacks_what_its_group_claims_to_have(tmp_path: Path) -> None:
    (tmp_path / "outline.toml").write_text(OUTLINE)
    problems = [finding.what for finding in uncovered(read_library([tmp_path]))]
    assert [what.partition(",")[0] for what in problems] == [
        "Means has no lesson",
        "Means has 0 cards of at least 5",
        "Means has no problem",
    ]


def test_everything_the_outline_calls_complete_is_there() -> None:
    assert not list(uncovered(Library.open()))
    complete = [topic for group in Library.open().outline.groups if group.complete for topic in group.topics]
    assert len(complete) == 109
