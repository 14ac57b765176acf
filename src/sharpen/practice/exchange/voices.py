"""Recordings with their sound as rows of a backup."""

from base64 import b64decode, b64encode
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from sharpen.domain.recording import (
    LARGEST,
    LARGEST_CHUNK,
    LONGEST,
    MOST_CHUNKS,
    SLACK,
    Chunk,
    Recording,
    Voice,
    merged,
)
from sharpen.practice.errors import BadBackup
from sharpen.practice.exchange.rows import Row
from sharpen.practice.exchange.rules import number
from sharpen.store.recordings import Recordings


def write(voice: Voice) -> tuple[Recording, Row]:
    """A recording, and its chunks: number, when it ends, and the sound in base64."""
    one, chunks = voice
    data = [[each.number, each.seconds, b64encode(each.data).decode()] for _, each in sorted(chunks.items())]
    return one, {"data": data}


def read(read_noun: Callable[[Row], Any], row: Row, place: str) -> Voice:
    """A recording with its chunks; how much of it there is, they say."""
    given = row.get("data")
    if not isinstance(given, list) or len(given) > MOST_CHUNKS:
        raise BadBackup(f"{place}.data must be a list of at most {MOST_CHUNKS:,} chunks.")
    one: Recording = read_noun({key: value for key, value in row.items() if key != "data"})
    chunks = [_read_chunk(each, f"{place}.data[{i}]") for i, each in enumerate(given)]
    found = {chunk.number: chunk for chunk in chunks}
    size = sum(len(chunk.data) for chunk in chunks)
    if len(found) < len(chunks) or size > LARGEST:
        raise BadBackup(f"{place}.data holds a chunk twice, or more than {LARGEST >> 20} MiB.")
    seconds = max((chunk.seconds for chunk in chunks), default=0.0)
    return replace(one, chunks=len(found), size=size, seconds=seconds, deleted=None), found


def _read_chunk(given: Any, place: str) -> Chunk:
    try:
        number_, seconds, text = given
        chunk = Chunk(number_, float(seconds), b64decode(text, validate=True))
        number(0, MOST_CHUNKS - 1)(chunk.number)
        number(0, LONGEST + SLACK)(chunk.seconds)
        number(1, LARGEST_CHUNK)(len(chunk.data))
    except (TypeError, ValueError):
        raise BadBackup(f"{place} must be a number, seconds, and sound in base64.") from None
    if type(number_) is not int:
        raise BadBackup(f"{place} must begin with a whole number.")
    return chunk


def is_newer(recordings: Recordings, theirs: Voice) -> bool | None:
    """Whether it has a chunk that is not here, or was ended; what is here is never lost."""
    here = recordings.get(theirs[0].id)
    if here is None or here.deleted:
        return None
    return bool(theirs[1].keys() - recordings.numbers(here.id)) or (here.expected or 0) < (theirs[0].expected or 0)


def put(recordings: Recordings, these: Sequence[Voice]) -> None:
    """Keep recordings, with every chunk of either where one is here already; one that was deleted here is back."""
    for theirs in these:
        here = recordings.get(theirs[0].id)
        both = merged((here, recordings.chunks(here.id)), theirs) if here else theirs
        recordings.put_whole(both)
