"""Recordings over HTTP: begun, sent in pieces, played in parts as sound and nothing else, listed on one page."""

from datetime import UTC, datetime

import pytest
from starlette.testclient import TestClient

from sharpen.domain.dive import Dive
from sharpen.domain.project import Project
from sharpen.practice import Workspace, recordings
from sharpen.practice.ids import new_id
from sharpen.practice.stories import stories, tellings
from tests.web.conftest import squeezed

JSON = {"accept": "application/json"}
HTML = b"<!DOCTYPE html><script>alert(1)</script>"


@pytest.fixture
def made(client: TestClient) -> str:
    """A recording of two pieces, ended."""
    made = new_id()
    client.post("/recordings", data={"id": made, "of": "telling/t1", "media": "audio/webm;codecs=opus"}, headers=JSON)
    for number, data in enumerate((HTML, b"0123456789")):
        answer = client.post(f"/recordings/{made}/chunks/{number}?seconds={number + 30}", content=data, headers=JSON)
        assert answer.json() == {"chunks": number + 1}
    assert client.post(f"/recordings/{made}/end", data={"count": "2"}, headers=JSON).json() == {"missing": []}
    return made


def test_it_is_sound_whatever_its_bytes_are(client: TestClient, made: str) -> None:
    answer = client.get(f"/recordings/{made}")
    assert (answer.status_code, answer.content) == (200, HTML + b"0123456789")
    assert answer.headers["content-type"] == "audio/webm"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert answer.headers["accept-ranges"] == "bytes"
    assert ".webm" in answer.headers["content-disposition"]


@pytest.mark.parametrize(
    ("asked", "part"), [("0-", (0, None)), ("40-43", (40, 44)), ("45-999", (45, None)), ("-4", (-4, None))]
)
def test_a_player_gets_the_part_that_it_asks_for(
    client: TestClient, made: str, asked: str, part: tuple[int, int | None]
) -> None:
    whole = HTML + b"0123456789"
    answer = client.get(f"/recordings/{made}", headers={"range": f"bytes={asked}", "accept-encoding": "gzip"})
    assert (answer.status_code, answer.content) == (206, whole[slice(*part)])
    first = part[0] % len(whole)
    assert answer.headers["content-range"] == f"bytes {first}-{first + len(answer.content) - 1}/{len(whole)}"


@pytest.mark.parametrize("asked", ["bytes=50-", "bytes=9-3", "bytes=-0", f"bytes={'9' * 15}-"])
def test_a_part_that_is_not_there(client: TestClient, made: str, asked: str) -> None:
    answer = client.get(f"/recordings/{made}", headers={"range": asked})
    assert (answer.status_code, answer.headers["content-range"]) == (416, "bytes */50")


@pytest.mark.parametrize("asked", ["bytes=-", "bytes=0-1,4-5", "lines=1-2", f"bytes={'9' * 99}-", "bytes=٣-٤"])
def test_a_range_that_cannot_be_read_is_answered_by_the_whole(client: TestClient, made: str, asked: str) -> None:
    assert client.get(f"/recordings/{made}", headers={"range": asked.encode()}).status_code == 200


def test_a_part_of_an_older_state_is_answered_by_the_whole(client: TestClient, made: str) -> None:
    etag = client.get(f"/recordings/{made}").headers["etag"]
    part = {"range": "bytes=0-3"}
    assert client.get(f"/recordings/{made}", headers=part | {"if-range": etag}).status_code == 206
    assert client.get(f"/recordings/{made}", headers=part | {"if-range": '"x"'}).status_code == 200


@pytest.mark.parametrize("path", ["/recordings/nothing-here", "/recordings/%00"])
def test_what_is_not_there(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_recording_of_which_nothing_came_cannot_be_played(client: TestClient) -> None:
    client.post("/recordings", data={"id": "a" * 18, "of": "test", "media": "audio/ogg"})
    assert client.get(f"/recordings/{'a' * 18}").status_code == 404
    assert "0:00" in client.get("/recordings").text


@pytest.mark.parametrize("number", ["-1", "x", "²", "99999", "9" * 40])
def test_a_chunk_needs_a_number(client: TestClient, made: str, number: str) -> None:
    answer = client.post(f"/recordings/{made}/chunks/{number}?seconds=1", content=b"x", headers=JSON)
    assert answer.status_code in (400, 404)


@pytest.mark.parametrize("query", ["", "?seconds=x", "?seconds=nan", "?seconds=1e9", "?seconds=-1"])
def test_a_chunk_needs_a_time(client: TestClient, made: str, query: str) -> None:
    assert client.post(f"/recordings/{made}/chunks/5{query}", content=b"x", headers=JSON).status_code == 400


def test_a_chunk_that_is_too_large_is_refused(client: TestClient, made: str) -> None:
    answer = client.post(f"/recordings/{made}/chunks/5?seconds=1", content=b"x" * ((1 << 20) + 1), headers=JSON)
    assert (answer.status_code, answer.json()["error"]) == (400, "That is larger than any chunk of a recording.")


@pytest.mark.parametrize("path", ["", "/{}/chunks/7?seconds=1", "/{}/end", "/{}/delete", "/{}/undo", "/{}/remove"])
def test_no_other_site_can_add_or_delete_anything(client: TestClient, made: str, path: str) -> None:
    answer = client.post(f"/recordings{path.format(made)}", headers={"origin": "https://evil.example"})
    assert answer.status_code == 403
    assert client.get(f"/recordings/{made}").status_code == 200


def test_pages_may_use_the_microphone_and_play_our_sound_and_nothing_more(client: TestClient) -> None:
    headers = client.get("/recordings").headers
    assert "microphone=(self)" in headers["permissions-policy"]
    assert "camera=()" in headers["permissions-policy"]
    assert "media-src 'self';" in headers["content-security-policy"]


def test_one_page_has_all_that_was_recorded_with_a_way_to_delete_it(
    client: TestClient, workspace: Workspace, made: str
) -> None:
    assert 'href="/recordings">Recordings</a>' in squeezed(client.get("/library").text)
    html = squeezed(client.get("/recordings").text)
    assert "1 recording, 0:31, 0 KB of 524 MB" in html
    assert f'src="/recordings/{made}"' in html
    assert client.post(f"/recordings/{made}/delete").headers["location"] == "/recordings"
    html = squeezed(client.get("/recordings").text)
    assert f'src="/recordings/{made}"' not in html
    assert "Deleted within the last hour" in html
    client.post(f"/recordings/{made}/undo")
    assert f'src="/recordings/{made}"' in client.get("/recordings").text
    client.post(f"/recordings/{made}/remove")
    assert client.post(f"/recordings/{made}/undo").status_code == 404
    assert "Nothing is recorded yet" in client.get("/recordings").text
    with workspace.reading() as work:
        assert work.recordings.total() == 0


@pytest.mark.usefixtures("made")
def test_takes_say_how_fast_one_spoke_where_the_words_are_known(client: TestClient) -> None:
    script = {"hx-request": "true"}
    html = client.get("/recordings/takes?of=telling/t1&words=62", headers=script).text
    assert "120 words a minute if you said all of it" in html
    assert "words a minute" not in client.get("/recordings/takes?of=telling/t1", headers=script).text
    assert "<li" not in client.get("/recordings/takes?of=telling/t2&words=x", headers=script).text
    assert client.get("/recordings/takes?of=telling/t1").headers["location"] == "/recordings"


def test_the_export_can_be_had_without_them(client: TestClient, made: str) -> None:
    assert [row["id"] for row in client.get("/sharpen-backup.json").json()["recordings"]] == [made]
    assert client.get("/sharpen-backup.json?recordings=0").json()["recordings"] == []
    html = squeezed(client.get("/recordings").text)
    assert 'href="/sharpen-backup.json?recordings=0"' in html


def test_a_recording_leads_to_what_was_said(client: TestClient, workspace: Workspace) -> None:
    now = datetime.now(UTC)
    story = stories.begin(workspace, "The late launch")
    telling = tellings.begin(workspace, story.id)
    with workspace.writing() as work:
        work.projects.put(Project("me", "p1", "Search <b>", now, now))
        work.dives.put(Dive("me", "d1", "p1", 30, 1, now, now, questions={"model/2": "Why trees?"}))
    for of in ("dive/d1/model/2", "dive/gone/model/2", f"telling/{telling.id}"):
        recordings.begin(workspace, new_id(), of, "audio/webm")
    html = squeezed(client.get("/recordings").text)
    assert '<a href="/projects/p1/dives/d1">Deep dive, Search &lt;b&gt;: Why trees?</a>' in html
    assert f'<a href="/stories/{story.id}/tellings/{telling.id}">The late launch, told</a>' in html
    assert "A deep dive (gone/model/2)" in html


def test_what_something_is_made_of_has_its_recordings_together(workspace: Workspace) -> None:
    for of in ("dive/d1/model/1", "dive/d1/model/2", "dive/d10/model/1"):
        recordings.begin(workspace, new_id(), of, "audio/webm")
    with workspace.reading() as work:
        assert [one.of for one in work.recordings.under("dive/d1")] == ["dive/d1/model/2", "dive/d1/model/1"]
