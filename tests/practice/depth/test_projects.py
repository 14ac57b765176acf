"""The file of a project: what is typed is kept, what was there is a version, what is deleted can be brought back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sharpen.domain.draft import APART
from sharpen.domain.passage import Typed
from sharpen.domain.project import Project, VersionSummary, Why
from sharpen.practice import Workspace
from sharpen.practice.depth import project_versions, projects
from sharpen.practice.errors import BadText, NoSuchProject, NoSuchProjectVersion
from sharpen.practice.exchange.backup import export, import_
from sharpen.store import open_store
from tests.looking import look


@pytest.fixture
def project(ws: Workspace) -> Project:
    return projects.create(ws, "  Search\nranking ")


@pytest.fixture
def there(ws: Workspace) -> Iterator[Workspace]:
    store = open_store("sqlite://")
    yield replace(ws, store=store)
    store.close()


def save(ws: Workspace, project: Project, field: str, text: str, base: str = "", edit: str = "") -> Project:
    return projects.save(ws, project.id, Typed(field, text, base, edit))


def versions(ws: Workspace, project: Project) -> list[VersionSummary]:
    return look(ws, lambda work: work.project_versions.of_project(project.id))


def earlier(ws: Workspace, project: Project, by: timedelta) -> None:
    """The last version was put aside so much earlier."""
    with ws.writing() as work:
        last = work.project_versions.of_project(project.id, 1)[0]
        version = work.project_versions.get(project.id, last.id)
        assert version is not None
        work.project_versions.put(replace(version, kept=datetime.now(UTC) - by))


def test_a_project_is_found_by_name_its_beginning_or_its_id(ws: Workspace, project: Project) -> None:
    other = projects.create(ws, "Search ranking of ads")
    assert project.name == "Search ranking"
    for name in ("search RANKING", project.id):
        assert look(ws, projects.named, name) == project
    assert look(ws, projects.named, "search ranking of") == other
    with pytest.raises(NoSuchProject, match=f"Several .* Search ranking .{project.id}"):
        look(ws, projects.named, "sea")
    with pytest.raises(NoSuchProject, match="Did you mean Search ranking"):
        look(ws, projects.named, "Saerch ranking")
    with pytest.raises(NoSuchProject):
        look(replace(ws, learner="you"), projects.named, "Search ranking")


@pytest.mark.parametrize("name", ["", " \n", "x" * 101, "a\0b", "search ranking"])
def test_a_name_must_be_one_and_free(ws: Workspace, project: Project, name: str) -> None:
    with pytest.raises(BadText):
        projects.create(ws, name)
    other = projects.create(ws, "Ads")
    with pytest.raises(BadText):
        projects.rename(ws, other.id, name)
    assert projects.rename(ws, project.id, "SEARCH ranking").name == "SEARCH ranking", "its own name is free"


def test_an_older_page_never_replaces_what_was_typed_since(ws: Workspace, project: Project) -> None:
    save(ws, project, "goal", "one", "", "a.1")
    assert save(ws, project, "goal", "two", "a.1", "b.1").text("goal") == "two"
    now = save(ws, project, "goal", "one, and more", "a.1", "a.2")
    assert (now.text("goal"), [each.text for each in now.aside]) == ("two", ["one, and more"])
    back = projects.restore(ws, project.id, "a.2")
    assert (back.text("goal"), [each.text for each in back.aside]) == ("one, and more", ["two"])
    with pytest.raises(NoSuchProject, match="not kept"):
        projects.restore(ws, project.id, "a.2")
    with pytest.raises(BadText, match="no field 'budget'"):
        save(ws, project, "budget", "x")


def test_versions_are_kept_once_in_a_while_and_when_much_is_gone(ws: Workspace, project: Project) -> None:
    save(ws, project, "goal", "one\ntwo\nthree", "", "a.1")
    assert versions(ws, project) == [], "there was nothing before"
    save(ws, project, "goal", "one\ntwo\nthree\nfour", "", "a.2")
    assert [each.why for each in versions(ws, project)] == [Why.TYPED]
    save(ws, project, "data", "logs", "", "a.1")
    assert len(versions(ws, project)) == 1, "not at every word"
    earlier(ws, project, APART)
    save(ws, project, "data", "logs of clicks", "", "a.2")
    assert len(versions(ws, project)) == 2
    save(ws, project, "goal", "five", "", "a.3")
    assert [each.number for each in versions(ws, project)] == [3, 2, 1]
    with ws.reading() as work:
        last = project_versions.find(work, project.id, versions(ws, project)[0].id)
    assert last.texts == {"goal": "one\ntwo\nthree\nfour", "data": "logs of clicks"}


def test_a_version_can_be_brought_back_and_that_too(ws: Workspace, project: Project) -> None:
    save(ws, project, "goal", "one", "", "a.1")
    now = projects.take_texts(ws, project.id, {"goal": "two", "data": "logs"})
    (first,) = versions(ws, project)
    back = projects.restore_version(ws, project.id, first.id)
    assert back.texts == {"goal": "one"}
    again = projects.restore_version(ws, project.id, versions(ws, project)[0].id)
    assert again.texts == now.texts
    with pytest.raises(NoSuchProjectVersion):
        projects.restore_version(ws, project.id, "no")


def test_a_page_that_was_open_while_a_file_came_in_puts_its_text_aside(ws: Workspace, project: Project) -> None:
    save(ws, project, "goal", "one", "", "a.1")
    projects.take_texts(ws, project.id, {"goal": "from the file"}, "Ranking")
    now = save(ws, project, "goal", "one, and more", "a.1", "a.2")
    assert (now.name, now.text("goal")) == ("Ranking", "from the file")
    assert [each.text for each in now.aside] == ["one, and more"]


def test_methods_are_confirmed_dismissed_and_taken_back(ws: Workspace, project: Project) -> None:
    projects.decide(ws, project.id, "ranking", used=True)
    assert projects.decide(ws, project.id, "cnn", used=False).methods == {"ranking": True, "cnn": False}
    assert projects.decide(ws, project.id, "cnn", used=None).confirmed == ["ranking"]
    with pytest.raises(BadText, match="no questions on a method 'data'"):
        projects.decide(ws, project.id, "data", used=True)


def test_what_is_deleted_can_be_brought_back_until_it_is_removed(ws: Workspace, project: Project) -> None:
    save(ws, project, "goal", "one", "", "a.1")
    save(ws, project, "goal", "two", "", "a.2")
    projects.delete(ws, project.id)
    assert look(ws, projects.mine) == []
    assert [each.id for each in look(ws, projects.deleted)] == [project.id]
    with pytest.raises(NoSuchProject):
        look(ws, projects.find, project.id)
    projects.create(ws, "Search ranking")
    assert projects.bring_back(ws, project.id).text("goal") == "two"
    projects.remove(ws, project.id)
    assert len(look(ws, projects.mine)) == 2, "only what is deleted is removed"
    projects.delete(ws, project.id)
    projects.remove(ws, project.id)
    assert (look(ws, projects.deleted), versions(ws, project)) == ([], [])
    with pytest.raises(NoSuchProject, match="for good"):
        projects.bring_back(ws, project.id)


def test_two_machines_come_together_and_nothing_is_lost(ws: Workspace, there: Workspace, project: Project) -> None:
    save(ws, project, "goal", "common", "", "a.1")
    import_(there, look(ws, export))
    save(there, project, "goal", "theirs", "a.1", "b.1")
    save(there, project, "data", "logs", "", "b.1")
    save(ws, project, "goal", "ours", "a.1", "c.1")
    save(ws, project, "loss", "log loss", "", "c.1")
    assert import_(ws, look(there, export))["projects"].updated == 1
    now = look(ws, projects.find, project.id)
    assert now.texts == {"goal": "ours", "data": "logs", "loss": "log loss"}
    assert [each.text for each in now.aside] == ["theirs"]
    kept = [look(ws, project_versions.find, project.id, each.id).texts for each in versions(ws, project)]
    assert {"goal": "theirs", "data": "logs"} in kept, "what lost is there as a whole, too"
    assert import_(ws, look(there, export))["projects"].kept == 1, "importing again changes nothing"
    import_(there, look(ws, export))
    assert look(there, projects.find, project.id).texts == now.texts
