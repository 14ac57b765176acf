"""Recordings: a learner's voice comes chunk by chunk, is kept as it comes, played back, and deleted."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from math import isfinite

from sharpen.domain import webm
from sharpen.domain.recording import (
    ID,
    LARGEST,
    LARGEST_CHUNK,
    LONGEST,
    LONGEST_OF,
    MEDIA,
    MOST_BYTES,
    MOST_CHUNKS,
    OF,
    SLACK,
    UNDO,
    Chunk,
    Recording,
    missing,
    unbroken,
)
from sharpen.practice.errors import BadRecording, NoSuchRecording
from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace

MB = 1_000_000


def find(work: Work, recording_id: str) -> Recording:
    """A recording that was not deleted. Raises NoSuchRecording."""
    recording = work.recordings.get(recording_id)
    if recording is None or recording.deleted is not None:
        raise NoSuchRecording(recording_id)
    return recording


def begin(ws: Workspace, recording_id: str, of: str, media: str, ago: float = 0.0) -> Recording:
    """Begin a recording that a page has begun so many seconds ago, with an id that the page made; again, the same.

    `media` may have parameters, as browsers give them. Raises BadRecording, also where the learner has no room left.
    """
    kind = media.partition(";")[0].strip().lower()
    if kind not in MEDIA:
        raise BadRecording(f"Sound of the type {kind[:60]!r} is not kept here; {', '.join(MEDIA)} are.")
    if not ID.fullmatch(recording_id) or len(of) > LONGEST_OF or not OF.fullmatch(of):
        raise BadRecording("That is no recording of ours: load the page again.")
    with ws.writing() as work:
        here = work.recordings.get(recording_id)
        if here is not None:
            return here
        now = datetime.now(UTC)
        work.recordings.remove_old(now - UNDO)
        _check_room(work)
        since = timedelta(seconds=ago if 0 < ago < 366 * 86_400 else 0)
        recording = Recording(ws.learner, recording_id, of, kind, now - since, now)
        work.recordings.put(recording)
    return recording


def _check_room(work: Work) -> None:
    used = work.recordings.total()
    if used + LARGEST > MOST_BYTES:
        raise BadRecording(
            f"Your recordings take {used / MB:.0f} MB, and no more than {MOST_BYTES / MB:.0f} MB are kept. "
            "Delete some on the page of recordings. What you say now stays in this browser until there is room."
        )


def keep(ws: Workspace, recording_id: str, chunk: Chunk) -> Recording:
    """Keep a chunk of a recording; one that is here already changes nothing. Raises BadRecording, NoSuchRecording."""
    if not 0 <= chunk.number < MOST_CHUNKS or not isfinite(chunk.seconds):
        raise BadRecording("That is no chunk of a recording.")
    if not 0 <= chunk.seconds <= LONGEST + SLACK:
        raise BadRecording(f"A recording has at most {LONGEST / 60:.0f} minutes.")
    if len(chunk.data) > LARGEST_CHUNK:
        raise BadRecording(f"A chunk has at most {LARGEST_CHUNK / MB:.0f} MB.")
    with ws.writing() as work:
        recording = _known(work, recording_id)
        if chunk.number in work.recordings.numbers(recording_id):
            return recording
        if recording.size + len(chunk.data) > LARGEST:
            raise BadRecording(f"A recording has at most {LARGEST / MB:.0f} MB.")
        recording = replace(
            recording,
            updated=max(datetime.now(UTC), recording.updated),
            seconds=max(recording.seconds, chunk.seconds),
            size=recording.size + len(chunk.data),
            chunks=recording.chunks + 1,
        )
        work.recordings.add_chunk(recording, chunk)
    return recording


def end(ws: Workspace, recording_id: str, expected: int) -> tuple[int, ...]:
    """Say that a recording has so many chunks; the numbers of those that are not here yet.

    Raises BadRecording, NoSuchRecording.
    """
    if not 0 <= expected <= MOST_CHUNKS:
        raise BadRecording("That is no number of chunks.")
    with ws.writing() as work:
        recording = _known(work, recording_id)
        if recording.expected is None or recording.expected < expected:
            work.recordings.put(replace(recording, expected=expected, updated=datetime.now(UTC)))
        return missing(work.recordings.numbers(recording_id), expected)


def sound(work: Work, recording_id: str) -> tuple[Recording, bytes]:
    """A recording with its sound as a file: all of it that can be played. Raises NoSuchRecording."""
    recording = find(work, recording_id)
    chunks = work.recordings.chunks(recording_id)
    played = [chunks[number] for number in range(unbroken(chunks))]
    data = b"".join(chunk.data for chunk in played)
    if recording.media == "audio/webm" and played:
        data = webm.with_duration(data, max(chunk.seconds for chunk in played))
    return recording, data


def delete(ws: Workspace, recording_id: str) -> Recording:
    """Delete a recording, which `restore` brings back within an hour. Raises NoSuchRecording."""
    now = datetime.now(UTC)
    return _change(ws, recording_id, lambda here: here if here.deleted else replace(here, deleted=now))


def restore(ws: Workspace, recording_id: str) -> Recording:
    """Bring a recording back that was deleted. Raises NoSuchRecording."""
    return _change(ws, recording_id, lambda here: replace(here, deleted=None))


def _change(ws: Workspace, recording_id: str, change: Callable[[Recording], Recording]) -> Recording:
    with ws.writing() as work:
        work.recordings.remove_old(datetime.now(UTC) - UNDO)
        recording = change(_known(work, recording_id))
        work.recordings.put(recording)
    return recording


def remove(ws: Workspace, recording_id: str) -> None:
    """Delete a recording for good. Raises NoSuchRecording."""
    with ws.writing() as work:
        _known(work, recording_id)
        work.recordings.remove(recording_id)


def forget_old(work: Work) -> None:
    """Forget what was deleted more than an hour ago, and what only tried the microphone."""
    work.recordings.remove_old(datetime.now(UTC) - UNDO)


def _known(work: Work, recording_id: str) -> Recording:
    """A recording, also one that was deleted and can be brought back. Raises NoSuchRecording."""
    recording = work.recordings.get(recording_id)
    if recording is None:
        raise NoSuchRecording(recording_id)
    return recording
