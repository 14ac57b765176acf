"""Stars in the pages: a button on each problem and in the list, which can be narrowed to them."""

import re

from starlette.testclient import TestClient


def titles(html: str) -> list[str]:
    return re.findall(r'data-row href="/problems/([^"]+)"', html)


def test_a_problem_is_starred_and_found_by_its_star(client: TestClient) -> None:
    assert "No problem matches" in client.get("/problems?starred=1").text
    answer = client.post("/problems/k-means/star", data={"on": "1"}, follow_redirects=False)
    assert answer.headers["location"] == "/problems/k-means"
    assert 'aria-pressed="true"' in client.get("/problems/k-means").text
    assert titles(client.get("/problems?starred=1").text) == ["k-means"]
    assert client.get("/problems").text.count('aria-pressed="true"') == 1
    listed = {"on": "0", "listed": "?starred=1"}
    answer = client.post("/problems/k-means/star", data=listed, follow_redirects=False)
    assert answer.headers["location"] == "/problems?starred=1"
    assert titles(client.get("/problems?starred=1").text) == []


def test_a_script_gets_the_button_again(client: TestClient) -> None:
    html = client.post("/problems/k-means/star", data={"on": "1"}, headers={"hx-request": "true"}).text
    assert 'aria-pressed="true"' in html
    assert 'name="on" value="0"' in html
    assert "<h1" not in html


def test_what_is_no_place_in_the_list_leads_nowhere_else(client: TestClient) -> None:
    elsewhere = {"on": "1", "listed": "//example.org"}
    answer = client.post("/problems/k-means/star", data=elsewhere, follow_redirects=False)
    assert answer.headers["location"] == "/problems/k-means"
    assert client.post("/problems/nowhere/star", data={"on": "1"}).status_code == 404
