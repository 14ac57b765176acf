"""The pages of projects: the list, the file, what is asked about it, methods, versions, and Markdown in and out."""

import re
from datetime import UTC, datetime

import pytest
from starlette.testclient import TestClient

from sharpen.domain.project import Project, ProjectVersion, Why
from sharpen.practice import Workspace
from sharpen.practice.depth import projects
from tests.looking import look
from tests.web.conftest import squeezed

JSON = {"accept": "application/json"}
SCRIPT = {"hx-request": "true"}
GBDT = "LightGBM, which beat a two-layer <network> by 2 points of AUC on the last month; 900 trees of 31 leaves."


@pytest.fixture
def project(workspace: Workspace) -> Project:
    return projects.create(workspace, "Fraud & <co>", {"goal": "Stop fraud."})


def kept(workspace: Workspace, project: Project) -> Project:
    return look(workspace, projects.find, project.id)


def page(client: TestClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return squeezed(answer.text)


def test_the_list_explains_the_round_and_then_lists(client: TestClient, workspace: Workspace) -> None:
    assert "No project yet" in page(client, "/projects")
    answer = client.post("/projects", data={"name": "Fraud"})
    assert answer.status_code == 303
    (project,) = look(workspace, projects.mine)
    assert answer.headers["location"] == f"/projects/{project.id}"
    projects.take_texts(workspace, project.id, {"goal": "Stop fraud."})
    shown = page(client, "/projects")
    assert "1 of 16 fields" in shown
    assert "No project yet" not in shown
    again = client.post("/projects", data={"name": "fraud"})
    assert again.status_code == 400
    assert "You have a project called &#39;fraud&#39; already" in again.text
    assert 'value="fraud"' in again.text, "what was typed is there still"


def test_a_file_shows_every_field_with_its_example_and_what_is_hostile_as_text(
    client: TestClient, workspace: Workspace, project: Project
) -> None:
    shown = page(client, f"/projects/{project.id}")
    assert "<h1>Fraud &amp; &lt;co&gt;</h1>" in shown
    fields = workspace.library.ladders.fields
    assert re.findall(r'<textarea class="field" name="([a-z]+)" data-passage', shown) == [each.id for each in fields]
    assert shown.count("A good example") == len(fields)
    assert f'action="/projects/{project.id}/dives"' in shown
    assert client.get("/projects/none").status_code == 404


def test_what_is_asked_follows_what_is_typed_and_keeps_nothing(
    client: TestClient, workspace: Workspace, project: Project
) -> None:
    shown = page(client, f"/projects/{project.id}")
    assert "<span data-gaps>16</span>" in shown
    assert "2 words here, fewer than 15." in shown
    answer = client.post(f"/projects/{project.id}/asked", data={"model": GBDT, "goal": "Stop fraud."}, headers=SCRIPT)
    asked = squeezed(answer.text)
    assert "<span data-gaps>15</span>" in asked
    assert "<mark>LightGBM</mark>, which beat a two-layer &lt;network&gt;" in asked
    assert kept(workspace, project).text("model") == ""


def test_methods_are_confirmed_dismissed_added_and_taken_back(
    client: TestClient, workspace: Workspace, project: Project
) -> None:
    here = f"/projects/{project.id}/methods"
    projects.take_texts(workspace, project.id, {"model": GBDT})
    for used, said in (("yes", {"trees-and-boosting": True}), ("no", {"trees-and-boosting": False}), ("", {})):
        assert client.post(here, data={"method": "trees-and-boosting", "used": used}).status_code == 303
        assert kept(workspace, project).methods == said
    part = client.post(here, data={"method": "cnn", "used": "yes", "model": GBDT}, headers=SCRIPT)
    assert "Added by you" in part.text
    assert "<mark>LightGBM</mark>" in part.text
    assert client.post(here, data={"method": "data", "used": "yes"}).status_code == 400


def test_a_passage_that_is_behind_is_told_and_nothing_is_lost(
    client: TestClient, workspace: Workspace, project: Project
) -> None:
    here = f"/projects/{project.id}"
    first = client.post(f"{here}/passages/data", data={"text": "one\r\ntwo", "base": "", "edit": "a.1"}, headers=JSON)
    assert first.json() == {"version": "a.1", "same": True}
    behind = client.post(f"{here}/passages/data", data={"text": "three", "base": "", "edit": "b.1"}, headers=JSON)
    assert (behind.status_code, behind.json()) == (409, {"version": "a.1", "text": "one\ntwo"})
    assert client.get(f"{here}/versions").json()["versions"]["data"] == "a.1"
    assert client.get(f"{here}/passages/data").json() == {"version": "a.1", "text": "one\ntwo"}
    assert "1 text put aside" in page(client, here)
    assert client.post(f"{here}/restore", data={"edit": "b.1"}).status_code == 303
    assert kept(workspace, project).text("data") == "three"
    refused = client.post(f"{here}/passages/data", data={"text": "x" * 50_001, "edit": "a.2"}, headers=JSON)
    assert (refused.status_code, "at most 50,000" in refused.json()["error"]) == (400, True)
    assert client.post(here, data={"data": "no scripts", "base.data": ""}).status_code == 303
    assert kept(workspace, project).aside[0].text == "no scripts"


def test_what_is_deleted_can_be_brought_back(client: TestClient, workspace: Workspace, project: Project) -> None:
    answer = client.post(f"/projects/{project.id}/delete")
    shown = page(client, answer.headers["location"])
    assert "was deleted." in shown
    assert "No project yet" in shown
    assert client.get(f"/projects/{project.id}").status_code == 404
    assert client.post(f"/projects/{project.id}/bring-back").headers["location"] == f"/projects/{project.id}"
    assert kept(workspace, project).text("goal") == "Stop fraud."
    client.post(f"/projects/{project.id}/name", data={"name": "Payments"})
    assert kept(workspace, project).name == "Payments"
    assert "Give the project a name" in client.post(f"/projects/{project.id}/name", data={"name": " "}).text


def test_markdown_goes_out_is_edited_and_comes_back(client: TestClient, workspace: Workspace, project: Project) -> None:
    here = f"/projects/{project.id}"
    file = client.get(f"{here}/project.md")
    assert file.headers["content-type"] == "text/markdown; charset=utf-8"
    edited = file.text.replace("Stop fraud.", "Stop fraud in 80 ms.").replace("## Data", "## Dada")
    shown = squeezed(client.post(f"{here}/import", files={"file": ("a.md", edited)}).text)
    assert "&#39;Dada&#39; is no field; it is now a part of Your own part. Did you mean Data?" in shown
    assert kept(workspace, project).text("goal") == "Stop fraud in 80 ms."
    for content, why in ((b"la la", "No heading of this file"), (b"\xff\xfe", "not UTF-8")):
        refused = client.post(f"{here}/import", files={"file": ("a.md", content)})
        assert (refused.status_code, why in refused.text) == (400, True)
    assert client.post("/projects/import", files={"file": ("a.md", "# Ads\n## Data\nClicks\n")}).status_code == 303
    assert [each.name for each in look(workspace, projects.mine)] == ["Ads", "Fraud & <co>"]


def test_a_version_is_shown_beside_what_is_written_now_and_brought_back(
    client: TestClient, workspace: Workspace, project: Project
) -> None:
    here = f"/projects/{project.id}/history"
    assert "No versions yet" in page(client, here)
    projects.take_texts(workspace, project.id, {"goal": "Stop <b>fraud</b>.", "data": "Payments"})
    link = re.search(rf'href="({here}\?version=[0-9a-f]+)"', page(client, here))
    assert link
    shown = page(client, link[1])
    assert "<del>Stop fraud.</del>" in shown
    assert "<ins>Stop &lt;b&gt;fraud&lt;/b&gt;.</ins>" in shown
    assert "<h3>Data</h3>" in shown
    assert "<h3>Model</h3>" not in shown, "it is the same"
    assert client.post(here, data={"version": link[1].partition("=")[2]}).status_code == 303
    assert kept(workspace, project).texts == {"goal": "Stop fraud."}
    assert client.get(f"{here}?version=none").status_code == 404


def test_five_hundred_versions_are_listed_fifty_on_a_page(
    client: TestClient, workspace: Workspace, project: Project
) -> None:
    texts = {"goal": "x" * 5_000}
    with workspace.writing() as work:
        every = (
            ProjectVersion("me", project.id, f"v{n:03}", n, datetime.now(UTC), Why.TYPED, project.name, texts)
            for n in range(1, 501)
        )
        work.project_versions.put(*every)
    here = f"/projects/{project.id}/history"
    first, last = page(client, here), page(client, f"{here}?page=10")
    assert first.count("While typing") == last.count("While typing") == 50
    assert "version=v500" in first
    assert "version=v001" in last
    assert "Page 10 of 10" in last
    assert "500 earlier versions" in page(client, f"/projects/{project.id}")
    assert client.get(f"{here}?page=zillion").status_code == 200


def test_a_file_as_one_reads_or_prints_it(client: TestClient, workspace: Workspace, project: Project) -> None:
    projects.take_texts(workspace, project.id, {"model": "**GBDT** <script>alert(1)</script>"})
    projects.decide(workspace, project.id, "trees-and-boosting", used=True)
    shown = page(client, f"/projects/{project.id}?paper")
    assert "<strong>GBDT</strong>" in shown
    assert "<script>alert" not in shown
    assert "Trees and boosting" in shown
    assert workspace.library.ladders.fields[2].gap.replace("'", "&#39;") in shown, "what is empty asks its question"


def test_projects_are_found_by_name(client: TestClient, project: Project) -> None:
    assert f'href="/projects/{project.id}"' in page(client, "/search?q=fraud+co")
