"""Stories and their tellings."""

from operator import attrgetter

from sharpen.domain import story, telling
from sharpen.domain.passage import MOST_ASIDE
from sharpen.domain.story import Story
from sharpen.domain.telling import Telling
from sharpen.practice.exchange.record_kinds.kind import RecordKind, merged_by
from sharpen.practice.exchange.rules import at_most, names, words

RECORDS = (
    RecordKind(
        "stories",
        Story,
        key=attrgetter("id"),
        stamp=attrgetter("updated"),
        rules={"id": words(64), "passages": names, "aside": at_most(MOST_ASIDE), "ticks": names},
        since=9,
        stamps=lambda stories: stories.stamps(),
        **merged_by(story.merged),
    ),
    RecordKind(
        "tellings",
        Telling,
        key=attrgetter("id"),
        stamp=attrgetter("updated"),
        rules={
            "id": words(64),
            "story": words(64),
            "question": words(100, least=0),
            "review": words(64, least=0),
            "aside": at_most(MOST_ASIDE),
        },
        since=9,
        stamps=lambda tellings: tellings.stamps(),
        **merged_by(telling.merged),
    ),
)
