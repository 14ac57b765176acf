"""Mock loops."""

from collections.abc import Mapping
from operator import attrgetter

from sharpen.domain.mock import Mock, MockRound, MockTask
from sharpen.practice import inputs
from sharpen.practice.exchange.record_kinds.kind import RecordKind
from sharpen.practice.exchange.rules import MOST_ENTRIES, Rule, at_most, number, optional, points, words

MOST_ROUNDS, MOST_TASKS, MOST_TOPICS = 20, 100, 500


def _ids(value: tuple[str, ...]) -> None:
    at_most(MOST_TOPICS)(value)
    for each in value:
        words(200)(each)


RECORDS = (
    RecordKind(
        "mocks",
        Mock,
        key=attrgetter("id"),
        stamp=attrgetter("updated"),
        rules={
            "id": words(64),
            "loop": words(100),
            "title": words(200),
            "role": words(100, least=0),
            "level": words(100, least=0),
            "share": number(0.01, 1),
            "rounds": at_most(MOST_ROUNDS),
            "pauses": at_most(MOST_ENTRIES),
            "weak": _ids,
        },
        since=11,
        stamps=lambda mocks: mocks.stamps(),
    ),
)
PARTS: dict[type, Mapping[str, Rule]] = {
    MockRound: {
        "round": words(100),
        "minutes": number(1, 1_000),
        "rest": number(0, 1_000),
        "tasks": at_most(MOST_TASKS),
        "missing": words(400, least=0),
    },
    MockTask: {
        "id": words(200),
        "why": words(400, least=0),
        "did": words(200, least=0),
        "places": points,
        "text": inputs.note,
        "ticked": optional(points),
    },
}
