"""What a learner made of readings, in the real file: each is kept whole, and apart from those of others."""

from dataclasses import replace
from datetime import UTC, datetime

from sharpen.domain.passage import Passage, SetAside
from sharpen.domain.reading import ReadingMark
from sharpen.store import Store

AT = datetime(2026, 11, 1, 9, tzinfo=UTC)
NOTE = Passage("## Zwei Türme\n\n$a$", ("p.4", "q.9"))
MARK = ReadingMark("me", "acme-ranking", AT, True, AT, NOTE, (SetAside("note", "r.1", AT, "One\n"),))


def test_a_mark_comes_back_whole_and_is_replaced(store: Store) -> None:
    plain = ReadingMark("me", "a-course", AT)
    with store.writing("me") as mine:
        mine.readings.put(MARK, plain)
    with store.reading("me") as mine:
        assert mine.readings.get("acme-ranking") == MARK
        assert mine.readings.get("other") is None
        assert list(mine.readings.everything()) == [plain, MARK]
        assert mine.readings.read() == {"acme-ranking"}
    with store.writing("me") as mine:
        mine.readings.put(replace(MARK, read=False, note=Passage()))
        assert mine.readings.get("acme-ranking") == replace(MARK, read=False, note=Passage())
        assert mine.readings.read() == set()


def test_each_learner_has_their_own(store: Store) -> None:
    with store.writing("me") as mine:
        mine.readings.put(MARK)
    with store.writing("you") as yours:
        assert yours.readings.get("acme-ranking") is None
        yours.readings.put(replace(MARK, read=False))
        assert list(yours.readings.everything()) == [replace(MARK, learner="you", read=False)]
    with store.reading("me") as mine:
        assert mine.readings.get("acme-ranking") == MARK
