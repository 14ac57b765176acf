"""Stories: nothing typed is lost, competencies are ticked, deleting can be undone, and a backup brings all of it."""

import pytest

from sharpen.domain.passage import Typed
from sharpen.domain.story import Story
from sharpen.practice import Workspace
from sharpen.practice.errors import BadText, NoSuchStory
from sharpen.practice.exchange.backup import Merged, export, import_
from sharpen.practice.stories import stories, tellings
from tests.looking import look


def kept(ws: Workspace, story: Story) -> Story:
    return look(ws, stories.find, story.id)


def type_(ws: Workspace, story: Story, text: str, base: str, edit: str, *, chosen: bool = False) -> Story:
    return stories.save(ws, story.id, Typed("action", text, base, edit, chosen))


def test_a_story_is_begun_and_what_two_pages_type_is_kept(ws: Workspace) -> None:
    story = stories.begin(ws, "  The deadline ", ["ownership"])
    assert (story.title, story.competencies) == ("The deadline", ("ownership",))
    type_(ws, story, "I looked.", "", "p.1")
    assert type_(ws, story, "We looked.", "", "q.1").text("action") == "I looked."
    assert [text.text for text in kept(ws, story).aside] == ["We looked."]
    assert type_(ws, story, "We looked.", "", "q.2", chosen=True).text("action") == "We looked."
    assert [text.text for text in kept(ws, story).aside] == ["I looked."]
    back = stories.restore(ws, story.id, kept(ws, story).aside[0].edit)
    assert (back.text("action"), [text.text for text in back.aside]) == ("I looked.", ["We looked."])


def test_a_long_paragraph_that_is_deleted_is_put_aside(ws: Workspace) -> None:
    story = stories.begin(ws, "")
    assert story.title == "A story without a title"
    long = "I looked at every one of them. " * 20
    first = type_(ws, story, long, "", "p.1")
    type_(ws, story, "I", first.passage("action").version, "p.2")
    assert [text.text for text in kept(ws, story).aside] == [long]


def test_what_cannot_be_kept_is_refused_with_the_reason(ws: Workspace) -> None:
    story = stories.begin(ws, "One")
    with pytest.raises(BadText, match="The title has 201 characters"):
        stories.begin(ws, "x" * 201)
    with pytest.raises(BadText, match="no passage 'plot'"):
        stories.save(ws, story.id, Typed("plot", "x"))
    with pytest.raises(BadText, match=r"no competency 'charm'\. There are ownership, users, ambiguity"):
        stories.tick(ws, story.id, {"charm": True})
    with pytest.raises(NoSuchStory):
        stories.tick(ws, "nope", {"users": True})


def test_ticks_are_each_for_itself(ws: Workspace) -> None:
    story = stories.begin(ws, "One", ["users"])
    stories.tick(ws, story.id, {"ownership": True})
    assert stories.tick(ws, story.id, {"users": False, "ambiguity": False}).competencies == ("ownership",)
    assert "ambiguity" not in kept(ws, story).ticks


def test_a_deleted_story_comes_back_as_it_was_and_can_go_for_good(ws: Workspace) -> None:
    story = stories.begin(ws, "One", ["users"])
    telling = tellings.begin(ws, story.id)
    tellings.rate(ws, story.id, telling.id, 3)
    with pytest.raises(BadText, match="Delete the story first"):
        stories.delete_for_good(ws, story.id)
    stories.delete(ws, story.id)
    assert look(ws, lambda work: (dict(work.stories.summaries()), [each.id for each in work.stories.deleted()])) == (
        {},
        [story.id],
    )
    stories.bring_back(ws, story.id)
    assert (kept(ws, story).competencies, kept(ws, story).deleted) == (("users",), None)
    assert look(ws, lambda work: work.tellings.by_story())[story.id].times == 1
    stories.delete(ws, story.id)
    stories.delete_for_good(ws, story.id)
    assert look(ws, lambda work: (list(work.stories.everything()), list(work.tellings.everything()))) == ([], [])


def test_a_story_is_meant_by_its_id_or_a_part_of_its_title(ws: Workspace) -> None:
    one, other = stories.begin(ws, "The late launch"), stories.begin(ws, "The leak")
    for typed, story in ((one.id, one), ("late", one), ("the leak", other), ("LEAK", other)):
        assert look(ws, stories.meant, typed).id == story.id
    with pytest.raises(NoSuchStory, match="fits 2 stories"):
        look(ws, stories.meant, "the l")
    with pytest.raises(NoSuchStory, match="no story 'moon'"):
        look(ws, stories.meant, "moon")


def test_what_was_written_on_two_machines_comes_together_by_backups(ws: Workspace, there: Workspace) -> None:
    story = stories.begin(ws, "One")
    telling = tellings.begin(ws, story.id, "fog")
    import_(there, look(ws, export))
    type_(ws, story, "Here", "", "p.1")
    stories.tick(ws, story.id, {"users": True})
    tellings.save_note(ws, story.id, telling.id, Typed("note", "Slower", edit="p.1"))
    type_(there, story, "There", "", "q.1")
    stories.tick(there, story.id, {"ownership": True})
    tellings.rate(there, story.id, telling.id, 2, 100.0)
    summary = import_(ws, look(there, export))
    assert (summary["stories"], summary["tellings"]) == (Merged(updated=1), Merged(updated=1))
    both = kept(ws, story)
    assert {both.text("action"), both.aside[0].text} == {"Here", "There"}
    assert set(both.competencies) == {"users", "ownership"}
    told = look(ws, tellings.find, story.id, telling.id)
    assert (told.went, told.seconds, told.note.text) == (2, 100.0, "Slower")
    assert look(ws, tellings.memory_of, story.id) == look(there, tellings.memory_of, story.id)
    assert import_(ws, look(there, export))["stories"] == Merged(kept=1)
