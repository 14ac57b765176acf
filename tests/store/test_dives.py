"""Dives in the real file: each is kept whole, apart from those of others, and thousands of answers are read at once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sharpen.domain.dive import Answer, Dive, How
from sharpen.domain.ladder import Depth
from sharpen.domain.passage import Passage, SetAside
from sharpen.store import Store

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
ANSWERS = (
    Answer("labels", "audit", Depth.HOW, How.STRONG, None, 61.5, (0, 2), 4, "because you chose it"),
    Answer("labels", "validity", Depth.WHY, How.PARTIAL, How.STUCK, 30.0, (), 3),
    Answer("labels", "noise", Depth.MECHANISM),
)
DIVE = Dive(
    "me",
    "d2",
    "p1",
    30,
    17,
    AT,
    AT + timedelta(minutes=1),
    None,
    61.5,
    "labels",
    ANSWERS,
    {"labels/audit": "How often is it wrong?"},
    {"labels/audit": Passage("One in ten.", ("p.4", "q.9"))},
    (SetAside("labels/audit", "r.1", AT, "One in five."),),
    {"labels": "r1"},
)


@pytest.mark.usefixtures("store")
def test_a_dive_is_kept_whole_and_apart_from_those_of_others(store: Store) -> None:
    earlier = replace(DIVE, id="d1", finished=AT)
    with store.writing("me") as mine:
        mine.dives.put(DIVE, earlier, replace(DIVE, id="d3", project="p2"))
    with store.writing("you") as yours:
        assert yours.dives.get("d2") is None
        yours.dives.put(replace(DIVE, learner="you", minutes=45))
    with store.writing("me") as mine:
        assert mine.dives.get("d2") == DIVE
        assert [one.id for one in mine.dives.everything()] == ["d3", "d2", "d1"]
        assert [(one.id, one.answers, one.finished) for one in mine.dives.summaries("p1")] == [
            ("d2", ANSWERS, None),
            ("d1", ANSWERS, AT),
        ]
        assert mine.dives.stamps() == dict.fromkeys(("d1", "d2", "d3"), DIVE.updated)
        mine.dives.remove_all("p1")
        assert [one.id for one in mine.dives.everything()] == ["d3"]
    with store.reading("you") as yours:
        assert [one.id for one in yours.dives.everything()] == ["d2"]
