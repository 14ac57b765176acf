"""The backup is taken in the browser too, from every page."""

import json

import pytest
from starlette.testclient import TestClient

from sharpen.practice import Workspace
from sharpen.practice.exchange.backup import export, import_
from sharpen.practice.solving import drafts
from tests.looking import look


def test_the_backup_of_the_browser_is_that_of_the_command(client: TestClient, workspace: Workspace) -> None:
    drafts.save(workspace, "k-means", "mine = 'été'")
    answer = client.get("/sharpen-backup.json")
    assert "attachment" in answer.headers["content-disposition"]
    document = json.loads(answer.text)
    assert document | {"exported": ""} == json.loads(json.dumps(look(workspace, export))) | {"exported": ""}
    assert "été" in answer.text
    assert all(merged.added == merged.updated == 0 for merged in import_(workspace, document).values())


@pytest.mark.parametrize("path", ["/", "/problems", "/review", "/plan", "/statistics", "/topics/k-means", "/nowhere"])
def test_every_page_leads_to_it_and_to_all_else(client: TestClient, path: str) -> None:
    html = client.get(path).text
    for link in ("/sharpen-backup.json", "/settings", "/library", "/search"):
        assert f'href="{link}"' in html
