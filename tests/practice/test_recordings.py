"""Recordings are kept chunk by chunk, whatever the order; limits are said in words; what is deleted is gone."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sharpen.domain import recording as limits
from sharpen.domain.recording import Chunk
from sharpen.practice import Workspace, recordings
from sharpen.practice.errors import BadBackup, BadRecording, NoSuchRecording
from sharpen.practice.exchange.backup import Merged, export, import_
from sharpen.practice.ids import new_id
from sharpen.store import open_store
from tests.looking import look

DIVE = "dive/d1/model/2"
WEBM = "audio/webm;codecs=opus"


def chunk(number: int, data: bytes = b"") -> Chunk:
    return Chunk(number, number + 1.0, data or b"piece %d;" % number)


def begun(ws: Workspace, of: str = DIVE, media: str = WEBM) -> str:
    return recordings.begin(ws, new_id(), of, media).id


def spoken(ws: Workspace, count: int, of: str = DIVE) -> str:
    made = begun(ws, of)
    for number in range(count):
        recordings.keep(ws, made, chunk(number))
    assert recordings.end(ws, made, count) == ()
    return made


def sound(ws: Workspace, made: str) -> bytes:
    return look(ws, lambda work: recordings.sound(work, made))[1]


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(range(6)), st.lists(st.integers(0, 5), max_size=6), st.sets(st.integers(0, 5)))
def test_chunks_come_in_any_order_and_twice_and_some_late(
    ws: Workspace, order: list[int], again: list[int], late: set[int]
) -> None:
    made = begun(ws)
    for number in [*order, *again]:
        if number not in late:
            recordings.keep(ws, made, chunk(number))
    assert recordings.end(ws, made, 6) == tuple(sorted(late))
    first = min(late, default=6)
    assert sound(ws, made) == b"".join(b"piece %d;" % number for number in range(first))
    for number in late:
        recordings.keep(ws, made, chunk(number))
    assert recordings.end(ws, made, 6) == ()
    found, data = look(ws, lambda work: recordings.sound(work, made))
    assert data == b"".join(b"piece %d;" % number for number in range(6))
    assert (found.whole, found.chunks, found.size, found.seconds) == (True, 6, len(data), 6.0)


def test_the_first_of_two_chunks_with_one_number_stays(ws: Workspace) -> None:
    made = begun(ws)
    recordings.keep(ws, made, chunk(0))
    recordings.keep(ws, made, chunk(0, b"something else"))
    assert sound(ws, made) == b"piece 0;"


def test_begun_twice_is_begun_once(ws: Workspace) -> None:
    made = spoken(ws, 2)
    assert recordings.begin(ws, made, "test", "audio/mp4").of == DIVE
    assert sound(ws, made) == b"piece 0;piece 1;"


def test_each_learner_has_their_own(ws: Workspace) -> None:
    made = spoken(ws, 1)
    with pytest.raises(NoSuchRecording):
        sound(replace(ws, learner="you"), made)


@pytest.mark.parametrize("media", ["text/html", "audio/wav", "", "audio/webm\nx: y", "image/svg+xml"])
def test_only_sound_that_browsers_record_is_kept(ws: Workspace, media: str) -> None:
    with pytest.raises(BadRecording, match="is not kept here; audio/webm, audio/ogg, audio/mp4 are"):
        begun(ws, media=media)


@pytest.mark.parametrize(("made", "of"), [("a" * 9, DIVE), ("a" * 41, DIVE), ("../secrets", DIVE), ("a" * 18, "<b>")])
def test_names_that_no_page_of_ours_makes(ws: Workspace, made: str, of: str) -> None:
    with pytest.raises(BadRecording):
        recordings.begin(ws, made, of, WEBM)


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (Chunk(-1, 1.0, b"x"), "no chunk"),
        (Chunk(limits.MOST_CHUNKS, 1.0, b"x"), "no chunk"),
        (Chunk(0, float("nan"), b"x"), "no chunk"),
        (Chunk(0, -1.0, b"x"), "10 minutes"),
        (Chunk(0, limits.LONGEST + limits.SLACK + 1, b"x"), "at most 10 minutes"),
        (Chunk(0, 1.0, b"x" * (limits.LARGEST_CHUNK + 1)), "A chunk has at most 1 MB"),
    ],
)
def test_what_is_too_long_or_too_large_is_refused_in_words(ws: Workspace, bad: Chunk, why: str) -> None:
    made = begun(ws)
    with pytest.raises(BadRecording, match=why):
        recordings.keep(ws, made, bad)


def test_no_recording_grows_without_end(ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recordings, "LARGEST", 20)
    made = begun(ws)
    recordings.keep(ws, made, chunk(0, b"x" * 20))
    with pytest.raises(BadRecording, match="A recording has at most"):
        recordings.keep(ws, made, chunk(1))


def test_where_there_is_no_room_left_it_says_so_and_what_was_begun_goes_on(
    ws: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = spoken(ws, 1)
    monkeypatch.setattr(recordings, "MOST_BYTES", limits.LARGEST)
    with pytest.raises(BadRecording, match="Delete some on the page of recordings"):
        begun(ws)
    recordings.keep(ws, made, chunk(1))


def test_what_is_deleted_can_be_brought_back_for_an_hour(ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    made, other = spoken(ws, 2), spoken(ws, 1)
    recordings.delete(ws, made)
    with pytest.raises(NoSuchRecording):
        sound(ws, made)
    assert [one.id for one in look(ws, lambda work: work.recordings.of(DIVE))] == [other]
    recordings.restore(ws, made)
    assert sound(ws, made) == b"piece 0;piece 1;"
    recordings.delete(ws, made)
    monkeypatch.setattr(recordings, "UNDO", -limits.QUIET)  # an hour later
    begun(ws)
    with pytest.raises(NoSuchRecording):
        recordings.restore(ws, made)
    assert sound(ws, other) == b"piece 0;"


def test_what_only_tried_the_microphone_is_not_kept(ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    test, dive = spoken(ws, 1, of="test"), spoken(ws, 1)
    monkeypatch.setattr(recordings, "UNDO", -limits.QUIET)
    with ws.writing() as work:
        recordings.forget_old(work)
    assert [one.id for one in look(ws, lambda work: work.recordings.listed())] == [dive]
    assert look(ws, lambda work: work.recordings.numbers(test)) == set()


def test_what_is_removed_for_good_is_gone_from_the_file(ws: Workspace) -> None:
    made = begun(ws)
    recordings.keep(ws, made, chunk(0, b"spoken words" * 1000))
    assert ws.store.file
    assert b"spoken words" in ws.store.file.read_bytes()
    recordings.remove(ws, made)
    here = [each for each in ws.store.file.parent.iterdir() if each.name.startswith(ws.store.file.name)]
    assert all(b"spoken words" not in each.read_bytes() for each in here if not each.name.endswith("-wal"))


def test_late_chunks_of_a_deleted_one_are_kept_while_it_can_be_brought_back(ws: Workspace) -> None:
    made = begun(ws)
    recordings.keep(ws, made, chunk(0))
    recordings.delete(ws, made)
    recordings.keep(ws, made, chunk(1))
    recordings.restore(ws, made)
    assert sound(ws, made) == b"piece 0;piece 1;"


def elsewhere(ws: Workspace) -> Workspace:
    return replace(ws, store=open_store("sqlite://"))


def test_a_backup_has_their_sound_and_no_merge_loses_any(ws: Workspace) -> None:
    made, there = spoken(ws, 3), elsewhere(ws)
    document = look(ws, export)
    assert import_(there, document)["recordings"] == Merged(added=1)
    assert sound(there, made) == b"piece 0;piece 1;piece 2;"
    assert import_(there, document)["recordings"] == Merged(kept=1)
    half = begun(ws)
    recordings.keep(ws, half, chunk(0))
    import_(there, look(ws, export))
    recordings.keep(ws, half, chunk(2))
    recordings.end(ws, half, 3)
    recordings.keep(there, half, chunk(1))  # later than anything here
    assert import_(there, look(ws, export))["recordings"] == Merged(updated=1, kept=1)
    assert sound(there, half) == b"piece 0;piece 1;piece 2;"
    assert look(there, lambda work: recordings.find(work, half)).whole


def test_a_deleted_one_is_in_no_backup_and_comes_back_with_an_older_one(ws: Workspace) -> None:
    made = spoken(ws, 1)
    document = look(ws, export)
    recordings.delete(ws, made)
    assert look(ws, export)["recordings"] == []
    assert import_(ws, document)["recordings"] == Merged(added=1)
    assert sound(ws, made) == b"piece 0;"


def test_a_backup_without_recordings_leaves_those_here_alone(ws: Workspace) -> None:
    made = spoken(ws, 1)
    document = look(ws, lambda work: export(work, recordings=False))
    assert document["recordings"] == []
    import_(ws, document)
    assert sound(ws, made) == b"piece 0;"


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda one: one.update(media="text/html"), r"media: sound is audio/webm or"),
        (lambda one: one.update(of="<script>"), r"of: what a recording belongs to"),
        (lambda one: one.update(id="../a"), r"id: an id of a recording"),
        (lambda one: one.update(expected=10**9), r"expected: "),
        (lambda one: one.update(data="x"), r"data must be a list"),
        (lambda one: one["data"].append(one["data"][0]), r"data holds a chunk twice"),
        (lambda one: one["data"].append([1, 2.0, "%%%"]), r"data\[1\] must be a number, seconds, and sound"),
        (lambda one: one["data"].append([-1, 2.0, "eHg="]), r"data\[1\] must be"),
        (lambda one: one["data"].append([1, "nan", "eHg="]), r"data\[1\] must be"),
        (lambda one: one["data"].append([1.5, 2.0, "eHg="]), r"data\[1\] must"),
        (lambda one: one["data"].append([1, 2.0, ""]), r"data\[1\] must be"),
        (lambda one: one.pop("data"), r"data must be a list"),
        (lambda one: one.update(more=1), r"unknown key 'more'"),
    ],
)
def test_a_recording_in_a_backup_is_read_with_suspicion(ws: Workspace, change: Any, complaint: str) -> None:
    spoken(ws, 1)
    document = look(ws, export)
    change(document["recordings"][0])
    with pytest.raises(BadBackup, match=complaint):
        import_(elsewhere(ws), document)


def test_what_a_backup_says_of_its_own_size_counts_for_nothing(ws: Workspace) -> None:
    made = spoken(ws, 2)
    document = look(ws, export)
    document["recordings"][0].update(size=0, chunks=0, seconds=9999.0, deleted=datetime.now(UTC).isoformat())
    there = elsewhere(ws)
    import_(there, document)
    found = look(there, lambda work: recordings.find(work, made))
    assert (found.size, found.chunks, found.seconds, found.deleted) == (16, 2, 2.0, None)
