"""Coverage: a group that claims to be complete is, and what a topic lacks is named."""

from pathlib import Path

from sharpen.authoring.coverage import uncovered
from sharpen.content.library import Library, read_library
from tests.practice.casing import write_case

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
    assert len(complete) == 166


def test_a_case_is_lacking_only_where_one_is_wanted(tmp_path: Path) -> None:
    text = write_case(tmp_path).joinpath("outline.toml").read_text()
    (tmp_path / "outline.toml").write_text(text.replace("[[group]]", '[[group]]\ncomplete = ["case"]'))
    assert not list(uncovered(read_library([tmp_path])))
    (tmp_path / "cases/rank-ads/brief.md").rename(tmp_path / "brief.md")
    (tmp_path / "cases/rank-ads/case.toml").unlink()
    assert [finding.what for finding in uncovered(read_library([tmp_path]))] == [
        "Clicks has no case, but its group claims to be complete."
    ]
