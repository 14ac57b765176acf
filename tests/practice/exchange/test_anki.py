"""Anki: what is exported comes back, what is brought is asked, and a bad file changes nothing."""

import io
import json
import zipfile
from base64 import b64encode
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import PIL.Image
import pytest

from sharpen.anki.images import name_of
from sharpen.anki.package import Packed
from sharpen.anki.reading import read
from sharpen.anki.writing import write
from sharpen.content.library import read_library
from sharpen.domain.image import Image
from sharpen.domain.item import ItemKind
from sharpen.domain.memory import Memory, Rating
from sharpen.domain.review import Standing
from sharpen.practice import Settings, Workspace
from sharpen.practice.day import agenda, due, listing, plan, session, statistics
from sharpen.practice.errors import (
    BadAnkiFile,
    BadBackup,
    NoSuchTopic,
    NotFound,
    NothingToExport,
    NothingToTakeBack,
    PracticeError,
)
from sharpen.practice.exchange import anki, copies
from sharpen.practice.exchange.anki import Imported, Selection
from sharpen.practice.exchange.backup import export as backed_up
from sharpen.practice.exchange.backup import import_ as import_backup
from sharpen.practice.items import remembering
from sharpen.store import open_store
from tests.anki.packages import CREATED, Deck
from tests.looking import look
from tests.practice.reviewing import DECK, START, answer_right, clock

BROUGHT = (
    Packed("g1", 0, "Trees::Splits", "What is $1 - \\sum p^2$?", "Gini impurity."),
    Packed("g1", 1, "Trees::Splits", "Formula of Gini impurity?", "$1 - \\sum p^2$"),
    Packed("g2", 0, "Trees", "Does a forest overfit with more trees?", "No.", suspended=True),
)
REVIEWED = Memory(12.0, 5.5, START - timedelta(days=2), START + timedelta(days=10), 7, 1)


@pytest.fixture
def ws(ws: Workspace, content: Path) -> Workspace:
    return replace(ws, library=read_library([content, DECK]))


@pytest.fixture
def there(ws: Workspace) -> Workspace:
    """The same content, and a learner who never reviewed."""
    return replace(ws, store=open_store("sqlite://"))


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Three cards from Anki, one of them reviewed, one suspended."""
    path = tmp_path / "trees.apkg"
    write(path, (replace(BROUGHT[0], memory=REVIEWED), *BROUGHT[1:]))
    return path


def reviewed(ws: Workspace, rating: Rating = Rating.GOOD) -> list[str]:
    """Review every card that is asked today."""
    done = []
    session.resume(ws)
    while asked := look(ws, session.current).asked:
        done.append(asked.item)
        session.rate(ws, answer_right(ws, asked).key, rating)
    return done


def test_every_kind_goes_out_and_its_memory_comes_back_elsewhere(
    ws: Workspace, there: Workspace, tmp_path: Path
) -> None:
    with clock(START):
        done = reviewed(ws)
        listing.suspend(ws, done[0])
    path = tmp_path / "all.apkg"
    cards = ws.library.cards.index()
    assert look(ws, anki.export, path) == len(cards)
    packed = {card.item: card for card in read(path).cards}
    assert packed.keys() == cards.keys()
    assert {cards[item].kind for item in packed} == {ItemKind.CHOICE, ItemKind.NUMERIC, ItemKind.ORDER, ItemKind.RECALL}
    assert packed[done[0]].suspended
    found = anki.import_(there, path)
    assert (found.added, found.updated, found.kept, found.scheduled) == (0, 0, len(cards), len(done))
    with ws.reading() as here_db, there.reading() as there_db:
        mine = {each.item.id: each for each in here_db.memories.everything()}
        theirs = {each.item.id: each for each in there_db.memories.everything()}
    for item in done:
        memory, copy = mine[item].memory, theirs[item].memory
        assert memory is not None
        assert copy is not None
        assert copy.stability == pytest.approx(memory.stability, rel=1e-3)
        assert (copy.reviews, copy.lapses) == (memory.reviews, memory.lapses)
        assert theirs[item].suspended == mine[item].suspended
    assert anki.import_(there, path).scheduled == 0, "nothing in it is newer the second time"


def test_a_selection(ws: Workspace, tmp_path: Path) -> None:
    path, topic = tmp_path / "some.apkg", "averages"
    of_topic = [item for item in ws.library.cards.index().values() if item.topic == topic]
    assert look(ws, anki.export, path, Selection(topics=frozenset({topic}))) == len(of_topic)
    numeric = [item for item in of_topic if item.kind is ItemKind.NUMERIC]
    only = Selection(topics=frozenset({topic}), kinds=frozenset({ItemKind.NUMERIC}))
    assert look(ws, anki.export, path, only) == len(numeric)
    with pytest.raises(NothingToExport):
        look(ws, anki.export, tmp_path / "met.apkg", Selection(met=True))
    assert not (tmp_path / "met.apkg").exists()
    with pytest.raises(NoSuchTopic, match="averages"):
        look(ws, anki.export, path, Selection(topics=frozenset({"average"})))


def test_without_the_schedule_every_card_is_new_there(ws: Workspace, tmp_path: Path) -> None:
    with clock(START):
        reviewed(ws)
    look(ws, anki.export, tmp_path / "unscheduled.apkg", Selection(schedule=False))
    assert all(card.memory is None for card in read(tmp_path / "unscheduled.apkg").cards)


def test_cards_from_anki_are_reviewed_by_deck(ws: Workspace, package: Path) -> None:
    found = anki.import_(ws, package)
    assert found == Imported(3, 0, 0, 2, ("Trees", "Trees::Splits"), found.left_out)
    assert [(deck.title, deck.cards) for deck in look(ws, anki.decks)] == [("Trees", 1), ("Trees::Splits", 2)]
    deck = look(ws, anki.decks)[1].id
    session.resume(ws, deck)
    asked = look(ws, session.current, deck).asked
    assert asked is not None
    assert (asked.kind, asked.topic_title) == (ItemKind.RECALL, "Trees::Splits")
    answered = session.answer(ws, asked.key, topic=deck).asked
    assert answered.judged is not None
    assert (answered.judged.right, answered.judged.points, answered.judged.suggested) == (None, (), Rating.GOOD)
    session.rate(ws, answered.key, Rating.GOOD, topic=deck)
    topics = {topic.id: topic for topic in look(ws, statistics.gather).topics}
    assert topics[deck].met == 2, "one was met in Anki, one here"
    assert [one.title for one in look(ws, listing.suspended)] == [BROUGHT[2].question]


def test_a_deck_joins_the_daily_review_as_far_as_the_learner_says(ws: Workspace, package: Path) -> None:
    anki.import_(ws, package)
    deck = look(ws, anki.decks)[1].id

    def asked() -> list[str]:
        return [entry.item.topic for entry in look(ws, lambda work: agenda.of_the_day(work, work.plans.get(), START))]

    assert deck not in asked(), "nothing was said of it"
    assert "From Anki" not in [one.title for one in look(ws, plan.forecast).rounds]
    plan.change(ws, minutes=60, weights={deck: 1})
    assert deck in asked()
    assert "From Anki" in [one.title for one in look(ws, plan.forecast).rounds]
    plan.change(ws, weights={deck: 0.02})
    assert deck not in asked(), "a fiftieth of an hour is not enough for a card"
    plan.change(ws, weights={deck: 0.25})
    assert deck in asked()
    plan.change(ws, weights={deck: 0})
    assert deck not in asked()
    assert look(ws, session.current, deck).asked, "by itself it is asked whatever the plan says"


def test_without_the_schedule_of_another_learner(ws: Workspace, package: Path) -> None:
    assert anki.import_(ws, package, schedule=False).scheduled == 0
    assert look(ws, backed_up)["memories"] == []
    assert len(look(ws, backed_up)["cards"]) == 3


def test_importing_again_updates_and_doubles_nothing(ws: Workspace, package: Path, tmp_path: Path) -> None:
    anki.import_(ws, package)
    again = anki.import_(ws, package)
    assert (again.added, again.updated, again.kept, again.scheduled) == (0, 0, 3, 0)
    changed = tmp_path / "changed.apkg"
    write(changed, [replace(BROUGHT[0], answer="Gini impurity, at most $1 - 1/k$."), *BROUGHT[1:]])
    found = anki.import_(ws, changed)
    assert (found.added, found.updated, found.kept) == (0, 1, 2)
    with ws.reading() as work:
        assert len([each for each in work.memories.everything() if each.memory]) == 1, "its memory stays"


def test_what_was_reviewed_here_later_stays(ws: Workspace, package: Path) -> None:
    anki.import_(ws, package)
    deck = next(deck.id for deck in look(ws, anki.decks) if deck.title == "Trees::Splits")
    with clock(START):
        session.resume(ws, deck)
        while asked := look(ws, session.current, deck).asked:
            session.rate(ws, session.answer(ws, asked.key, topic=deck).asked.key, Rating.EASY, topic=deck)
    before = look(ws, backed_up)["memories"]
    assert anki.import_(ws, package).scheduled == 0
    assert look(ws, backed_up)["memories"] == before


def test_a_deck_is_removed_and_comes_back_with_what_was_known(ws: Workspace, package: Path) -> None:
    anki.import_(ws, package)
    before = look(ws, backed_up)
    for deck in look(ws, anki.decks):
        assert anki.remove(ws, deck.id) == deck.cards
    assert look(ws, anki.decks) == []
    assert not [item for item in review_items(ws) if item.startswith("anki/")]
    anki.import_(ws, package)
    after = look(ws, backed_up)
    assert [card["id"] for card in after["cards"]] == [card["id"] for card in before["cards"]]
    known = [row for row in after["memories"] if row["item"]["id"].startswith("anki/")]
    assert known == before["memories"]


def test_what_is_known_of_a_removed_deck_is_not_counted_as_due(ws: Workspace, tmp_path: Path) -> None:
    long_ago = START - timedelta(days=3000)
    memory = replace(REVIEWED, last=long_ago, due=long_ago + timedelta(days=10))
    path = tmp_path / "due.apkg"
    write(path, (replace(BROUGHT[0], memory=memory),))
    anki.import_(ws, path)
    deck = look(ws, anki.decks)[0].id
    with clock(START):
        assert look(ws, due.today).due == 0, "the deck is not in the daily review"
        plan.change(ws, weights={deck: 1})
        assert look(ws, due.today).due == 1
        anki.remove(ws, deck)
        assert look(ws, due.today).due == 0


def review_items(ws: Workspace) -> list[str]:
    session.resume(ws)
    found = []
    while asked := look(ws, session.current).asked:
        found.append(asked.item)
        session.bury(ws, asked.key)
    return found


def test_a_bad_file_changes_nothing(ws: Workspace, tmp_path: Path) -> None:
    anki.import_(ws, _with(tmp_path / "good.apkg", BROUGHT))
    before = {key: value for key, value in look(ws, backed_up).items() if key != "exported"}
    bad = tmp_path / "bad.apkg"
    for content in (b"", b"not a zip", (tmp_path / "good.apkg").read_bytes()[:-200]):
        bad.write_bytes(content)
        with pytest.raises(BadAnkiFile):
            anki.import_(ws, bad)
    with zipfile.ZipFile(bad, "w") as package:
        package.writestr("collection.anki2", b"SQLite format 3\0 but no more")
    with pytest.raises(BadAnkiFile):
        anki.import_(ws, bad)
    assert {key: value for key, value in look(ws, backed_up).items() if key != "exported"} == before


def _with(path: Path, cards: tuple[Packed, ...]) -> Path:
    write(path, cards)
    return path


def test_a_long_name_of_a_deck_is_cut_and_stays_its_own(ws: Workspace, tmp_path: Path) -> None:
    names = ["Machine learning::" + "ü" * 60 + end for end in ("a", "b")]
    cards = tuple(Packed(f"g{n}", 0, name, "Q?", "A.") for n, name in enumerate(names))
    anki.import_(ws, _with(tmp_path / "long.apkg", cards))
    assert [deck.cards for deck in look(ws, anki.decks)] == [1, 1]
    assert all(len(deck.id.encode()) <= 100 for deck in look(ws, anki.decks))


def test_what_is_undone_here_does_not_undo_what_was_reviewed_in_anki_since(ws: Workspace, tmp_path: Path) -> None:
    with clock(START):
        first = reviewed(ws)[-1]
        topic = ws.library.cards.index()[first].topic
        there = Memory(40.0, 5.0, START + timedelta(hours=1), START + timedelta(days=40), 9, 0)
        path = _with(tmp_path / "later.apkg", (Packed("g", 0, "sharpen", "Q?", "A.", item=first, memory=there),))
        assert anki.import_(ws, path).scheduled == 1
        while True:  # the steps before it are taken back, past this one
            try:
                session.undo(ws)
            except NothingToTakeBack:
                break
        (kept,) = [each for each in look(ws, lambda work: list(work.memories.everything())) if each.memory]
        assert (kept.item.id, kept.memory.last) == (first, there.last), topic


def test_cards_of_one_note_are_not_asked_in_one_session(ws: Workspace, tmp_path: Path) -> None:
    """A two-way note and a text with three gaps: each card shows the answer of the others."""
    pairs = [("AUC", "area under ROC"), ("area under ROC", "AUC")]
    gaps = [(f"gap {number}", "harmonic mean") for number in range(3)]
    cards = [Packed(guid, place, "Net", *sides) for guid, all_ in (("two", pairs), ("gaps", gaps))
             for place, sides in enumerate(all_)]  # fmt: skip
    write(tmp_path / "net.apkg", cards)
    with clock(START):
        anki.import_(ws, tmp_path / "net.apkg")
        plan.change(ws, minutes=600, new_a_day=500, weights={"anki/Net": 1})
        days = [asked_of_notes(ws)]
        assert asked_of_notes(ws, more=True) == []  # a sibling was asked today
    for day in (1, 2, 3):
        with clock(START + timedelta(days=day)):
            days.append(asked_of_notes(ws))
    for asked in days:
        assert len({item.rpartition("-")[0] for item in asked}) == len(asked), asked
    assert len({item for asked in days for item in asked}) == 5, "each has its day"


def asked_of_notes(ws: Workspace, *, more: bool = False) -> list[str]:
    """What a session of today asks of cards from Anki, each rated Easy."""
    session.more(ws) if more else session.resume(ws)
    asked = []
    while front := look(ws, session.current).asked:
        if front.item.startswith("anki/"):
            asked.append(front.item)
            session.rate(ws, session.answer(ws, front.key).asked.key, Rating.EASY)
        else:
            session.bury(ws, front.key)
    return asked


def test_a_session_of_a_deck_asks_one_card_of_a_note(ws: Workspace, tmp_path: Path) -> None:
    write(tmp_path / "net.apkg", [Packed("g", place, "Net", f"q{place}", "a") for place in range(3)])
    anki.import_(ws, tmp_path / "net.apkg")
    asked = []
    while front := session.resume(ws, "anki/Net").asked:
        asked.append(front.item)
        session.rate(ws, session.answer(ws, front.key, topic="anki/Net").asked.key, Rating.EASY, topic="anki/Net")
    assert len(asked) == 1


REVIEW = {"type": 2, "queue": 2, "due": 400, "ivl": 10, "factor": 2500, "reps": 5}
CREATED_AT = datetime.fromtimestamp(CREATED, UTC)


def states(ws: Workspace, deck: Deck, path: Path) -> tuple[Imported, Standing]:
    """The result of importing a deck of one card, and how the learner stands with it then."""
    found = anki.import_(ws, deck.write(path))
    with ws.reading() as work:
        (item,) = work.cards.items()
        return found, work.memories.get(item.id) or Standing("me", item)


def test_what_was_done_by_hand_in_anki_counts_from_when_it_was_done(ws: Workspace, tmp_path: Path) -> None:
    """Suspended, taken back, given another day, forgotten: each taken where it is later than anything here."""
    at = int((CREATED_AT + timedelta(days=390)).timestamp())
    reviews = [(at * 1000, 10_000, 3)]
    path = tmp_path / "a.apkg"
    card = Deck(columns=REVIEW | {"mod": at}, reviews=reviews)
    assert states(ws, card, path)[0].scheduled == 1

    suspended = replace(card, columns=card.columns | {"queue": -1, "mod": at + 10})
    found, standing = states(ws, suspended, path)
    assert (found.changed, found.scheduled, standing.suspended) == (1, 0, True)
    assert states(ws, suspended, path)[0].changed == 0

    listing.ask_again(ws, standing.item.id)  # now, which is later than anything there
    assert not states(ws, suspended, path)[1].suspended
    now = int(datetime.now(UTC).timestamp()) + 5
    found, standing = states(ws, replace(suspended, columns=suspended.columns | {"mod": now}), path)
    assert (found.changed, standing.suspended) == (1, True)

    by_hand = [*reviews, ((now + 5) * 1000, 10_000, 0)]
    moved = replace(card, columns=card.columns | {"due": 500, "mod": now + 5}, reviews=by_hand)
    found, standing = states(ws, moved, path)
    assert (found.changed, found.scheduled, standing.suspended) == (1, 0, False)
    assert standing.memory
    assert standing.memory.due == CREATED_AT + timedelta(days=500)
    assert standing.memory.last == datetime.fromtimestamp(at, UTC)

    new = {"type": 0, "queue": 0, "due": 1, "ivl": 0, "reps": 0, "mod": now + 9}
    forgotten = replace(card, columns=card.columns | new, reviews=[*by_hand, ((now + 9) * 1000, 10_000, 0)])
    found, standing = states(ws, forgotten, path)
    assert (found.changed, standing.memory) == (1, None)


def test_what_was_done_here_later_stays(ws: Workspace, tmp_path: Path) -> None:
    at = int((CREATED_AT + timedelta(days=390)).timestamp())
    path = tmp_path / "a.apkg"
    card = Deck(columns=REVIEW | {"mod": at}, reviews=[(at * 1000, 10_000, 3)])
    _, standing = states(ws, card, path)
    with ws.writing() as work:
        remembering.record_rating(work, standing.item, Rating.GOOD)
    _, here = states(ws, card, path)
    for columns in (
        {"queue": -1, "mod": at + 50},
        {"due": 700, "mod": at + 50},
        {"type": 0, "queue": 0, "mod": at + 50},
    ):
        changed = replace(card, columns=card.columns | columns, reviews=[*card.reviews, ((at + 50) * 1000, 10_000, 0)])
        found, after = states(ws, changed, path)
        assert after == here
        assert (found.changed, found.scheduled, found.before) == (0, 0, None)


def test_an_import_from_anki_can_be_undone(ws: Workspace, settings: Settings, package: Path) -> None:
    before = anki.import_(ws, package).before
    assert before
    assert anki.import_(ws, package).before is None
    copies.restored(settings, before)
    assert look(ws, anki.decks) == []


def test_images_come_in_travel_in_a_backup_and_go_with_their_deck(
    ws: Workspace, there: Workspace, tmp_path: Path
) -> None:
    files = {"a.png": image((4, 3)), "b.png": image((5, 3))}
    notes = [("Draw it", "<img src=a.png>"), ("And it", "<img src=b.png>")]
    path = Deck(notes=notes, media=files).write(tmp_path / "a.apkg", "anki21b")
    assert anki.import_(ws, path).added == 2
    names = {name_of(data) for data in files.values()}
    with ws.reading() as work:
        assert work.images.names() == names
        assert anki.image(work, name_of(files["a.png"])) == files["a.png"]
    import_backup(there, json.loads(json.dumps(look(ws, backed_up))))
    assert look(there, lambda work: anki.image(work, name_of(files["b.png"]))) == files["b.png"]
    changed = Deck(notes=[notes[0], ("And it", "no image any more")], media=files).write(tmp_path / "b.apkg")
    assert anki.import_(ws, changed).updated == 1
    assert look(ws, lambda work: work.images.names()) == {name_of(files["a.png"])}
    anki.remove(ws, "anki/Learn::Math")
    assert look(ws, lambda work: work.images.names()) == set()
    with pytest.raises(NotFound), ws.reading() as work:
        anki.image(work, name_of(files["a.png"]))


def test_a_backup_whose_image_is_another_is_refused(ws: Workspace, there: Workspace) -> None:
    data = image((4, 3))
    with ws.writing() as work:
        work.images.put(Image("me", name_of(data), data))
    for other in ("nonsense", b64encode(image((5, 3))).decode(), 7):
        document = look(ws, backed_up)
        document["images"][0]["data"] = other
        with pytest.raises(BadBackup, match=r"images\[0\]"):
            import_backup(there, document)


def image(size: tuple[int, int]) -> bytes:
    """A real image."""
    file = io.BytesIO()
    PIL.Image.new("RGB", size).save(file, "PNG")
    return file.getvalue()


def test_a_deck_is_removed_in_the_middle_of_its_session(ws: Workspace, package: Path) -> None:
    with clock(START):
        anki.import_(ws, package)
        deck = next(deck.id for deck in look(ws, anki.decks) if deck.title == "Trees::Splits")
        session.resume(ws, deck)
        asked = look(ws, session.current, deck).asked
        assert asked is not None
        session.rate(ws, session.answer(ws, asked.key, topic=deck).asked.key, Rating.GOOD, topic=deck)
        anki.remove(ws, deck)
        assert look(ws, session.current, deck).asked is None
        for act in (
            lambda: session.undo(ws, deck),
            lambda: session.resume(ws, deck),
            lambda: session.answer(ws, asked.key, topic=deck),
        ):
            with pytest.raises(PracticeError):
                act()
        anki.import_(ws, package)
        assert session.undo(ws, deck).asked.item == asked.item, "the card is there again"


def test_the_backup_of_the_largest_cards_and_memories_is_read_back(
    ws: Workspace, there: Workspace, tmp_path: Path
) -> None:
    long = "\U0001f333" * 50_000
    forever = Memory(180_000.0, 5.0, START - timedelta(days=9000), START + timedelta(days=90_000), 7, 1)
    anki.import_(ws, _with(tmp_path / "large.apkg", (Packed("g", 0, "D", long, long, memory=forever),)))
    document = look(ws, backed_up)
    (memory,) = document["memories"]
    assert memory["memory"]["stability"] == 36_500
    assert import_backup(there, json.loads(json.dumps(document)))["cards"].added == 1
    assert look(there, backed_up)["cards"] == document["cards"]
    session.resume(there, "anki/D")
    asked = look(there, session.current, "anki/D").asked
    assert asked is not None
    session.rate(there, session.answer(there, asked.key, topic="anki/D").asked.key, Rating.EASY, topic="anki/D")
