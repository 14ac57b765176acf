"""Who may ask, who may write, and what a page may load."""

import re

import pytest
from starlette.testclient import TestClient

from sharpen.practice import Workspace
from sharpen.web.app import create_app
from tests.web.conftest import ORIGIN

DRAFT = "/problems/k-means/draft"


@pytest.mark.parametrize("host", ["127.0.0.1:8400", "127.0.0.1", "localhost:8400", "localhost:1", "[::1]:8400"])
def test_own_names_are_served(client: TestClient, host: str) -> None:
    assert client.get("/problems", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8400", "127.0.0.1.evil.example", "localhost@evil.example", "", "127.0.0.1:x"]
)
def test_foreign_hosts_are_refused(client: TestClient, host: str) -> None:
    answer = client.get("/problems", headers={"host": host})
    assert answer.status_code == 403
    assert "k-means" not in answer.text


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "http://localhost:8400"},  # another name is another origin
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "null"},
        {"origin": "https://127.0.0.1:8400"},  # another scheme, too
        {"origin": "127.0.0.1:8400"},
        {"origin": "http://["},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://127.0.0.1:8400", "sec-fetch-site": "cross-site"},
    ],
)
@pytest.mark.parametrize("path", [DRAFT, "/problems/k-means/attempts", "/problems/k-means/solution", "/nowhere"])
def test_foreign_writes_are_refused(client: TestClient, path: str, headers: dict[str, str]) -> None:
    assert client.post(path, data={"source": "x = 1"}, headers=headers).status_code == 403


def test_every_header_of_where_a_write_comes_from_counts(client: TestClient) -> None:
    for name, ours, theirs in (
        ("sec-fetch-site", "same-origin", "cross-site"),
        ("origin", ORIGIN, "http://evil.example"),
    ):
        for pair in ((ours, theirs), (theirs, ours)):
            headers = [(name, value) for value in pair]
            assert client.post(DRAFT, data={"source": "x = 1"}, headers=headers).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [{}, {"origin": "http://127.0.0.1:8400"}, {"origin": "http://127.0.0.1:8400", "sec-fetch-site": "same-origin"}],
)
def test_own_writes_come_in(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post(DRAFT, data={"source": "x = 1"}, headers=headers).status_code == 200


def test_a_foreign_page_may_link_here(client: TestClient) -> None:
    assert client.get("/problems", headers={"sec-fetch-site": "cross-site"}).status_code == 200


@pytest.mark.parametrize("number", ["1" * 5000, "9" * 400, "²", "٣", "-1", "", "1e3", "0" * 20])
def test_what_is_no_number_is_refused_and_no_mistake_of_ours(client: TestClient, number: str) -> None:
    form = {"source": "x = 1", "trial": "k_means()", "of": number}
    assert client.post("/problems/k-means/pictures", data=form).status_code == 400
    length = [("content-length", number.encode())] if number else []
    assert client.post(DRAFT, content=b"source=x", headers=length).status_code in (200, 413)
    key = {"key": "none", "kind": "choice", "place": number}
    assert client.post("/review/answer", data=key).status_code == 400


@pytest.mark.parametrize("name", ["%00", "a%00b", "..", "%2e%2e", "x" * 5000, "%0a"])
def test_what_is_no_name_of_a_picture_is_not_there(client: TestClient, name: str) -> None:
    assert client.get(f"/topics/k-means/{name}.svg").status_code == 404
    assert client.get(f"/topics/{name}/three-rounds.svg").status_code == 404


def test_a_huge_request_is_refused(client: TestClient) -> None:
    assert client.post(DRAFT, content=b"source=" + b"x" * (2 << 20)).status_code == 413


@pytest.mark.parametrize("path", ["/", "/problems", "/problems/k-means", "/topics/k-means", "/nowhere"])
def test_every_page_has_a_strict_policy(client: TestClient, path: str) -> None:
    answer = client.get(path)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "same-origin"


def test_a_failure_is_reported_as_plain_text_and_taken_for_nothing_else(workspace: Workspace) -> None:
    with workspace.writing() as work:
        work.db.exec_driver_sql("DROP TABLE plans")
    answer = TestClient(create_app(workspace), base_url=ORIGIN, raise_server_exceptions=False).get("/plan")
    assert answer.status_code == 500
    assert "keep a copy" in answer.text
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["/", "/problems", "/problems/k-means", "/topics/k-means"])
def test_pages_need_nothing_the_policy_forbids(client: TestClient, path: str) -> None:
    html = client.get(path).text
    assert not re.search(r"<script(?![^>]*\ssrc=)", html)
    assert not re.search(r'\sstyle="|<style|\son[a-z]+="|javascript:', html)
    loaded = re.findall(r'<(?:script|link|img)[^>]*(?:src|href)="([^"]*)"', html)
    assert loaded
    assert all(url.startswith(("/assets/", "/problems/", "/topics/", "/first-visit", "data:")) for url in loaded)


def test_each_answer_has_its_own_nonce(client: TestClient) -> None:
    nonces = {re.search(r"'nonce-([^']+)'", client.get("/").headers["content-security-policy"])[1] for _ in range(3)}
    assert len(nonces) == 3


def test_code_is_shown_and_never_becomes_markup(client: TestClient) -> None:
    hostile = "</textarea><script>alert(1)</script>"
    client.post(DRAFT, data={"source": hostile, "trial": hostile})
    html = client.get("/problems/k-means").text
    assert "<script>alert" not in html
    assert "&lt;/textarea&gt;&lt;script&gt;" in html
