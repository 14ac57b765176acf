"""Two states of one project become one, and no text of either is lost, whatever was typed where and when."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sharpen.domain.passage import Passage, SetAside
from sharpen.domain.project import Project, Why, loses_text, merged, version_of

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
EMPTY = Project("me", "p1", "Search", AT, AT)
Edit = tuple[str, str]


def typed(project: Project, page: str, edits: list[Edit], minutes: int) -> Project:
    """A project after texts were typed on a page of a machine, whose clock says so many minutes past noon."""
    for count, (field, text) in enumerate(edits):
        passage = project.passage(field).edited(text, f"{page}.{count}")
        project = replace(project, passages={**project.passages, field: passage})
    return replace(project, updated=AT + timedelta(minutes=minutes))


def kept(project: Project) -> set[str]:
    return {*project.texts.values(), *(one.text for one in project.aside)}


EDITS = st.lists(st.tuples(st.sampled_from(["goal", "data"]), st.text("ab ", max_size=3)), max_size=4)


@given(EDITS, EDITS, EDITS, st.integers(0, 9), st.integers(0, 9))
def test_no_text_is_lost_and_merging_again_changes_nothing(
    first: list[Edit], here: list[Edit], there: list[Edit], minute: int, other: int
) -> None:
    common = typed(EMPTY, "p", first, 0)
    one, two = typed(common, "q", here, minute), typed(common, "r", there, other)
    both = merged(one, two)
    for state in (one, two):
        changed = {name: text for name, text in state.texts.items() if state.passage(name) != common.passage(name)}
        assert set(changed.values()) <= kept(both)
    assert merged(both, two) == both == merged(both, one)
    assert merged(two, one).texts == both.texts or minute == other, "whichever is imported into the other"


def test_what_came_from_the_other_stands_in_front_whatever_the_clocks_say() -> None:
    here = typed(EMPTY, "p", [("goal", "Rank")], 9)
    theirs = typed(here, "q", [("goal", "Rank listings")], 1)
    both = merged(here, theirs)
    assert (both.text("goal"), both.aside) == ("Rank listings", ())
    assert merged(theirs, here).text("goal") == "Rank listings"
    assert not loses_text(here, both)


def test_fields_written_apart_come_together_and_a_text_that_loses_is_put_aside() -> None:
    here = typed(EMPTY, "p", [("goal", "mine"), ("data", "logs")], 1)
    theirs = typed(EMPTY, "q", [("goal", "theirs"), ("loss", "log loss")], 2)
    both = merged(here, replace(theirs, methods={"cnn": True}, name="Ranking"))
    assert both.texts == {"goal": "theirs", "data": "logs", "loss": "log loss"}
    assert both.aside == (SetAside("goal", "p.0", here.updated, "mine"),)
    assert loses_text(here, both)
    assert (both.name, both.confirmed) == ("Ranking", ["cnn"])


def test_the_same_texts_are_the_same_version() -> None:
    project = typed(EMPTY, "p", [("goal", "Rank"), ("data", "logs"), ("loss", " ")], 1)
    version = version_of(project, 3, AT, Why.TYPED)
    assert version.texts == {"goal": "Rank", "data": "logs"}
    turned = replace(project, passages={"data": Passage("logs"), "goal": Passage("Rank")})
    assert version_of(turned, 4, AT, Why.IMPORT).id == version.id
    assert version_of(typed(project, "q", [("goal", "Ranks")], 1), 4, AT, Why.TYPED).id != version.id
