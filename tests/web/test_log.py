"""The pages of the log: add by a link, import with a preview, undo, and pictures to keep."""

import csv
import io
import re

from starlette.testclient import TestClient

from sharpen.domain.problem import Difficulty
from sharpen.domain.sheet import SheetRow, Went
from sharpen.practice import Workspace
from tests.looking import look
from tests.web.conftest import squeezed

SHEET = """Name,Level,When,Zeit
Two Sum,easy,2026-01-02,12
LRU Cache,so so,2026-01-03,40
Word Ladder,hard,3/4/2026,55
"""


def rows(ws: Workspace) -> list[SheetRow]:
    return look(ws, lambda work: list(work.sheet_rows.everything()))


def test_an_empty_log_says_what_to_do(client: TestClient) -> None:
    page = squeezed(client.get("/log").text)
    assert "Nothing is in your log yet" in page
    assert "The next gap to fill" in page
    assert 'href="/log/import"' in page


def test_a_link_is_enough_to_add_a_problem(client: TestClient, workspace: Workspace) -> None:
    link = "https://leetcode.com/problems/minimum-window-substring/"
    added = client.post("/log", data={"link": link, "difficulty": "hard", "went": "with help", "minutes": "45"})
    assert added.status_code == 303
    (row,) = rows(workspace)
    assert (row.title, row.source, row.difficulty, row.went, row.minutes) == (
        "Minimum Window Substring",
        "leetcode",
        Difficulty.HARD,
        Went.HELPED,
        45,
    )
    page = squeezed(client.get(added.headers["location"]).text)
    assert "It comes back on" in page
    assert 'href="/problems/shortest-cover"' in page, "its kin here"
    assert 'rel="noreferrer noopener"' in page
    again = client.post("/log", data={"link": link})
    assert again.status_code == 400
    assert "is in your log already" in again.text
    assert len(rows(workspace)) == 1


def test_what_cannot_be_read_is_said_and_nothing_typed_is_lost(client: TestClient, workspace: Workspace) -> None:
    answer = client.post("/log", data={"title": "Two Sum", "minutes": "long", "patterns": "hash table"})
    assert answer.status_code == 400
    assert "is no time in minutes" in answer.text
    assert 'value="Two Sum"' in answer.text
    assert 'value="hash table"' in answer.text
    assert client.post("/log", data={"link": "javascript:alert(1)"}).status_code == 400
    assert rows(workspace) == []


def test_an_entry_is_changed_solved_again_and_removed(client: TestClient, workspace: Workspace) -> None:
    at = client.post("/log", data={"title": "Two Sum", "went": "alone"}).headers["location"].partition("?")[0]
    changed = {
        "title": "Two Sum II",
        "difficulty": "medium",
        "went": "alone",
        "notes": "<b>sorted</b>",
        "day": "2026-01-02",
    }
    assert client.post(f"{at}/change", data=changed).status_code == 303
    page = client.get(at).text
    assert "Two Sum II" in page
    assert "<b>sorted" not in page
    assert client.post(f"{at}/again", data={"went": "easily", "minutes": "8"}).status_code == 303
    assert (rows(workspace)[0].went, rows(workspace)[0].minutes) == (Went.EASILY, 8)
    assert client.post(f"{at}/again", data={"went": ""}).status_code == 400
    assert client.post(f"{at}/remove").status_code == 303
    assert rows(workspace) == []
    assert client.get(at).status_code == 404
    assert client.post(f"{at}/nonsense").status_code == 404


def test_a_sheet_is_previewed_mapped_imported_and_taken_back(client: TestClient, workspace: Workspace) -> None:
    preview = squeezed(client.post("/log/preview", files={"file": ("mine.csv", SHEET.encode("utf-8-sig"))}).text)
    assert "2 of 3 rows would be added" in preview
    assert "'so so' is no difficulty" in preview.replace("&#39;", "'")
    assert "are read as" in preview, "3/4/2026 could be two days"
    assert rows(workspace) == []
    said = {"text": SHEET, "field": ["title", "difficulty", "day", "minutes"], "days": "first"}
    refused = client.post("/log/import", data=said | {"refused": "1"})
    assert refused.headers["content-disposition"] == 'attachment; filename="not-imported.csv"'
    assert next(csv.DictReader(io.StringIO(refused.text)))["Name"] == "LRU Cache"
    assert rows(workspace) == []
    assert client.post("/log/import", data=said).headers["location"] == "/log?imported=2"
    assert {(row.title, row.minutes, row.day.isoformat() if row.day else "") for row in rows(workspace)} == {
        ("Two Sum", 12, "2026-01-02"),
        ("Word Ladder", 55, "2026-04-03"),
    }
    page = squeezed(client.get("/log?imported=2").text)
    assert "2 problems imported" in page
    assert "Undo the last import (2 problems)" in page
    (batch,) = re.findall(r'name="batch" value="(\w+)"', page)
    assert client.post("/log/undo", data={"batch": batch}).status_code == 303
    assert rows(workspace) == []
    assert client.post("/log/undo", data={"batch": batch}).status_code == 400


def test_what_is_no_sheet_gets_a_sentence(client: TestClient) -> None:
    assert "There is no table here" in client.post("/log/preview", data={"text": " \n"}).text
    workbook = client.post("/log/preview", files={"file": ("mine.xlsx", b"PK\x03\x04more")})
    assert "Save it as CSV first" in workbook.text


def test_an_entry_without_a_pattern_comes_back_and_leads_to_the_log(client: TestClient) -> None:
    client.post("/log", data={"title": "Two Sum", "went": "not solved", "day": "2026-01-02"})
    client.post("/plan", data={"minutes": "60", "retention": "90", "new_a_day": "0"})
    page = squeezed(client.get("/review").text)
    assert "From your log: solve it once more" in page
    assert '<a href="/log">log</a>' in page
    assert (
        client.post("/review/solve", data={"key": page.partition('name="key" value="')[2].partition('"')[0]})
        .headers["location"]
        .startswith("/log/")
    )


def test_the_log_and_its_pictures_can_be_kept(client: TestClient) -> None:
    client.post("/log", data={"title": "Two Sum", "difficulty": "easy", "patterns": "hash table", "went": "alone"})
    table = client.get("/log/sharpen-log.csv")
    assert next(csv.DictReader(io.StringIO(table.text)))["Patterns"] == "Hashing and prefix sums"
    for name in ("year", "grid", "mix"):
        picture = client.get(f"/log/{name}.svg")
        assert picture.headers["content-type"] == "image/svg+xml"
        assert picture.text.startswith("<svg xmlns=")
    assert "1 solved" in client.get("/log/year.svg").text
    assert "easy: 0 of" in client.get("/log/grid.svg").text
    assert client.get("/log/nothing.svg").status_code == 404
