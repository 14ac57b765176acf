"""Anki itself as the judge: it takes our packages and updates them, and we read all that it exports.

The `anki` package is AGPL, and needed by nothing but these tests. Where it cannot be installed, they are skipped.
"""

import io
import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from sharpen.anki.images import name_of
from sharpen.anki.package import Packed
from sharpen.anki.reading import read
from sharpen.anki.writing import _note_type, guid, write
from sharpen.domain.memory import Memory

anki = pytest.importorskip("anki.collection", reason="the anki package is not installed here")

NOW = datetime.now(UTC).replace(microsecond=0)
DECK = "sharpen::ML breadth::PCA"
CARDS = [
    Packed(
        guid("pca/derive"),
        0,
        DECK,
        "Derive $\\max_v v^\\top S v$.",
        "```python\nif a < b:\n    pass\n```\n\n$$Sv = \\lambda v$$",
        item="pca/derive",
        memory=Memory(12.345, 5.5, NOW - timedelta(days=3), NOW + timedelta(days=9, hours=3), 7, 1),
    ),
    Packed(guid("pca/sign"), 0, DECK, "Which sign?", "Either.", item="pca/sign"),
    Packed(
        guid("roc-curve/area"),
        0,
        "sharpen::Evaluation",
        "Area?",
        "| A | B |\n| --- | --- |\n| 1 | 2 |",
        item="roc-curve/area",
        memory=Memory(2.0, 9.0, NOW - timedelta(days=30), NOW - timedelta(days=28), 3, 2),
        suspended=True,
    ),
]


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Any]:
    opened = anki.Collection(str(tmp_path / "mine.anki2"))
    yield opened
    opened.close()


def take(collection: Any, path: Path) -> dict[str, int]:
    """Import a package with its scheduling, and say what Anki says it did."""
    options = anki.ImportAnkiPackageOptions(with_scheduling=True, merge_notetypes=True)
    log = collection.import_anki_package(anki.ImportAnkiPackageRequest(package_path=str(path), options=options)).log
    parts = ("new", "updated", "duplicate", "conflicting", "missing_notetype", "missing_deck", "empty_first_field")
    return {part: len(getattr(log, part)) for part in parts if len(getattr(log, part))}


def exported(collection: Any, folder: Path, *, legacy: bool, whole: bool) -> Path:
    path = folder / ("all.colpkg" if whole else "some.apkg")
    if whole:
        collection.export_collection_package(str(path), include_media=True, legacy=legacy)
        return path
    options = anki.ExportAnkiPackageOptions(
        with_scheduling=True, with_media=True, with_deck_configs=True, legacy=legacy
    )
    collection.export_anki_package(out_path=str(path), limit=None, options=options)
    return path


FORMATS = [
    pytest.param(legacy, whole, id=f"{'colpkg' if whole else 'apkg'}-{'legacy' if legacy else 'new'}")
    for legacy in (False, True)
    for whole in (False, True)
]


def row(collection: Any, item: str) -> Any:
    (card,) = collection.find_cards(f"Item:{item}")
    return collection.get_card(card)


def test_anki_takes_our_package_with_its_scheduling(collection: Any, tmp_path: Path) -> None:
    write(tmp_path / "a.apkg", CARDS)
    assert take(collection, tmp_path / "a.apkg") == {"new": 3}
    known = row(collection, "pca/derive")
    assert (known.type, known.queue, known.reps, known.lapses) == (2, 2, 7, 1)
    assert known.memory_state.stability == pytest.approx(12.345)
    assert known.memory_state.difficulty == pytest.approx(5.5)
    assert known.last_review_time == int((NOW - timedelta(days=3)).timestamp())
    # Anki's day begins at four, so the time of day decides whether it is day 9 or 10 from now.
    assert known.due - collection.sched.today in (9, 10)
    assert known.ivl in (12, 13)
    assert collection.decks.name(known.did) == DECK
    new = row(collection, "pca/sign")
    assert (new.type, new.queue, new.memory_state) == (0, 0, None)
    late = row(collection, "roc-curve/area")
    assert (late.type, late.queue) == (2, -1)
    assert late.due - collection.sched.today in (-28, -27)


def test_a_second_export_updates_and_adds_nothing(collection: Any, tmp_path: Path) -> None:
    write(tmp_path / "a.apkg", CARDS)
    take(collection, tmp_path / "a.apkg")
    kinds = len(collection.models.all_names_and_ids())
    decks = len(collection.decks.all_names_and_ids())
    time.sleep(1.1)  # Anki counts changes in seconds
    write(tmp_path / "a.apkg", [CARDS[1], *CARDS[::2], Packed(guid("new/one"), 0, DECK, "Q", "A", item="new/one")])
    again = [Packed(card.guid, 0, card.deck, card.question, f"{card.answer}\n\nMore.", card.item) for card in CARDS]
    write(tmp_path / "b.apkg", again)
    assert take(collection, tmp_path / "b.apkg") == {"updated": 3}
    assert (collection.note_count(), collection.card_count()) == (3, 3)
    assert len(collection.models.all_names_and_ids()) == kinds
    assert len(collection.decks.all_names_and_ids()) == decks
    assert row(collection, "pca/sign").note()["Answer"] == "<p>Either.</p>\n<p>More.</p>"
    assert row(collection, "pca/derive").memory_state.stability == pytest.approx(12.345)
    assert take(collection, tmp_path / "a.apkg") == {"new": 1, "duplicate": 3}


def test_a_second_export_updates_text_and_leaves_the_rest_of_a_card_as_it_is_there(
    collection: Any, tmp_path: Path
) -> None:
    """What the documentation says of Anki: schedule and deck of a card that it has are its own, tags are not."""
    write(tmp_path / "a.apkg", CARDS)
    take(collection, tmp_path / "a.apkg")
    note = row(collection, "pca/derive").note()
    note.tags = ["marked", "leech", "mine"]
    collection.update_note(note)
    collection.sched.set_due_date([row(collection, "pca/sign").id], "5")
    before = [(known.due, known.ivl, known.reps, known.did, known.queue) for known in map_rows(collection)]
    time.sleep(1.1)  # Anki counts changes in seconds
    later = Memory(99.0, 3.0, NOW, NOW + timedelta(days=99), 9, 1)
    write(
        tmp_path / "b.apkg",
        [Packed(card.guid, 0, f"{DECK}::Renamed", card.question, "New", card.item, later) for card in CARDS],
    )
    take(collection, tmp_path / "b.apkg")
    assert [row(collection, card.item).note()["Answer"] for card in CARDS] == ["<p>New</p>"] * 3
    assert [(known.due, known.ivl, known.reps, known.did, known.queue) for known in map_rows(collection)] == before
    assert row(collection, "pca/derive").note().tags == [], "its tags become those of the file, which has none"


def map_rows(collection: Any) -> list[Any]:
    return [row(collection, card.item) for card in CARDS]


def test_the_kind_of_note_never_changes() -> None:
    """Anki skips every note of one whose fields differ, and one more template makes no cards for notes it has."""
    kind = _note_type()
    assert (kind.model_id, kind.name) == (1_603_214_851, "sharpen")
    assert [field["name"] for field in kind.fields] == ["Question", "Answer", "Item"]
    assert [template["name"] for template in kind.templates] == ["Card 1"]


@pytest.mark.parametrize(("legacy", "whole"), FORMATS)
def test_images_of_every_format_are_kept(collection: Any, tmp_path: Path, legacy: bool, whole: bool) -> None:
    file = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(file, "PNG")
    named = collection.media.write_data("roc curve ä.png", file.getvalue())
    note = collection.new_note(collection.models.by_name("Basic"))
    note["Front"], note["Back"] = "Draw it", f'<img src="{named}">'
    collection.add_note(note, 1)
    package = read(exported(collection, tmp_path, legacy=legacy, whole=whole))
    name = name_of(file.getvalue())
    assert [card.answer for card in package.cards] == [f"![]({name})"]
    assert package.images == {name: file.getvalue()}
    assert package.left_out == ()


def test_anki_shows_formulas_and_code(collection: Any, tmp_path: Path) -> None:
    write(tmp_path / "a.apkg", CARDS)
    take(collection, tmp_path / "a.apkg")
    shown = row(collection, "pca/derive").render_output()
    assert "\\(\\max_v v^\\top S v\\)" in shown.question_text
    assert "<pre><code" in shown.answer_text
    assert "\\[Sv = \\lambda v\\]" in shown.answer_text
    assert "nightMode" in shown.css
    assert "pca/derive" not in shown.question_text + shown.answer_text


@pytest.mark.parametrize(("legacy", "whole"), FORMATS)
def test_what_anki_exports_of_ours_is_read_back(collection: Any, tmp_path: Path, legacy: bool, whole: bool) -> None:
    write(tmp_path / "a.apkg", CARDS)
    take(collection, tmp_path / "a.apkg")
    package = read(exported(collection, tmp_path, legacy=legacy, whole=whole))
    found = {card.item: card for card in package.cards}
    assert package.left_out == ()
    assert len(found) == 3
    for card in CARDS:
        back = found[card.item]
        assert (back.guid, back.deck, back.question, back.answer) == (card.guid, card.deck, card.question, card.answer)
        assert back.suspended == card.suspended
        assert (back.memory is None) == (card.memory is None)
        if back.memory and card.memory:
            assert back.memory.stability == pytest.approx(card.memory.stability)
            assert back.memory.last == card.memory.last
            assert abs(back.memory.due - card.memory.due) <= timedelta(days=1, hours=1)
            assert (back.memory.reviews, back.memory.lapses) == (card.memory.reviews, card.memory.lapses)


@pytest.mark.parametrize(("legacy", "whole"), FORMATS)
@pytest.mark.parametrize("fsrs", [False, True])
def test_scheduling_agrees_with_anki(collection: Any, tmp_path: Path, legacy: bool, whole: bool, fsrs: bool) -> None:
    collection.set_config("fsrs", fsrs)
    ids = study(collection)
    expected = {card: collection.get_card(card) for card in ids}
    today, day_end = collection.sched.today, collection.sched.day_cutoff
    package = read(exported(collection, tmp_path, legacy=legacy, whole=whole))
    found = {(card.question, card.place): card for card in package.cards}
    for name, card in zip(
        ("again", "hard", "good", "easy", "review", "new", "suspended"), expected.values(), strict=True
    ):
        memory = found[name, 0].memory
        assert found[name, 0].suspended == (card.queue == -1)
        assert found[name, 0].deck == "Parent::Child"
        if card.type == 0:
            assert memory is None
            continue
        assert memory
        assert (memory.reviews, memory.lapses) == (max(card.reps, 1), card.lapses)
        if card.queue == 1:
            assert memory.due.timestamp() == card.due
        else:
            start = memory.due.timestamp() - (day_end - 86_400)
            assert start == pytest.approx((card.due - today) * 86_400, abs=3_700)
        assert fsrs or not card.memory_state
        if card.memory_state:
            assert memory.stability == pytest.approx(card.memory_state.stability, rel=1e-3)
            assert memory.difficulty == pytest.approx(card.memory_state.difficulty, rel=1e-3)
        assert abs(memory.last.timestamp() - time.time()) < 86_400 * (31 if name == "review" else 1)


def study(collection: Any) -> list[int]:
    """A deck with cards of each state, by Anki's own scheduler."""
    deck = collection.decks.id("Parent::Child")
    collection.decks.select(deck)
    kind = collection.models.by_name("Basic")
    cards = {}
    for name in ("again", "hard", "good", "easy", "review", "new", "suspended"):
        note = collection.new_note(kind)
        note["Front"], note["Back"] = name, f"<b>{name}</b>"
        collection.add_note(note, deck)
        cards[name] = note.cards()[0].id
    for ease, name in enumerate(("again", "hard", "good", "easy"), 1):
        collection.sched.set_due_date([], "0")
        card = collection.get_card(cards[name])
        card.start_timer()
        states = collection._backend.get_scheduling_states(card.id)
        collection.sched.answer_card(collection.sched.build_answer(card=card, states=states, rating=ease - 1))
    collection.sched.set_due_date([cards["review"]], "30")
    collection.sched.suspend_cards([cards["suspended"]])
    return list(cards.values())


def test_sm2_becomes_what_anki_makes_of_it(collection: Any, tmp_path: Path) -> None:
    """Anki converts interval and ease to FSRS by the formula that we use, where the history does not reach back."""
    collection.set_config("fsrs", False)
    note = collection.new_note(collection.models.by_name("Basic"))
    note["Front"], note["Back"] = "review", "b"
    collection.add_note(note, 1)
    card = note.cards()[0]
    card.type, card.queue, card.ivl, card.due, card.factor, card.reps = 2, 2, 40, collection.sched.today + 7, 2100, 6
    collection.update_card(card)
    reviewed = int((time.time() - 86_400 * 33) * 1000)
    collection.db.execute("INSERT INTO revlog VALUES (?, ?, -1, 3, 40, 20, 2100, 1000, 1)", reviewed, card.id)
    ours = read(exported(collection, tmp_path, legacy=False, whole=False)).cards[0].memory
    collection.set_config("fsrs", True)
    theirs = collection.compute_memory_state(card.id)
    assert ours
    assert ours.stability == pytest.approx(theirs.stability, rel=1e-3)
    assert ours.difficulty == pytest.approx(theirs.difficulty, rel=1e-3)


def test_what_is_done_by_hand_is_seen_with_its_time(collection: Any, tmp_path: Path) -> None:
    from anki.scheduler.v3 import CardAnswer

    collection.set_config("fsrs", True)
    ids = {}
    for name in ("left", "suspended", "moved", "forgotten"):
        note = collection.new_note(collection.models.by_name("Basic"))
        note["Front"], note["Back"] = name, "b"
        collection.add_note(note, 1)
        ids[name] = note.card_ids()[0]
        card = collection.get_card(ids[name])
        card.start_timer()
        shown = collection._backend.get_scheduling_states(ids[name])
        collection.sched.answer_card(collection.sched.build_answer(card=card, states=shown, rating=CardAnswer.EASY))
    collection.sched.suspend_cards([ids["suspended"]])
    collection.sched.set_due_date([ids["moved"]], "30!")
    collection.sched.schedule_cards_as_new([ids["forgotten"]])
    cards = {card.question: card for card in read(exported(collection, tmp_path, legacy=False, whole=False)).cards}
    now = datetime.now(UTC)
    for card in cards.values():
        assert card.changed
        assert now - timedelta(minutes=5) < card.changed <= now
    assert [name for name, card in cards.items() if card.suspended] == ["suspended"]
    assert sorted(name for name, card in cards.items() if card.moved) == ["forgotten", "moved"]
    assert cards["forgotten"].memory is None
    assert cards["moved"].memory
    assert timedelta(days=29) < cards["moved"].memory.due - now < timedelta(days=31)


def test_gaps_and_conditions_are_anki_s(collection: Any, tmp_path: Path) -> None:
    kind = collection.models.by_name("Cloze")
    note = collection.new_note(kind)
    note["Text"] = "{{c1::Paris::city}} in {{c2::France, {{c3::Europe}}}} \\(x_{{c1::i}}\\)"
    collection.add_note(note, 1)
    reverse = collection.models.by_name("Basic (optional reversed card)")
    for add in ("", "y"):
        both = collection.new_note(reverse)
        both["Front"], both["Back"], both["Add Reverse"] = f"f{add}", f"b{add}", add
        collection.add_note(both, 1)
    cards = read(exported(collection, tmp_path, legacy=os.name == "nt", whole=False)).cards
    assert [(card.place, card.question) for card in cards] == [
        (0, "**\\[city\\]** in France, Europe $x_[...]$"),
        (1, "Paris in **\\[...\\]** $x_i$"),
        (2, "Paris in France, **\\[...\\]** $x_i$"),
        (0, "f"),
        (0, "fy"),
        (1, "by"),
    ]
    assert [card.answer for card in cards[3:]] == ["b", "by", "fy"]
