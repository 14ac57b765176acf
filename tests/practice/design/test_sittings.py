"""A sitting from the first question to the last tick: what is kept, what is put aside, what is decided by numbers."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sharpen.content.library import read_library
from sharpen.domain.passage import Typed
from sharpen.domain.sitting import Asked, Sitting, missed, score
from sharpen.practice import Workspace
from sharpen.practice.design import rubric, sittings
from sharpen.practice.errors import BadText, NoSuchCase, NoSuchSitting
from sharpen.practice.exchange.backup import export, import_
from sharpen.store import open_store
from tests.looking import look
from tests.practice.casing import write_case

CASE = "rank-ads"
CELLS = "qps = 1e6 requests / day -> 1/s\nlatency = 20 ms + 90 ms"


@pytest.fixture
def ws(ws: Workspace, tmp_path: Path) -> Workspace:
    return replace(ws, library=read_library([write_case(tmp_path / "cases")]))


@pytest.fixture
def there(ws: Workspace) -> Iterator[Workspace]:
    store = open_store("sqlite://")
    yield replace(ws, store=store)
    store.close()


@pytest.fixture
def sitting(ws: Workspace) -> Sitting:
    return sittings.start(ws, CASE)


def kept(ws: Workspace, sitting: Sitting) -> Sitting:
    return look(ws, lambda work: sittings.find(work, CASE, sitting.id))


def save(ws: Workspace, sitting: Sitting, text: str, base: str, edit: str, *, chosen: bool = False) -> Sitting:
    return sittings.save(ws, CASE, sitting.id, Typed("problem", text, base, edit, chosen))


def test_one_goes_on_with_what_is_not_finished(ws: Workspace, sitting: Sitting) -> None:
    assert sittings.start(ws, CASE) == sitting
    assert look(ws, lambda work: sittings.open_one(work, CASE)) == sitting
    sittings.finish(ws, CASE, sitting.id)
    assert look(ws, lambda work: sittings.open_one(work, CASE)) is None
    assert sittings.start(ws, CASE).id != sitting.id


def test_what_does_not_exist_is_named(ws: Workspace, sitting: Sitting) -> None:
    with pytest.raises(NoSuchCase, match="Did you mean rank-ads"):
        sittings.start(ws, "rank-adds")
    with pytest.raises(NoSuchSitting):
        sittings.ask(ws, CASE, "no", "traffic")
    with pytest.raises(BadText, match="no passage 'metrics'"):
        sittings.save(ws, CASE, sitting.id, Typed("metrics", "x"))
    with pytest.raises(NoSuchSitting):
        sittings.ask(replace(ws, learner="you"), CASE, sitting.id, "traffic")


def test_facts_are_revealed_when_asked_for_and_what_was_asked_is_kept(ws: Workspace, sitting: Sitting) -> None:
    sittings.ask(ws, CASE, sitting.id, "price")
    heard = sittings.ask_freely(ws, CASE, sitting.id, "  What is the\n QPS? ")
    assert heard.fact is not None
    assert heard.fact.id == "traffic"
    assert sittings.ask_freely(ws, CASE, sitting.id, "Is there a moon?").fact is None
    sittings.ask(ws, CASE, sitting.id, "price")
    sittings.ask_freely(ws, CASE, sitting.id, "What is the QPS?")
    now = kept(ws, sitting)
    assert now.asked == (Asked("price"), Asked("traffic", "What is the QPS?"), Asked("", "Is there a moon?"))
    assert now.facts == ("price", "traffic")
    assert [fact.id for fact in missed(ws.library.cases[CASE], now)] == ["latency"]


@pytest.mark.parametrize("typed", ["", " \n ", "x" * 501, "a\0b", "\ud800"])
def test_a_question_must_be_one(ws: Workspace, sitting: Sitting, typed: str) -> None:
    with pytest.raises(BadText):
        sittings.ask_freely(ws, CASE, sitting.id, typed)
    with pytest.raises(BadText, match="does not know"):
        sittings.ask(ws, CASE, sitting.id, "weather")
    assert kept(ws, sitting).asked == ()


def test_an_older_page_never_replaces_what_was_typed_since(ws: Workspace, sitting: Sitting) -> None:
    save(ws, sitting, "one", "", "a.1")
    assert save(ws, sitting, "one two", "", "a.2").text("problem") == "one two", "its own edits a page has seen"
    assert save(ws, sitting, "three", "a.2", "b.1").text("problem") == "three"
    beside = save(ws, sitting, "one two, and four", "a.2", "a.3")
    assert beside.text("problem") == "three"
    assert [(each.passage, each.edit, each.text) for each in beside.aside] == [("problem", "a.3", "one two, and four")]
    assert save(ws, sitting, "one two", "", "a.2").aside == beside.aside, "what came of it is there"
    more = save(ws, sitting, "one two, and five", "a.2", "a.4")
    assert [each.text for each in more.aside] == ["one two, and five"], "of one page the last is kept"
    assert save(ws, sitting, "one two, and four", "a.2", "a.3").aside == more.aside, "it is late"
    mine = save(ws, sitting, "one two, and five", "b.1", "a.5", chosen=True)
    assert mine.text("problem") == "one two, and five"
    assert [each.text for each in mine.aside] == ["three"], "it was seen, and passed over"


def test_of_two_texts_the_other_stays_and_can_be_brought_back(ws: Workspace, sitting: Sitting) -> None:
    save(ws, sitting, "theirs", "", "b.1")
    chosen = save(ws, sitting, "mine", "", "a.1", chosen=True)
    assert (chosen.text("problem"), [each.text for each in chosen.aside]) == ("mine", ["theirs"])
    back = sittings.restore(ws, CASE, sitting.id, "b.1")
    assert (back.text("problem"), [each.text for each in back.aside]) == ("theirs", ["mine"])
    with pytest.raises(NoSuchSitting, match="not kept"):
        sittings.restore(ws, CASE, sitting.id, "b.1")
    again = sittings.restore(ws, CASE, sitting.id, "a.1")
    assert again.text("problem") == "mine"


def test_what_vanishes_at_once_is_put_aside(ws: Workspace, sitting: Sitting) -> None:
    save(ws, sitting, "one\ntwo\nthree\nfour", "", "a.1")
    gone = save(ws, sitting, "", "a.1", "a.2")
    assert [each.text for each in gone.aside] == ["one\ntwo\nthree\nfour"]
    board = '{"elements": [' + "1," * 600 + "1]}"
    sittings.save(ws, CASE, sitting.id, Typed("board", board, edit="a.1"))
    cleared = sittings.save(ws, CASE, sitting.id, Typed("board", '{"elements": []}', "a.1", "a.2"))
    assert [each.passage for each in cleared.aside] == ["board", "problem"]


def test_passages_do_not_stand_in_each_others_way(ws: Workspace, sitting: Sitting) -> None:
    sittings.save(ws, CASE, sitting.id, Typed("problem", "a", edit="a.1"))
    sittings.save(ws, CASE, sitting.id, Typed("cells", "x = 1", edit="b.1"))
    sittings.save(ws, CASE, sitting.id, Typed("board", "{}", edit="c.1"), seconds=12.5)
    now = kept(ws, sitting)
    assert [now.text(name) for name in ("problem", "cells", "board")] == ["a", "x = 1", "{}"]
    assert (now.aside, now.seconds) == ((), 12.5)
    sittings.spend(ws, CASE, sitting.id, 11)
    assert kept(ws, sitting).seconds == 12.5


def test_many_texts_put_aside_are_bounded(ws: Workspace, sitting: Sitting) -> None:
    save(ws, sitting, "front", "", "z.1")
    for page in range(30):
        last = save(ws, sitting, f"text {page}", "", f"p{page}.1")
    assert [each.text for each in last.aside] == [f"text {page}" for page in range(29, 9, -1)]


def test_numbers_decide_and_the_rest_is_ticked(ws: Workspace, sitting: Sitting) -> None:
    with pytest.raises(BadText, match="opens when"):
        sittings.tick(ws, CASE, sitting.id, {"task": 2})
    sittings.save(ws, CASE, sitting.id, Typed("cells", CELLS))
    done = sittings.finish(ws, CASE, sitting.id, 90)
    assert done.ticks == {"load": 2, "budget": 0}
    sittings.tick(ws, CASE, sitting.id, {"task": 1})
    for point, earned in (("load", 1), ("task", 3), ("moon", 1)):
        with pytest.raises(BadText):
            sittings.tick(ws, CASE, sitting.id, {point: earned})
    problem, serving = look(ws, lambda work: rubric.results(work, work.library.cases[CASE], kept(ws, sitting)))
    assert (problem.earned, problem.most, serving.earned, serving.most) == (3, 4, 0, 6)
    assert [(one.point.id, one.earned, one.by_number) for one in (*problem.points, *serving.points)] == [
        ("task", 1, False),
        ("load", 2, True),
        ("budget", 0, True),
        ("fallback", None, False),
        ("rollout", None, False),
    ]
    assert "11.57 per second" in problem.points[1].why
    assert "110 ms" in serving.points[0].why
    assert score(ws.library.cases[CASE], kept(ws, sitting).ticks) == (3, 10)
    assert sittings.finish(ws, CASE, sitting.id, 999) == kept(ws, sitting), "time is called once"


def test_without_its_cell_a_point_is_ticked_by_hand(ws: Workspace, sitting: Sitting) -> None:
    done = sittings.finish(ws, CASE, sitting.id)
    assert done.ticks == {}
    assert sittings.tick(ws, CASE, sitting.id, {"load": 1}).ticks == {"load": 1}
    late = sittings.save(ws, CASE, sitting.id, Typed("cells", CELLS))
    assert late.ticks == {"load": 2, "budget": 0}, "keys that arrive after time are kept, and count"


def test_everything_travels(ws: Workspace, there: Workspace, sitting: Sitting) -> None:
    save(ws, sitting, "mine", "", "a.1")
    save(ws, sitting, "beside", "", "b.1")
    sittings.ask(ws, CASE, sitting.id, "price")
    sittings.finish(ws, CASE, sitting.id)
    sittings.tick(ws, CASE, sitting.id, {"task": 2})
    document = look(ws, export)
    import_(there, document)
    assert kept(there, sitting) == kept(ws, sitting)
    assert import_(there, document)["sittings"].kept == 1
    save(there, sitting, "mine, and more there", "a.1", "c.1")
    save(ws, sitting, "mine, and more here", "a.1", "d.1")
    sittings.ask(there, CASE, sitting.id, "privacy")
    import_(ws, look(there, export))
    now = kept(ws, sitting)
    assert now.text("problem") == "mine, and more there"
    assert {each.text for each in now.aside} == {"beside", "mine, and more here"}
    assert now.facts == ("price", "privacy")


def test_a_case_that_changed_since_leaves_a_sitting_readable(ws: Workspace, sitting: Sitting, tmp_path: Path) -> None:
    sittings.ask(ws, CASE, sitting.id, "price")
    sittings.finish(ws, CASE, sitting.id)
    sittings.tick(ws, CASE, sitting.id, {"task": 2})
    path = tmp_path / "cases/cases/rank-ads"
    for file, old, new in (("case.toml", '"price"', '"cost"'), ("rubric.toml", '"task"', '"aim"')):
        (path / file).write_text((path / file).read_text().replace(old, new))
    newer = replace(ws, library=read_library([tmp_path / "cases"]))
    case = newer.library.cases[CASE]
    assert case.fact("price") is None
    assert look(newer, lambda work: rubric.results(work, case, kept(ws, sitting)))[0].earned == 0
