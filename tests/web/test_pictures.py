"""Pictures of lessons: drawn outside the server, kept, shown with their captions, and never in the way."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sharpen.content import picture_cache, statement_pictures
from sharpen.practice import Workspace
from sharpen.web import markup

PICTURES = """
def one_line(figure):
    figure.subplots().plot([1, 2])

def broken(figure):
    raise ValueError("no such thing")

PICTURES = [one_line, broken]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "a-topic"
    folder.mkdir()
    (folder / "pictures.py").write_text(PICTURES)
    return folder


def test_a_lesson_shows_its_pictures(client: TestClient, workspace: Workspace) -> None:
    html = client.get("/topics/pca").text
    assert '<figure class="drawn"><img src="/topics/pca/components.svg"' in html
    assert "<figcaption>Points with this covariance" in html
    answer = client.get("/topics/pca/components.svg")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.text.startswith("<svg")
    again = client.get("/topics/pca/components.svg", headers={"if-none-match": answer.headers["etag"]})
    assert again.status_code == 304
    kept = Path(workspace.cache or "", "pictures", picture_cache.digest(workspace.library.lessons.folders("pca")[0]))
    assert (kept / "components.svg").read_text() == answer.text


@pytest.mark.parametrize(
    "path", ["/topics/pca/nothing.svg", "/topics/nowhere/components.svg", "/topics/pca/..%2fx.svg"]
)
def test_pictures_that_are_not_there(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_files_where_the_server_was_started_are_not_imported(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "random.py").write_text("raise ImportError('not this one')\n")
    monkeypatch.chdir(tmp_path)
    assert picture_cache.svg(folder, "one-line", tmp_path / "cache").startswith("<svg")


def test_a_picture_is_drawn_once_and_again_when_it_changes(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    first = picture_cache.svg(folder, "one-line", cache)
    (kept,) = cache.iterdir()
    (kept / "one-line.svg").write_text("kept")
    assert picture_cache.svg(folder, "one-line", cache) == "kept"
    (folder / "pictures.py").write_text(PICTURES.replace("[1, 2]", "[2, 1]"))
    assert picture_cache.svg(folder, "one-line", cache) not in ("", "kept", first)


def test_what_cannot_be_drawn_is_nothing(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    assert picture_cache.svg(folder, "broken", cache) == ""
    assert picture_cache.svg(folder, "one-line", cache).startswith("<svg")
    (folder / "pictures.py").write_text("raise SystemExit(3)")
    assert picture_cache.svg(folder, "one-line", cache) == ""
    assert picture_cache.svg(tmp_path, "one-line", cache) == ""
    assert len(list(cache.iterdir())) == 2  # nothing half-done stays


def test_a_picture_that_never_ends_is_given_up(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_cache, "LONGEST", 0.5)
    (folder / "pictures.py").write_text("while True: pass")
    assert picture_cache.svg(folder, "one-line", tmp_path / "cache") == ""
    assert list((tmp_path / "cache").iterdir()) == []


def test_drawing_is_done_by_another_process(folder: Path, tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from sharpen.content import picture_cache\n"
        "assert picture_cache.svg(Path(sys.argv[1]), 'one-line', Path(sys.argv[2]))\n"
        "assert 'matplotlib' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program, str(folder), str(tmp_path / "cache")], check=True)


def test_images_come_from_the_lesson_alone() -> None:
    for target in ("https://example.org/x.svg", "/x.svg", "../x.svg", "x.png"):
        html = markup.render(f"![What to see]({target})", 2, "/topics/pca/")
        assert "<img" not in html
        assert "What to see" in html
    assert "<img" not in markup.render("![What to see](x.svg)")
    html = markup.render("![With $x^2$](x.svg)\n\n![And *this*](y.svg)", 2, "/topics/pca/")
    assert html.count("<figure") == 2
    assert "<p>" not in html
    assert "<math" in html


def test_a_statement_has_its_example_drawn_below_it(client: TestClient) -> None:
    page = client.get("/problems/shortest-cover").text
    assert (
        page.index("&gt;&gt;&gt;")
        < page.index('src="/problems/shortest-cover/picture.svg"')
        < page.index("Constraints")
    )
    assert "data-undrawn" in page
    assert "The example, drawn." in page
    svg = client.get("/problems/shortest-cover/picture.svg").text
    assert "events[4:8] holds 2 of 2 load, 1 of 1 save" in svg
    assert "The answer" in svg
    assert "Yours" not in svg
    again = client.get("/problems/shortest-cover").text  # its size is known from now on, and is its room
    assert "data-undrawn" not in again
    assert re.search(r'width="4\d\d" height="1\d\d"', again)


def test_a_case_made_to_be_looked_at_is_drawn_where_there_is_one(client: TestClient) -> None:
    assert "made to be looked at" in client.get("/problems/k-means").text
    svg = client.get("/problems/k-means/picture.svg").text
    assert svg.count("The answer") == 1
    assert "Expected" not in svg


@pytest.mark.parametrize("slug", ["compound-words", "mlp-forward"])  # shows the method; draws nothing
def test_a_statement_without_a_picture_says_nothing_of_it(client: TestClient, slug: str) -> None:
    assert "picture.svg" not in client.get(f"/problems/{slug}").text
    assert client.get(f"/problems/{slug}/picture.svg").status_code == 404


def test_what_is_drawn_of_an_answer_is_not_kept_from_whoever_gave_one(workspace: Workspace) -> None:
    folder = workspace.library.problems.folder("compound-words")
    assert statement_pictures.draws(folder) == "example"
    assert statement_pictures.beside_statement(folder) == ""


def test_a_change_of_what_pictures_are_drawn_with_draws_them_again() -> None:
    """All modules of `checks` that draw are among what a picture is kept under."""
    folder = picture_cache.SHARED[0].parent
    drawing = {path for path in folder.glob("*.py") if "from matplotlib" in path.read_text("utf-8")}
    assert drawing <= set(picture_cache.SHARED)
