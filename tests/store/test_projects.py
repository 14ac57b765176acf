"""Projects and their versions in the real file: kept whole, apart from those of others, and listed without texts."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sharpen.domain import project as noun
from sharpen.domain.passage import Passage, SetAside
from sharpen.domain.project import Project, ProjectVersion, VersionSummary, Why
from sharpen.store import Store
from sharpen.store.depth import project_versions

AT = datetime(2026, 11, 1, 9, tzinfo=UTC)
PROJECT = Project(
    "me",
    "p1",
    "Größe",
    AT,
    AT + timedelta(days=1),
    {"goal": Passage("Größen\n", ("p.4", "q.9"))},
    (SetAside("goal", "r.1", AT, "One\n"),),
    {"ranking": True, "cnn": False},
)
VERSION = ProjectVersion("me", "p1", "v1", 1, AT, Why.TYPED, "Größe", {"goal": "Größen"})


def test_a_project_comes_back_whole_and_is_listed_until_it_is_deleted(store: Store) -> None:
    older = Project("me", "p0", "Older", AT, AT)
    with store.writing("me") as mine:
        mine.projects.put(older, PROJECT)
        assert mine.projects.get("p1") == PROJECT
        assert list(mine.projects.everything()) == [PROJECT, older]
        assert mine.projects.names() == {"p1": "Größe", "p0": "Older"}
        mine.projects.put(replace(PROJECT, deleted=AT))
        assert mine.projects.names() == {"p0": "Older"}
        assert mine.projects.get("p1") == replace(PROJECT, deleted=AT)
        mine.projects.remove("p1")
        assert mine.projects.get("p1") is None
    with store.reading("you") as yours:
        assert yours.projects.get("p0") is None
        assert list(yours.projects.everything()) == []


def test_versions_are_listed_without_texts_the_last_first(store: Store) -> None:
    second = replace(VERSION, id="v0", number=2, why=Why.IMPORT)
    with store.writing("me") as mine:
        mine.project_versions.put(second, VERSION, replace(VERSION, project="p2"))
        first = VersionSummary("v1", 1, AT, Why.TYPED, "Größe", len('{"goal": "Größen"}'))
        assert mine.project_versions.of_project("p1") == [replace(first, id="v0", number=2, why=Why.IMPORT), first]
        assert mine.project_versions.of_project("p1", 1, 1) == [first]
        assert mine.project_versions.count("p1") == 2
        assert mine.project_versions.get("p1", "v0") == second
        mine.project_versions.remove_all("p1")
        assert mine.project_versions.ids() == [("p2", "v1")]
    with store.reading("you") as yours:
        assert yours.project_versions.get("p2", "v1") is None


def test_the_oldest_versions_are_forgotten(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    assert noun.MOST_VERSIONS == 500
    monkeypatch.setattr(project_versions, "MOST_VERSIONS", 3)
    with store.writing("me") as mine:
        for number in range(6):
            mine.project_versions.put(replace(VERSION, id=f"v{number}", number=number))
        assert [each.number for each in mine.project_versions.of_project("p1")] == [5, 4, 3]
        monkeypatch.setattr(project_versions, "MOST_CHARACTERS", 40)
        long = replace(VERSION, id="v6", number=6, texts={"goal": "x" * 100})
        mine.project_versions.put(long)
        assert [each.number for each in mine.project_versions.of_project("p1")] == [6], "the newest is kept"
