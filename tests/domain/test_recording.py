"""Recordings: what can be played of chunks that came in any order, two states merged, and the length in a WebM file."""

import struct
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharpen.domain.recording import OF, QUIET, Chunk, Recording, merged, missing, pace, unbroken
from sharpen.domain.webm import with_duration

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
HEAD = bytes.fromhex(
    "1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806701ffffffffffffff1549"
    "a966992ad7b1830f42404d80864368726f6d655741864368726f6d651654ae6bbfaebdd7810173c587561b7a034853868381"
    "028686415f4f50555363a2934f707573486561640101000080bb0000000000e18db584473b80009f8101626481201f43b675"
    "01ffffffffffffffe78100a38c"
)
"""How a recording of Chromium begins: a header, a segment of unknown size, its information, a track, a cluster."""


@given(st.sets(st.integers(0, 30)))
def test_what_is_played_is_unbroken_and_what_lacks_is_known(numbers: set[int]) -> None:
    played = unbroken(numbers)
    assert set(range(played)) <= numbers
    assert played not in numbers
    assert set(missing(numbers, 20)) == set(range(20)) - numbers


@given(st.sets(st.integers(0, 20)), st.sets(st.integers(0, 20)))
def test_no_chunk_is_lost_in_a_merge(mine: set[int], theirs: set[int]) -> None:
    def state(numbers: set[int]) -> tuple[Recording, dict[int, Chunk]]:
        chunks = {number: Chunk(number, number + 1.0, b"x" * (number + 1)) for number in numbers}
        recording = Recording("me", "a" * 10, "test", "audio/webm", AT, AT + timedelta(seconds=len(numbers)))
        return replace(recording, chunks=len(numbers), expected=21 if 20 in numbers else None), chunks

    recording, chunks = merged(state(mine), state(theirs))
    assert chunks.keys() == mine | theirs
    assert (recording.chunks, recording.size) == (len(chunks), sum(number + 1 for number in chunks))
    assert recording == merged(state(theirs), state(mine))[0]
    assert recording.expected == (21 if 20 in mine | theirs else None)


def test_a_recording_is_interrupted_when_nothing_came_for_a_while() -> None:
    going_on = Recording("me", "a" * 10, "test", "audio/webm", AT, AT, chunks=3)
    assert not going_on.interrupted(AT + QUIET)
    assert going_on.interrupted(AT + 2 * QUIET)
    assert replace(going_on, expected=4).interrupted(AT + 2 * QUIET)
    assert not replace(going_on, expected=3).interrupted(AT + 2 * QUIET)


def test_pace_is_words_a_minute_where_there_is_something_to_divide() -> None:
    assert pace(120, 284) == 142
    assert pace(120, 0) is None
    assert pace(2, 284) is None


@pytest.mark.parametrize("of", ["test", "dive/d1/model/2", "telling/01jc3k9q8x", "dive/d1/linear-models/2"])
def test_what_a_recording_belongs_to(of: str) -> None:
    assert OF.fullmatch(of)


@pytest.mark.parametrize("of", ["", "/", "dive/", "dive//x", "dive/../x", "Dive", "dive/a b", "dive/<b>", "dive/x\n"])
def test_what_it_cannot_belong_to(of: str) -> None:
    assert not OF.fullmatch(of)


def test_a_file_of_chromium_is_told_its_length() -> None:
    told = with_duration(HEAD + b"sound", 9.5)
    at = told.index(b"\x44\x89\x88")
    assert struct.unpack(">d", told[at + 3 : at + 11]) == (9500.0,)
    assert told[:48] == HEAD[:48], "the header, and a segment of unknown size"
    assert told[52:56] == bytes([0x10, 0, 0, 25 + 11]), "the size of what it says of itself"
    assert told[at + 11 :] == HEAD[78:] + b"sound"
    assert with_duration(told, 3.0) == told, "it says so already"


@given(st.integers(0, len(HEAD)), st.binary(max_size=60))
def test_any_other_file_is_left_alone_or_keeps_its_sound(cut: int, rest: bytes) -> None:
    file = HEAD[:cut] + rest
    told = with_duration(file, 1.0)
    assert told == file or len(told) in (len(file) + 11, len(file) + 14)


@given(st.binary(max_size=100))
def test_what_is_no_webm_is_left_alone(file: bytes) -> None:
    assert with_duration(file, 1.0) == file
