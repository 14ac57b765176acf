"""Reading packages built by hand, in each of the three formats."""

import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from sharpen.anki.package import BadPackage, Packed
from sharpen.anki.reading import read
from sharpen.domain.day import day_of
from tests.anki.packages import CREATED, FORMATS, Deck

START = datetime.fromtimestamp(CREATED, UTC)
REVIEW = {"type": 2, "queue": 2, "due": 110, "ivl": 10, "factor": 2500, "reps": 5, "lapses": 1}


def only(path: Path) -> Packed:
    (card,) = read(path).cards
    return card


@pytest.mark.parametrize("form", FORMATS)
def test_each_format_is_read(tmp_path: Path, form: str) -> None:
    deck = Deck(notes=[("What is \\(x\\)?", "It is <b>x</b>."), ("Q2", "A2")])
    package = read(deck.write(tmp_path / "a.apkg", form))
    assert package.cards == (
        Packed("guid1000", 0, "Learn::Math", "What is $x$?", "It is **x**."),
        Packed("guid1001", 0, "Learn::Math", "Q2", "A2"),
    )
    assert package.left_out == ()


@pytest.mark.parametrize("form", FORMATS)
def test_each_gap_is_a_card(tmp_path: Path, form: str) -> None:
    deck = Deck(
        notes=[("{{c1::Paris::city}} is in {{c2::France}}.", "so")],
        fields=("Text", "Extra"),
        templates=(("{{cloze:Text}}", "{{cloze:Text}}<br>{{Extra}}"),),
        cloze=True,
        places=(0, 1, 2),
    )
    package = read(deck.write(tmp_path / "a.apkg", form))
    assert [(card.place, card.question, card.answer) for card in package.cards] == [
        (0, "**\\[city\\]** is in France.", "**Paris** is in France.  \nso"),
        (1, "Paris is in **\\[...\\]**.", "Paris is in **France**.  \nso"),
    ]
    assert package.left_out == ("1 card was not taken: nothing of the question is text or an image.",)


def test_what_was_left_out_is_reported(tmp_path: Path) -> None:
    deck = Deck(
        notes=[("<img src=a.png>", "A"), ("Q", "[sound:b.mp3] A")],
        templates=(("{{Front}}", BACK), ("{{#Front}}", "x")),
        places=(0, 1, 2),
        sql="INSERT INTO cards SELECT 1, 77, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ''",
    )
    package = read(deck.write(tmp_path / "a.apkg"))
    assert [card.answer for card in package.cards] == ["A"]
    assert package.left_out == (
        "2 pictures and sounds were not taken: sharpen keeps images that are in the file (PNG, JPEG, GIF or WebP, at "
        "most 5 MiB each and 200 MiB together), and no sounds.",
        "1 card was not taken: nothing of the question is text or an image.",
        "4 cards were not taken: the template is missing, or Anki itself would show an error in place of it.",
        "1 card was not taken: the note is missing. In Anki, Tools > Check Database mends that.",
    )


BACK = "{{FrontSide}}<hr id=answer>{{Back}}"


def test_fsrs_is_taken_as_it_is(tmp_path: Path) -> None:
    reviewed = START + timedelta(days=99, hours=5)
    data = f'{{"s":12.5,"d":4.25,"lrt":{int(reviewed.timestamp())},"dr":0.9,"cd":"{{}}"}}'
    memory = only(Deck(columns=REVIEW | {"data": data}).write(tmp_path / "a.apkg")).memory
    assert memory
    assert (memory.stability, memory.difficulty, memory.reviews, memory.lapses) == (12.5, 4.25, 5, 1)
    assert (memory.last, memory.due) == (reviewed, START + timedelta(days=110))


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a process cannot be set here")
def test_a_day_of_anki_is_the_same_day_here_in_winter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Made on 10 July at 4 in Berlin, due 150 days later by Anki: 7 December, whose day begins at 4 in winter time."""
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    time.tzset()
    try:
        created = int(datetime(2026, 7, 10, 2, tzinfo=UTC).timestamp())
        deck = Deck(created=created, columns=REVIEW | {"due": 150, "ivl": 140})
        memory = only(deck.write(tmp_path / "a.apkg")).memory
        assert memory
        assert (memory.due, day_of(memory.due)) == (datetime(2026, 12, 7, 3, tzinfo=UTC), date(2026, 12, 7))
        assert (memory.last, day_of(memory.last)) == (datetime(2026, 7, 20, 2, tzinfo=UTC), date(2026, 7, 20))
    finally:
        monkeypatch.undo()
        time.tzset()


def test_sm2_becomes_fsrs(tmp_path: Path) -> None:
    memories = []
    for ease in (1300, 2500, 3000):
        memory = only(Deck(columns=REVIEW | {"factor": ease}).write(tmp_path / "a.apkg")).memory
        assert memory
        assert (memory.stability, memory.last) == (10.0, START + timedelta(days=100))
        memories.append(memory)
    hard, usual, easy = (memory.difficulty for memory in memories)
    assert 10 >= hard > usual > easy >= 1


def test_the_history_knows_the_last_review(tmp_path: Path) -> None:
    at = START + timedelta(days=100, hours=9)
    stamp = int(at.timestamp() * 1000)
    # A change by hand is no review, and another card's review is not this one's.
    reviews = [(stamp, 10_000, 3), (stamp + 1, 10_000, 0), (stamp + 2, 1, 3), (stamp - 5, 10_000, 1)]
    memory = only(Deck(columns=REVIEW, reviews=reviews).write(tmp_path / "a.apkg")).memory
    assert memory
    assert memory.last == at


@pytest.mark.parametrize(
    ("columns", "suspended", "days", "deck"),
    [
        ({"queue": -1}, True, 110, "Learn::Math"),
        ({"queue": -2}, False, 110, "Learn::Math"),
        ({"did": 9, "odid": 7, "odue": 120, "due": -5}, False, 120, "Learn::Math"),
        ({"type": 3, "queue": 1, "due": CREATED + 86_400 * 111}, False, 111, "Learn::Math"),
        ({"type": 3, "queue": 3, "due": 112}, False, 112, "Learn::Math"),
        ({"due": -3}, False, -3, "Learn::Math"),
        ({"did": 8}, False, 110, "Default"),
    ],
)
def test_queues_and_filtered_decks(
    tmp_path: Path, columns: dict[str, int], suspended: bool, days: int, deck: str
) -> None:
    card = only(Deck(columns=REVIEW | columns).write(tmp_path / "a.apkg"))
    assert card.memory
    assert (card.suspended, card.deck, card.memory.due) == (suspended, deck, START + timedelta(days=days))


def test_a_new_card_has_no_memory(tmp_path: Path) -> None:
    assert only(Deck().write(tmp_path / "a.apkg")).memory is None


def test_learning_cards_have_a_short_memory(tmp_path: Path) -> None:
    due = CREATED + 86_400 * 5
    columns = {"type": 1, "queue": 1, "due": due, "reps": 1, "factor": 0}
    reviews = [((due - 600) * 1000, 10_000, 1)]
    memory = only(Deck(columns=columns, reviews=reviews).write(tmp_path / "a.apkg")).memory
    assert memory
    assert memory.stability <= 0.01
    assert memory.due - memory.last == timedelta(seconds=600)


def test_a_review_is_never_later_than_now(tmp_path: Path) -> None:
    now = START + timedelta(days=50)
    (card,) = read(Deck(columns=REVIEW).write(tmp_path / "a.apkg"), now=now).cards
    assert card.memory
    assert card.memory.last == now


@pytest.mark.parametrize(
    "columns",
    [
        {"due": 10**9 - 1},
        {"due": 253402300800},
        {"due": -(2**62)},
        {"ivl": 10**7},
        {"reps": -1},
        {"lapses": 10**9},
        {"factor": -1},
        {"data": '{"s":NaN,"d":5}'},
        {"data": '{"s":1e999,"d":5}'},
        {"data": '{"s":-1,"d":5}'},
        {"data": '{"s":5,"d":99}'},
        {"data": '{"s":"5","d":5}'},
        {"data": '{"lrt":1' + "0" * 400 + "}"},
        {"due": "soon"},
        {"ivl": 1e300},
    ],
)
def test_absurd_numbers_are_refused(tmp_path: Path, columns: dict[str, object]) -> None:
    with pytest.raises(BadPackage, match=r"Export|Check Database"):
        read(Deck(columns=REVIEW | columns).write(tmp_path / "a.apkg"))


@pytest.mark.parametrize("data", ["", "null", "{", "[" * 1100, '{"x": ' * 1100, '{"pos": 5}', "add-on"])
def test_other_data_is_passed_over(tmp_path: Path, data: str) -> None:
    memory = only(Deck(columns=REVIEW | {"data": data}).write(tmp_path / "a.apkg")).memory
    assert memory
    assert memory.stability == 10


def test_type_and_hint_do_not_give_the_answer_away(tmp_path: Path) -> None:
    front = "{{Front}} {{type:Back}} {{hint:Back}} {{tts en_US:Front}}"
    card = only(Deck(templates=((front, "{{Front}}<hr id=answer>{{type:Back}}"),)).write(tmp_path / "a.apkg"))
    assert (card.question, card.answer) == ("Q", "A")


def test_scripts_in_templates_are_not_run_and_not_shown(tmp_path: Path) -> None:
    front = "<script>var a = '{{Front}}';</script><style>p{}</style><div onclick='x()'>{{Front}}</div><!-- {{Back}} -->"
    assert only(Deck(templates=((front, BACK),)).write(tmp_path / "a.apkg")).question == "Q"


def test_a_card_with_nothing_on_one_side_is_left_out_and_counted(tmp_path: Path) -> None:
    notes = [("Q", "A"), ("Draw it", "<div>&nbsp;</div>"), ("", "A"), ("[sound:q.mp3]", "A"), ("Sing", "[sound:a.mp3]")]
    package = read(Deck(notes=notes).write(tmp_path / "a.apkg"))
    assert [card.question for card in package.cards] == ["Q"]
    assert package.left_out[-2:] == (
        "2 cards were not taken: nothing of the question is text or an image.",
        "2 cards were not taken: nothing of the answer is text or an image.",
    )


def test_places_in_a_picture_are_left_out_and_counted(tmp_path: Path) -> None:
    shapes = "{{c1::image-occlusion:rect:left=.1:top=.2}}<br>{{c2::image-occlusion:ellipse:left=.3}}"
    deck = Deck(
        notes=[(shapes, "The heart"), ("{{c1::A gap}} and an ::image-occlusion", "so")],
        fields=("Occlusion", "Header"),
        templates=(("{{Header}}<div style='display: none'>{{cloze:Occlusion}}</div>", "{{Header}}"),),
        cloze=True,
        places=(0, 1),
    )
    package = read(deck.write(tmp_path / "a.apkg"))
    assert [card.place for card in package.cards] == [0, 1]
    assert package.left_out == ("2 cards were not taken: it asks for a place in a picture.",)
