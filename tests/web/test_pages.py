"""What the pages show, and that every link on them leads somewhere."""

import re
from importlib import import_module
from itertools import groupby
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sharpen.domain.attempt import Origin
from sharpen.practice import Settings, Workspace, open_workspace
from sharpen.practice.solving import attempts
from sharpen.web import app, assets, pages
from sharpen.web.app import PAGES, create_app
from tests.sampling import of_today
from tests.web.conftest import ORIGIN, squeezed

OF_A_KIND = 60


def links(html: str) -> set[str]:
    return {href.replace("&amp;", "&") for href in re.findall(r'<a [^>]*?href="(/[^"#]*)', html)}


def kinds(paths: set[str]) -> list[list[str]]:
    """Paths that differ in their last part alone, such as those of topics, together; those of one part are alone."""
    return [list(same) for _, same in groupby(sorted(paths), lambda path: path.rpartition("/")[0] or path)]


def test_home_on_the_first_day(client: TestClient) -> None:
    html = client.get("/").text
    assert "A good place to start" in html
    assert 'href="/problems/k-means"' in html
    assert "Your last attempts" not in html
    for title in ("ML / data coding", "ML system design", "Behavioral"):
        assert title in html


def test_home_offers_to_go_on(client: TestClient, workspace: Workspace, wrong: str) -> None:
    attempt = attempts.submit(workspace, "k-means", wrong, origin=Origin.WEB)
    list(attempts.judge(workspace, attempt.id))
    html = client.get("/").text
    assert "You began it, and have not solved it yet" in html
    assert "Wrong answer" in html
    assert f"attempt={attempt.id}" in html


def test_every_link_leads_somewhere(client: TestClient) -> None:
    """Of pages of one kind, of which there are hundreds, some are asked today, others tomorrow."""
    asked, found = set[str](), {"/"}
    while todo := {path for kind in kinds(found) for path in of_today(kind, OF_A_KIND)} - asked:
        asked |= todo
        for path in todo:
            answer = client.get(path, follow_redirects=path == "/problems/random")
            assert answer.status_code == 200, path
            found |= links(answer.text)


def test_every_problem_and_every_tab(client: TestClient, workspace: Workspace) -> None:
    for slug, problem in of_today(workspace.library.problems.items(), 12):
        assert problem.title in client.get(f"/problems/{slug}").text.replace("&#39;", "'")
        for tab in ("hints", "solution", "attempts"):
            assert client.get(f"/problems/{slug}?tab={tab}").status_code == 200


@pytest.mark.parametrize(
    "path", ["/nowhere", "/problems/nowhere", "/topics/nowhere", "/assets/app.css", "/assets/..%2fapp.py"]
)
def test_what_is_not_there(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_problem_that_is_not_there_names_one_that_is(client: TestClient) -> None:
    assert "k-means" in client.get("/problems/k-mean").text


def test_an_unknown_attempt(client: TestClient) -> None:
    assert client.get("/problems/k-means?tab=attempts&attempt=nothing").status_code == 404


def test_problems_are_filtered_by_the_url(client: TestClient) -> None:
    everything, found = client.get("/problems").text, client.get("/problems?q=seeding&difficulty=medium").text
    assert "/problems/k-means-plus-plus" in found
    assert 'href="/problems/k-means"' not in found
    assert 'value="seeding"' in found
    assert len(found) < len(everything)
    assert "No problem matches" in client.get("/problems?q=zzzz").text


def test_a_script_gets_the_list_and_a_clean_address(client: TestClient) -> None:
    answer = client.get("/problems?q=shuffle&difficulty=&state=", headers={"hx-request": "true"})
    assert answer.headers["hx-replace-url"] == "/problems?q=shuffle"
    assert "<html" not in answer.text
    assert "/problems/shuffle" in answer.text


def test_the_scheme_is_remembered_by_the_page(client: TestClient) -> None:
    assert '<html lang="en">' in squeezed(client.get("/").text)
    assert 'data-scheme="dark"' in client.get("/", headers={"cookie": "scheme=dark"}).text
    assert '<html lang="en">' in squeezed(client.get("/", headers={"cookie": 'scheme="><script>'}).text)


def test_assets_are_kept_for_good_and_sent_compressed(client: TestClient) -> None:
    html = client.get("/").text
    for url in re.findall(r'"(/assets/[^"]*\.(?:js|css))"', html):
        for accepted, encoding in (("br, gzip", "br"), ("gzip", "gzip"), ("identity", None)):
            answer = client.get(url, headers={"accept-encoding": accepted})
            assert answer.headers.get("content-encoding") == encoding
            assert "immutable" in answer.headers["cache-control"]
            assert "accept-encoding" in answer.headers["vary"].lower()


def size(client: TestClient, path: str) -> int:
    """The bytes that a browser fetches for one path."""
    with client.stream("GET", path, headers={"accept-encoding": "br, gzip"}) as answer:
        return sum(len(chunk) for chunk in answer.iter_raw())


def fetched(*entries: str, without: str = "") -> set[str]:
    """The built files of these entries, and those that they name in turn, by their file names."""
    found: set[str] = set()
    waiting = [assets.manifest()[entry] for entry in entries]
    known = {path.name for path in assets.DIST.iterdir() if path.suffix in assets.TYPES}
    known.discard(assets.manifest().get(without, ""))
    while waiting:
        found.add(name := waiting.pop())
        if name.endswith((".js", ".css")):
            text = (assets.DIST / name).read_text()
            waiting += [other for other in known - found if other in text]
    return found


def test_the_first_page_is_small_and_the_next_smaller(client: TestClient, workspace: Workspace) -> None:
    """Everything a browser fetches for the first problem, scripts loaded later included; then a page alone."""
    files = fetched("main.ts", "app.css", "mark.svg", without="white-board.ts")
    everything = sum(size(client, f"/assets/{name}") for name in files)
    pages = [size(client, f"/problems/{slug}") for slug in workspace.library.problems]
    assert len(files) > 10
    assert everything + max(pages) < 600_000
    assert max(pages) < 60_000


def test_the_whiteboard_is_fetched_by_itself_and_with_its_fonts(client: TestClient) -> None:
    lazy = fetched("white-board.ts", "board.css")
    assert lazy >= {assets.manifest()["board.ts"]}
    assert 300_000 < sum(size(client, f"/assets/{name}") for name in lazy) < 600_000
    (folder,) = (path for path in assets.DIST.iterdir() if path.is_dir())
    fonts = sorted(path.relative_to(assets.DIST).as_posix() for path in folder.rglob("*.woff2"))
    assert not [name for name in fonts if "Xiaolai" in name]
    assert [name for name in fonts if "Excalifont" in name]
    for name in fonts:
        answer = client.get(f"/assets/{name}")
        assert answer.headers["content-type"] == "font/woff2"
        assert "immutable" in answer.headers["cache-control"]
    assert client.get(f"/assets/{folder.name}/fonts").status_code == 404


def test_an_unexpected_error_is_reported_in_words(workspace: Workspace) -> None:
    client = TestClient(create_app(workspace), base_url=ORIGIN, raise_server_exceptions=False)
    with workspace.writing() as work:
        work.db.exec_driver_sql("DROP TABLE plans")
    answer = client.get("/plan")
    assert answer.status_code == 500
    assert "Your work is in that file" in answer.text


def test_every_module_of_pages_is_served() -> None:
    """A new page is also to be listed in PAGES of web/app.py; else it answers with 404."""
    folder = Path(pages.__file__).parent
    names = [".".join(path.relative_to(folder).with_suffix("").parts) for path in folder.rglob("*.py")]
    modules = [import_module(f"{pages.__name__}.{name}") for name in names if not name.endswith("__init__")]
    assert [module.__name__ for module in modules if hasattr(module, "ROUTES") and module not in PAGES] == []


def test_every_block_of_a_page_is_one_of_its_base() -> None:
    """A block that base.html does not have is never shown: a page whose `main` has another name is empty."""
    templates = Path(app.__file__).parent / "templates"
    block, base = re.compile(r"{%-? *block +(\w+)"), (templates / "base.html").read_text()
    for template in templates.rglob("*.html"):
        text = template.read_text()
        if "extends" in text:
            assert '{% extends "base.html" %}' in text, template
            assert set(block.findall(text)) <= set(block.findall(base)), template
            assert "main" in block.findall(text), template


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/problems/k-mean", "There is no problem called &#39;k-mean&#39;. Did you mean k-means"),
        ("/problems/k-means?attempt=nope", "There is no attempt &#39;nope&#39;."),
        ("/review?topic=nope", "There is no topic called &#39;nope&#39;."),
        ("/topics/k-mean", "There is no topic called &#39;k-mean&#39;. Did you mean k-means"),
        ("/anki/package?which=nope&kind=choice", "There is no topic called"),
        ("/nowhere", "Nothing is at /nowhere."),
    ],
)
def test_an_error_on_a_page_speaks_of_pages(client: TestClient, path: str, words: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert words in answer.text
    assert "`" not in answer.text
    for way in ('href="/"', 'href="/library"', 'href="/search"'):
        assert way in answer.text


def test_a_topic_that_is_coming_has_a_page(tmp_path: Path) -> None:
    group = "[[group]]\nround = 'breadth'\ntitle = 'Tomorrow'\ntopics = [{ id = 'state-spaces', wants = ['cards'] }]\n"
    folder = tmp_path / "content"
    (folder / "topics").mkdir(parents=True)
    (folder / "outline.toml").write_text(group)
    ws = open_workspace(Settings(home=tmp_path / "home", content=(folder,)))
    answer = TestClient(create_app(ws), base_url=ORIGIN).get("/topics/state-spaces")
    ws.close()
    assert answer.status_code == 200
    assert "<h1>State spaces</h1>" in answer.text
    assert "This topic is coming" in answer.text


def test_what_is_sent_at_each_change_says_what_becomes_of_the_one_before() -> None:
    """Of changes faster than the answers htmx sends two and drops the rest, unless it is told otherwise."""
    asked = 0
    for file in (Path(pages.__file__).parents[1] / "templates").rglob("*.html"):
        for attributes in re.findall(r"(?:^ *hx-\S+=.*\n)+", file.read_text("utf-8"), re.MULTILINE):
            if re.search(r'hx-trigger="[^"]*\b(change|input)\b', attributes):
                asked += 1
                assert "hx-sync=" in attributes, f"{file.name}:\n{attributes}"
    assert asked > 10
