"""Stories as Markdown: what is written is read back, and an import loses nothing."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharpen.domain.passage import Passage
from sharpen.domain.story import NOTES, TITLE, Part, Story, Tick
from sharpen.practice import Workspace
from sharpen.practice.errors import BadText
from sharpen.practice.stories import stories
from sharpen.practice.stories.markdown import Taken, import_, read, write
from tests.looking import look

AT = datetime(2026, 11, 22, tzinfo=UTC)
lines = st.sampled_from(
    ["# Title", "## Task", "\\# x", "\\\\## y", "### z", "", "Story: 1", "Shows: users", "text", "#", " #"]
)
texts = st.lists(lines | st.text("ab #\\", max_size=4), max_size=5).map("\n".join)
written = st.dictionaries(st.sampled_from([*Part, NOTES]), texts)


def story(id_: str, title: str, passages: dict[str, str]) -> Story:
    every = {TITLE: title, **passages}
    return Story(
        "me",
        id_,
        AT,
        AT,
        {name: Passage(text, ("p.1",)) for name, text in every.items()},
        (),
        {"users": Tick(True, AT)},
    )


@given(st.lists(st.tuples(st.text("abc #", max_size=5), written), max_size=3))
def test_what_is_written_is_read_back(these: list[tuple[str, dict[str, str]]]) -> None:
    mine = [story(f"s{i}", title, passages) for i, (title, passages) in enumerate(these)]
    found = read(write(mine))
    assert [one.id for one in found] == [one.id for one in mine]
    for one, other in zip(mine, found, strict=True):
        assert other.shows == ("users",)
        assert other.texts[TITLE] == " ".join(one.text(TITLE).split())
        for name in (*Part, NOTES):
            assert other.texts.get(name, "").strip() == one.text(name).strip()


FILE = """\
# The late launch

Shows: Focus on users, ownership

## Situation

It was late.

## action
I called them.
"""


def test_an_import_begins_stories_changes_them_and_puts_aside_what_it_replaces(ws: Workspace) -> None:
    assert import_(ws, FILE) == Taken(added=1)
    (mine,) = look(ws, lambda work: list(work.stories.everything()))
    assert (mine.title, mine.text("situation"), mine.text("action")) == (
        "The late launch",
        "It was late.",
        "I called them.",
    )
    assert set(mine.competencies) == {"users", "ownership"}
    out = look(ws, lambda work: write(work.stories.everything()))
    assert import_(ws, out) == Taken(same=1)
    stories.delete(ws, mine.id)
    assert import_(ws, out.replace("I called them.", "I wrote to them.")) == Taken(changed=1)
    after = look(ws, stories.find, mine.id)
    assert (after.text("action"), after.deleted) == ("I wrote to them.", None)
    assert [text.text for text in after.aside] == ["I called them."]


def test_on_another_machine_a_second_import_finds_the_story_again(ws: Workspace, there: Workspace) -> None:
    import_(ws, FILE)
    out = look(ws, lambda work: write(work.stories.everything()))
    assert import_(there, out) == Taken(added=1)
    assert import_(there, out) == Taken(same=1)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "There is no story in this file"),
        ("Hello\n# One", "Line 1 comes before the first story"),
        ("## Task\n# One", "Line 1 comes before the first story"),
        ("# One\n\n## Plot\n", "Line 3: a story has no part 'Plot'; it has Situation, Task, Action, Result, Notes"),
        ("# One\n## Task\n## Task\n", "Line 3: the part 'Task' is there twice"),
        ("# One\nonce upon a time\n## Task\n", "'once upon a time' stands in no part of the story 'One'"),
        ("# One\nShows: charm\n", "There is no competency 'charm'"),
        (f"# {'x' * 201}\n", "The title has 201 characters"),
    ],
)
def test_a_file_that_is_wrong_is_refused_whole(ws: Workspace, text: str, complaint: str) -> None:
    with pytest.raises(BadText, match=complaint):
        import_(ws, f"# Fine\n{text}" if text.startswith("# One\nShows") else text)
    assert look(ws, lambda work: list(work.stories.everything())) == []
