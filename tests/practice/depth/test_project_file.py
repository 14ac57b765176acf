"""The file of a project goes out as Markdown, is edited by hand, and comes back without loss."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharpen.domain.ladder import ProjectField
from sharpen.domain.passage import Passage, Typed
from sharpen.domain.project import Project
from sharpen.practice import Workspace
from sharpen.practice.depth import project_file, project_versions, projects
from sharpen.practice.depth.project_file import decoded, import_, read, write
from sharpen.practice.errors import BadText
from tests.domain.test_project import EMPTY
from tests.looking import look

FIELDS = (
    ProjectField("goal", "What and why", "What was it?", "x", "What?"),
    ProjectField("data", "Data", "Which data?", "x", "Which?"),
)


@pytest.fixture
def project(ws: Workspace) -> Project:
    return projects.create(ws, "Search", {"goal": "Rank listings.", "data": "80 million rows."})


def exported(ws: Workspace, project: Project) -> str:
    return write(look(ws, projects.find, project.id), ws.library.ladders.fields)


def texts(ws: Workspace, project: Project) -> dict[str, str]:
    return look(ws, projects.find, project.id).texts


LINES = st.one_of(
    st.sampled_from(
        ["## Data", "### what and why ##", "\\## data:", "## Budget", "> What was it?", "# Search", "", "```"]
    ),
    st.text(st.characters(codec="utf-8", exclude_characters="\r\n\0"), max_size=8),
)


@given(st.lists(LINES, max_size=6), st.lists(LINES, max_size=6))
def test_what_is_written_is_read(goal: list[str], data: list[str]) -> None:
    passages = {"goal": Passage("\n".join(goal), ("p.1",)), "data": Passage("\n".join(data), ("p.1",))}
    project = Project("me", "p1", "Search", EMPTY.created, EMPTY.updated, passages)
    found = read(write(project, FIELDS), FIELDS)
    assert found.name == "Search"
    assert found.texts == {name: project_file._plain(passage.text) for name, passage in passages.items()}
    assert set(found.noted) == {"goal", "data"}


def test_a_file_that_nobody_edited_changes_nothing(ws: Workspace, project: Project) -> None:
    done = import_(ws, exported(ws, project), project.id)
    assert (done.changed, done.missing, done.remarks) == ((), (), ())
    assert look(ws, lambda work: work.project_versions.count(project.id)) == 0


def test_what_was_edited_is_taken_and_what_was_there_is_a_version(ws: Workspace, project: Project) -> None:
    text = (
        exported(ws, project).replace("80 million rows.", "80 million rows, 11% left out.").replace("# Search", "# Ads")
    )
    done = import_(ws, text.replace("\n", "\r\n"), project.id)
    assert (done.project.name, done.changed) == ("Ads", ("Data",))
    assert texts(ws, project) == {"goal": "Rank listings.", "data": "80 million rows, 11% left out."}
    (version,) = look(ws, lambda work: work.project_versions.of_project(project.id))
    assert look(ws, project_versions.find, project.id, version.id).texts["data"] == "80 million rows."


def test_an_older_file_does_not_take_back_what_was_typed_since(ws: Workspace, project: Project) -> None:
    file = exported(ws, project)
    here = look(ws, projects.find, project.id)
    typed = [Typed(name, f"{name} on the page", here.passage(name).version, "q.1") for name in ("goal", "data")]
    projects.save(ws, project.id, *typed)
    done = import_(ws, file.replace("80 million rows.", "From the file."), project.id)
    assert texts(ws, project) == {"goal": "goal on the page", "data": "From the file."}
    assert done.remarks == ("Data was changed here and in the file. The file's is in front, the other a version.",)
    last = look(ws, lambda work: work.project_versions.of_project(project.id))[0]
    assert look(ws, project_versions.find, project.id, last.id).texts["data"] == "data on the page"


def test_a_file_written_by_hand_keeps_everything_and_says_where_it_is(ws: Workspace, project: Project) -> None:
    text = "Notes first\n\n## data\n\nClicks.\n\n## Evalution\n\n.7\n\n### DATA:\n\nMore.\n\n## Model\n"
    done = import_(ws, text, project.id)
    assert done.project.text("data") == "Notes first\n\nClicks.\n\n## Evalution\n\n.7\n\nMore."
    assert (done.changed, done.missing) == (("Data",), ("What and why",))
    assert texts(ws, project)["goal"] == "Rank listings.", "what the file does not have stays"
    for remark in (
        "above the first heading",
        "'Evalution' is no field; it is now a part of Data. Did you",
        "there twice",
    ):
        assert any(remark in each for each in done.remarks)


def test_a_heading_with_nothing_below_empties_its_field(ws: Workspace, project: Project) -> None:
    assert import_(ws, "## Data\n\n## Model\n\nTrees\n", project.id).changed == ("Data", "Model")
    assert texts(ws, project) == {"goal": "Rank listings.", "model": "Trees"}


@pytest.mark.usefixtures("project")
def test_a_file_begins_a_project(ws: Workspace) -> None:
    done = import_(ws, "# Ads\n\n## Model\n\nTrees\n")
    assert (done.project.name, texts(ws, done.project)) == ("Ads", {"model": "Trees"})
    for text, why in (
        ("# Ads\n\n## Model\n\nTrees\n", "a project called 'Ads' already"),
        ("## Model\n\nTrees\n", "Write `# Its name`"),
        ("# Song\n\nLa la\n", "No heading of this file"),
        (f"# Long\n\n## Model\n\n{'x' * 50_001}\n", "at most 50,000"),
    ):
        with pytest.raises(BadText, match=why):
            import_(ws, text)
    assert len(look(ws, projects.mine)) == 2


def test_what_is_no_text_is_refused() -> None:
    assert decoded(b"\xef\xbb\xbf# Ads") == "# Ads"
    with pytest.raises(BadText, match="UTF-8"):
        decoded(b"\xff\xfe#\x00")
    with pytest.raises(BadText, match="more than 1 MB"):
        decoded(b"x" * (1 << 20) + b"x")
