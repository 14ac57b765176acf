"""What was reviewed goes into a backup and comes back, merges with what is here, and is read with suspicion."""

import copy
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sharpen.content.library import read_library
from sharpen.domain.card import Brought
from sharpen.domain.memory import Rating
from sharpen.practice import Workspace
from sharpen.practice.day import listing, plan, session, statistics
from sharpen.practice.errors import BadBackup
from sharpen.practice.exchange.backup import Merged, export, import_
from sharpen.practice.exchange.records import RECORDS
from sharpen.store import open_store
from tests.looking import look
from tests.practice.reviewing import DECK, START, answer_right, clock

KINDS = ("memories", "reviews", "notes", "plans", "cards")


def as_of(version: int, document: dict[str, Any]) -> dict[str, Any]:
    """A document as a backup of an earlier version had it: without the kinds of record that came later."""
    later = {kind.name for kind in RECORDS if kind.since > version}
    return {name: value for name, value in document.items() if name not in later} | {"version": version}


@pytest.fixture
def ws(ws: Workspace, content: Path) -> Iterator[Workspace]:
    """Three reviews, something suspended, a note, a plan, a card from Anki."""
    ws = replace(ws, library=read_library([content, DECK]))
    with clock(START):
        session.resume(ws)
        for rating in (Rating.GOOD, Rating.AGAIN, Rating.EASY):
            asked = look(ws, session.current).asked
            assert asked
            session.rate(ws, answer_right(ws, asked).key, rating, seconds=12.5)
        listing.suspend(ws, "spread/units")
        listing.note(ws, "spread/bessel", "n or n - 1?")
        plan.change(ws, date=(START + timedelta(days=40)).date(), minutes=45)
        with ws.writing() as work:
            work.cards.put(Brought(ws.learner, "anki/1-0", "anki/Trees", START, "Gini?", "$1 - \\sum p^2$"))
        yield ws


@pytest.fixture
def there(ws: Workspace) -> Iterator[Workspace]:
    store = open_store("sqlite://")
    yield replace(ws, store=store)
    store.close()


def reviewed(ws: Workspace) -> dict[str, Any]:
    document = look(ws, export)
    return {kind: document[kind] for kind in KINDS}


def test_it_comes_back_whole_with_its_sums(ws: Workspace, there: Workspace) -> None:
    document = json.loads(json.dumps(look(ws, export)))
    summary = import_(there, document)
    assert summary["memories"].added in (3, 4)
    assert [summary[kind] for kind in ("reviews", "notes", "plans", "cards")] == [
        Merged(3),
        Merged(1),
        Merged(1),
        Merged(1),
    ]
    assert reviewed(there) == reviewed(ws)
    assert look(there, statistics.gather) == look(ws, statistics.gather)
    assert look(there, lambda work: work.plans.get()) == look(ws, lambda work: work.plans.get())
    assert all(merged.added == merged.updated == 0 for merged in import_(there, document).values())
    assert look(there, statistics.gather) == look(ws, statistics.gather), "nothing is counted twice"


def test_an_older_backup_knows_nothing_of_review(ws: Workspace, there: Workspace) -> None:
    old = as_of(1, look(ws, export))
    assert import_(there, old)["reviews"] == Merged()
    assert import_(ws, old)["memories"] == Merged()


def test_a_backup_from_before_fitting_has_a_plan_without_a_fit(ws: Workspace, there: Workspace) -> None:
    old = look(ws, export)
    del old["plans"][0]["fit"]
    assert import_(there, old)["plans"] == Merged(1)
    assert look(there, lambda work: work.plans.get()) == look(ws, lambda work: work.plans.get())


def test_a_backup_from_before_anki_has_no_cards(ws: Workspace, there: Workspace) -> None:
    old = as_of(2, look(ws, export))
    assert (import_(there, old)["reviews"], import_(there, old)["cards"]) == (Merged(3), Merged())


def test_a_backup_from_before_images_knows_nothing_of_changes(ws: Workspace, there: Workspace) -> None:
    old = as_of(3, look(ws, export))
    for row in old["memories"]:
        del row["changed"]
    summary = import_(there, old)
    assert (summary["memories"], summary["images"]) == (Merged(len(old["memories"])), Merged())


def test_what_happened_later_wins(ws: Workspace, there: Workspace) -> None:
    import_(there, look(ws, export))
    with clock(START + timedelta(days=1)):
        session.resume(there)
        asked = look(there, session.current).asked
        assert asked
        session.rate(there, answer_right(there, asked).key, Rating.HARD)
        listing.note(there, "spread/bessel", "n - 1.")
        plan.change(there, minutes=5)
    older, newer = look(ws, export), look(there, export)
    assert {kind: merged.added + merged.updated for kind, merged in import_(there, older).items()} == dict.fromkeys(
        older.keys() - {"format", "version", "exported"}, 0
    )
    summary = import_(ws, newer)
    assert (summary["reviews"].added, summary["notes"], summary["plans"]) == (1, Merged(updated=1), Merged(updated=1))
    assert reviewed(ws) == reviewed(there)


Change = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda d: d.pop("reviews"), "the document lacks 'reviews'"),
        (lambda d: d.update(notes={}), "notes must be a list"),
        (lambda d: d["memories"].append(3), r"memories\[\d\] must be an object"),
        (lambda d: d["memories"][0].update(learner="you"), r"memories\[0\] has an unknown key .learner."),
        (lambda d: d["memories"].append(d["memories"][0]), r"memories\[\d\] is there twice"),
        (lambda d: d["memories"][0]["item"].update(kind="magic"), r"memories\[0\]\.item\.kind: "),
        (lambda d: d["memories"][0]["item"].update(more=1), r"memories\[0\]\.item has an unknown key 'more'"),
        (lambda d: d["memories"][0]["item"].update(id="x" * 201), r"memories\[0\]\.item\.id: a text of 1 to 200"),
        (lambda d: d["reviews"][0].pop("before"), r"reviews\[0\] lacks 'before'"),
        (lambda d: d["reviews"][0].update(rating=5), r"reviews\[0\]\.rating: "),
        (lambda d: d["reviews"][0].update(recall=1.5), r"reviews\[0\]\.recall: 1.5 is not a number from 0 to 1"),
        (lambda d: d["reviews"][0].update(seconds=float("nan")), r"reviews\[0\]\.seconds: nan is not"),
        (lambda d: d["reviews"][0].update(at="2026-01-01T00:00:00"), r"reviews\[0\]\.at: .*time zone"),
        (lambda d: d["notes"][0].update(text="x" * 6000), r"notes\[0\]\.text: The note has 6,000"),
        (lambda d: d["plans"][0].update(minutes=0), r"plans\[0\]\.minutes: Minutes a day must be from 1 to 600"),
        (lambda d: d["plans"][0].update(date="9999-01-01"), r"plans\[0\]\.date: .* within five years"),
        (lambda d: d["plans"][0].update(weights={"x": -1.0}), r"plans\[0\]\.weights: The weight of x must be"),
        (lambda d: d["plans"][0].update(weights={"x" * 201: 1.0}), r"plans\[0\]\.weights: The name of a topic"),
        (lambda d: d["reviews"][0].update(days=40_000), r"reviews\[0\]\.days: 40000 is not"),
        (lambda d: d["plans"][0].update(parameters=[1.0]), r"plans\[0\]\.parameters: 21 numbers"),
        (lambda d: d["plans"][0].update(parameters=[1e9] * 21), r"plans\[0\]\.parameters: .*within the bounds"),
        (lambda d: d["plans"].append(d["plans"][0]), r"plans\[1\] is there twice"),
        (lambda d: d["cards"][0].update(id="k-means/steps"), r"cards\[0\]\.id: it must begin with anki/"),
        (lambda d: d["cards"][0].update(answer="x" * 1_000_001), r"cards\[0\]\.answer: a text of at most"),
        (lambda d: d["cards"].append(d["cards"][0]), r"cards\[1\] is there twice"),
    ],
)
def test_a_document_with_any_fault_is_refused_as_a_whole(
    ws: Workspace, there: Workspace, change: Change, message: str
) -> None:
    spoiled = copy.deepcopy(look(ws, export))
    change(spoiled)
    with pytest.raises(BadBackup, match=message):
        import_(there, spoiled)
    assert reviewed(there) == {kind: [] for kind in KINDS}


@pytest.mark.parametrize("value", [0.0, -3.0, float("nan"), float("inf")])
def test_a_stability_the_model_cannot_work_with_is_refused(ws: Workspace, there: Workspace, value: float) -> None:
    spoiled = copy.deepcopy(look(ws, export))
    met = next(row for row in spoiled["memories"] if row["memory"])
    met["memory"]["stability"] = value
    with pytest.raises(BadBackup, match="stability"):
        import_(there, spoiled)
