"""Recordings: a learner's voice, in chunks that come while they speak, and what is left of one when something fails."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

MEDIA = {"audio/webm": "webm", "audio/ogg": "ogg", "audio/mp4": "m4a"}
"""The media types that browsers record, with the ending of a file's name."""
TEST = "test"
"""What a recording belongs to that was made to try the microphone."""
LONGEST = 600.0
"""Seconds of the longest recording."""
SLACK = 30.0
"""Seconds that a recorder may be late to stop."""
MOST_CHUNKS = 2_000
"""Chunks of one recording; a browser sends one every second."""
LARGEST_CHUNK = 1 << 20
"""Bytes of one chunk."""
LARGEST = 32 << 20
"""Bytes of one recording: ten minutes take about 2 MB, and ten times that where a browser does as it likes."""
MOST_BYTES = 500 << 20
"""Bytes of all recordings of a learner, some forty hours; beyond them none is begun."""
UNDO = timedelta(hours=1)
"""How long one that was deleted can be brought back, and one that tried the microphone is kept."""
QUIET = timedelta(minutes=1)
"""How long nothing must have come of a recording that was not ended, until it counts as interrupted."""

ID = re.compile(r"[0-9a-z]{10,40}")
OF = re.compile(r"[a-z]+(/[A-Za-z0-9][A-Za-z0-9._-]*)*")
LONGEST_OF = 200


@dataclass(frozen=True)
class Chunk:
    """A part of a recording: `seconds` is when it ends, counted from the start of the recording."""

    number: int
    seconds: float
    data: bytes


@dataclass(frozen=True)
class Recording:
    """What is known of a recording without its sound. Times are UTC.

    `of` says what it belongs to, such as `dive/<dive>/<ladder>/<rung>`; `chunks`, `size` (bytes) and `seconds`
    are how much of it is here, and `expected` is how many chunks it has, known once it was ended. `deleted` is when it
    was deleted.
    """

    learner: str
    id: str
    of: str
    media: str
    made: datetime
    updated: datetime
    seconds: float = 0.0
    size: int = 0
    chunks: int = 0
    expected: int | None = None
    deleted: datetime | None = None

    @property
    def whole(self) -> bool:
        """Whether it was ended and all of it is here."""
        return self.expected is not None and self.chunks >= self.expected

    def interrupted(self, now: datetime) -> bool:
        """Whether it was not ended, or not all of it came, and nothing comes any more."""
        return not self.whole and now - self.updated > QUIET

    @property
    def file_name(self) -> str:
        """What a file of it is called."""
        return f"recording-{self.made:%Y-%m-%d-%H%M%S}-{self.id[-4:]}.{MEDIA[self.media]}"


Voice = tuple[Recording, Mapping[int, Chunk]]
"""A recording with all of its chunks that are here, by number."""


def unbroken(numbers: Collection[int]) -> int:
    """How many chunks can be played: those from the first to the one before the first that is missing."""
    here = set(numbers)
    return next(number for number in range(len(here) + 1) if number not in here)


def missing(numbers: Collection[int], count: int) -> tuple[int, ...]:
    """The numbers below `count` that are not here."""
    here = set(numbers)
    return tuple(number for number in range(count) if number not in here)


def pace(seconds: float, words: int) -> int | None:
    """Words a minute if all of them were said; None where there are none, or too little time to tell."""
    return round(60 * words / seconds) if words and seconds >= 5 else None


def merged(here: Voice, theirs: Voice) -> Voice:
    """Two states of one recording as one: every chunk of either, that of the first where both have it; not deleted."""
    (mine, chunks), (other, more) = here, theirs
    found = {**more, **chunks}
    expected = [count for count in (mine.expected, other.expected) if count is not None]
    one = Recording(
        mine.learner,
        mine.id,
        mine.of,
        mine.media,
        mine.made,
        max(mine.updated, other.updated),
        max(mine.seconds, other.seconds),
        sum(len(chunk.data) for chunk in found.values()),
        len(found),
        max(expected, default=None),
    )
    return one, found
