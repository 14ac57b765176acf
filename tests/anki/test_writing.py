"""Writing packages: what is read back is what was written."""

import re
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sharpen.anki import markup, scheduling
from sharpen.anki.package import Packed
from sharpen.anki.reading import read
from sharpen.anki.writing import guid, write
from sharpen.domain.memory import Memory

NOW = datetime.now(UTC).replace(microsecond=0)
PIECES = st.sampled_from(
    [
        "What is *this*, and **that**?",
        "costs \\$5, not $5x$",
        "$\\frac{a}{b} < \\lVert x \\rVert$",
        "$$\n\\sum_{i=1}^n x_i^2\n$$",
        "```python\nif a < b and not \"c\":\n    print('$x$ \\(y\\)')\n```",
        "- one\n- two\n  - three, `a|b`",
        "1. first\n2. second",
        "| A | B |\n| --- | ---: |\n| $\\|x\\|$ | `y` |",
        "> quoted\n> twice",
        "a [link](https://example.org/a_(b)?x=1&y=2)",
        "<b>not bold</b> &amp; \\<i>",
        "\\\\(not a formula\\\\) \\[latex\\]x\\[/latex\\] [sound:x.mp3] {{c1::a}} {{Answer}}",
        "### Title\n\ntext  \nnext line",
        "![A caption with $x$](picture.svg)",
    ]
)
MARKDOWN = st.lists(PIECES, min_size=1, max_size=4).map("\n\n".join)
MEMORY = st.builds(
    lambda stability, difficulty, ago, interval, reviews, lapses: Memory(
        stability, difficulty, NOW - timedelta(seconds=ago), NOW - timedelta(seconds=ago - interval), reviews, lapses
    ),
    st.floats(0.01, 36_500),
    st.floats(1, 10),
    st.integers(0, 86_400 * 1000),
    st.integers(0, 86_400 * 4000),
    st.integers(50, 900),
    st.integers(0, 50),
)
CARDS = st.lists(
    st.builds(
        Packed,
        guid=st.text("abcxyz0123!#$%&", min_size=1, max_size=8),
        place=st.integers(0, 3),
        deck=st.sampled_from(["sharpen", "sharpen::ML breadth::PCA", "Ünïcode :: x"]).map(
            lambda name: name.replace(" :: ", "::")
        ),
        question=MARKDOWN,
        answer=MARKDOWN,
        item=st.sampled_from(["", "pca/derive", "roc-curve"]),
        memory=st.none() | MEMORY,
        suspended=st.booleans(),
    ),
    max_size=4,
    unique_by=lambda card: (card.guid, card.place),
)


@given(CARDS)
@settings(max_examples=100, deadline=None)
def test_what_is_read_is_what_was_written(cards: list[Packed]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.apkg"
        assert write(path, cards) == len(cards)
        found = {(card.guid, card.place): card for card in read(path).cards}
    assert len(found) == len(cards)
    for card in cards:
        back = found[card.guid, card.place]
        assert (back.deck, back.item, back.suspended) == (card.deck, card.item, card.suspended)
        assert rendered(back.question) == rendered(card.question)
        assert rendered(back.answer) == rendered(card.answer)
        check_memory(back.memory, card.memory)


def rendered(markdown: str) -> str:
    """Markdown as it looks, whatever way it was written in."""
    html = " ".join(markup.html(markdown).replace("<br />", " ").split())
    html = re.sub(r" ?(</?(?!span|a|strong|em)[a-z0-9]+[^>]*>) ?", r"\1", html)
    html = re.sub(r' style="[^"]*"|(?<=math )block', "", html)
    # Two lists after one another are one list in Markdown, with paragraphs in its items.
    return html.replace("</p><p>", "¶").replace("<p>", "").replace("</p>", "")


def check_memory(back: Memory | None, memory: Memory | None) -> None:
    assert (back is None) == (memory is None)
    if back and memory:
        assert back.stability == pytest.approx(memory.stability, abs=1e-4)
        assert back.difficulty == pytest.approx(memory.difficulty, abs=1e-3)
        assert abs(back.last - memory.last) < timedelta(days=1)
        # Days are what Anki knows; when clocks change one is an hour longer.
        assert abs(back.due - memory.due) <= timedelta(days=1, hours=1)
        assert (back.reviews, back.lapses) == (memory.reviews, memory.lapses)


@given(MARKDOWN)
@settings(max_examples=100, deadline=None)
def test_the_second_time_the_text_is_the_same(markdown: str) -> None:
    from sharpen.anki.prose import prose

    once = prose(markup.html(markdown)).text
    assert prose(markup.html(once)).text == once


@given(st.floats(1, 10), st.floats(0.5, 2000))
def test_ease_and_difficulty_are_two_names_of_one_thing(difficulty: float, stability: float) -> None:
    ease = scheduling.ease_of(difficulty, stability)
    if scheduling.EASES[0] < ease < scheduling.EASES[1]:
        assert scheduling.difficulty_of(ease, stability) == pytest.approx(difficulty)


def test_a_difficulty_grows_stability_as_its_ease_does() -> None:
    from fsrs import Card, Rating, Scheduler, State

    stability, ease = 20.0, 2.5
    card = Card(state=State.Review, stability=stability, difficulty=scheduling.difficulty_of(ease, stability))
    card.last_review = NOW - timedelta(days=20)
    card.due = NOW
    after, _ = Scheduler(enable_fuzzing=False).review_card(card, Rating.Good, NOW)
    assert after.stability == pytest.approx(stability * ease, rel=0.01)


def test_a_guid_never_changes() -> None:
    assert guid("roc-curve/threshold") == "F6atfR2uR516Ssmo"
    assert len({guid(f"{number}") for number in range(1000)}) == 1000


def card(**changed: object) -> Packed:
    return replace(Packed(guid("pca/a"), 0, "sharpen", "Q", "A", item="pca/a"), **changed)  # type: ignore[arg-type]


def test_the_same_item_has_the_same_ids_each_time(tmp_path: Path) -> None:
    seen = []
    for name in ("a.apkg", "b.apkg"):
        write(tmp_path / name, [card(answer=name)])
        with zipfile.ZipFile(tmp_path / name) as archive:
            archive.extract("collection.anki2", tmp_path)
        with closing(sqlite3.connect(tmp_path / "collection.anki2")) as db:
            seen.append((*db.execute("SELECT guid, mid, did FROM notes, cards").fetchone(),))
    assert seen[0] == seen[1]
    assert seen[0][0] == guid("pca/a")


def test_one_card_given_twice_is_written_once(tmp_path: Path) -> None:
    assert write(tmp_path / "a.apkg", [card(), card(answer="B"), card(guid="x", question="  ")]) == 1
    assert [each.answer for each in read(tmp_path / "a.apkg").cards] == ["B"]


def test_no_cards_make_an_empty_package(tmp_path: Path) -> None:
    assert write(tmp_path / "a.apkg", []) == 0
    assert read(tmp_path / "a.apkg").cards == ()


def test_a_package_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "a.apkg"
    write(path, [card()])

    def broken() -> object:
        yield card(answer="half")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write(path, broken())  # type: ignore[arg-type]
    assert [each.answer for each in read(path).cards] == ["A"]
    assert list(tmp_path.iterdir()) == [path]


def test_formulas_show_in_anki() -> None:
    html = markup.html("$a<b$ and\n\n$$\nc\n$$\n\n\\\\(no\\\\) \\[latex\\] `\\(code\\)` $\\text{x}$")
    assert "\\(a&lt;b\\)" in html
    assert "\\[c\\]" in html
    assert "<span>\\</span>(no" in html
    assert "&#91;latex]" in html
