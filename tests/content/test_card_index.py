"""Cards are found without being run, read once, and read again when their files change."""

import json
import os
from pathlib import Path

import pytest

from sharpen.content.library import Library, read_library
from sharpen.domain.item import Item, ItemKind

OUTLINE = """
[rounds]
breadth = "Breadth"
[[group]]
round = "breadth"
title = "Some"
topics = [{ id = "means", wants = ["cards"] }, { id = "sums", wants = ["cards"] }]
"""
MARKDOWN = """\
## choice: robust
Which one survives an outlier?

- [x] The median
  It looks at ranks.
- [ ] The mean
  One value moves it as far as it likes.
- [ ] The maximum
  It is the outlier.
"""
PYTHON = """\
from pathlib import Path
from random import Random
from sharpen.domain.card import Numeric

Path(__file__).with_name("ran").write_text("")


def plain_mean(rng: Random) -> Numeric:
    a, b = rng.randint(1, 50), rng.randint(1, 50)
    return Numeric(f"The sum of {a} and {b}?", a + b, f"{a} + {b} = {a + b}")


CARDS = [plain_mean]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "content/topics/breadth/means"
    folder.mkdir(parents=True)
    (tmp_path / "content/outline.toml").write_text(OUTLINE)
    (folder / "cards.md").write_text(MARKDOWN)
    (folder / "cards.py").write_text(PYTHON)
    return tmp_path / "content"


def opened(root: Path) -> Library:
    return read_library([root], root.parent / "cache/content.json")


def test_cards_are_read_by_topic_and_by_id(root: Path) -> None:
    library = opened(root)
    assert [(card.id, card.kind) for card in library.cards.of_topic("means")] == [
        ("means/robust", ItemKind.CHOICE),
        ("means/plain-mean", ItemKind.NUMERIC),
    ]
    assert library.cards["means/robust"] is library.cards["means/robust"]
    assert library.cards.of_topic("sums") == []
    for missing in ("means/nothing", "means", "nowhere/robust"):
        with pytest.raises(KeyError):
            library.cards[missing]


def test_stats_count_cards(root: Path) -> None:
    counts = opened(root).stats()["topics"]
    assert counts["means"]["cards"] == 2
    assert counts["sums"]["cards"] == 0


def test_opening_runs_nothing_and_items_run_nothing_twice(root: Path) -> None:
    ran = root / "topics/breadth/means/ran"
    library = opened(root)
    assert not ran.exists()
    items = library.cards.index()
    assert items["means/plain-mean"] == Item("means/plain-mean", ItemKind.NUMERIC, "means")
    assert list(items) == ["means/robust", "means/plain-mean"]
    ran.unlink()
    again = opened(root)
    assert again.cards.index() == items
    assert {card_id: again.cards.item(card_id) for card_id in items} == items
    assert again.cards.item("nowhere/nothing") is None
    assert not ran.exists()
    assert again.cards["means/plain-mean"]
    assert ran.exists()


def test_a_changed_file_is_read_again(root: Path) -> None:
    library, path = opened(root), root / "topics/breadth/means/cards.md"
    assert len(library.cards.index()) == 2
    path.write_text(MARKDOWN.replace("robust", "sturdy"))
    os.utime(path, ns=(1, 1))
    assert list(library.cards.index()) == ["means/sturdy", "means/plain-mean"]
    assert list(opened(root).cards.index()) == ["means/sturdy", "means/plain-mean"]
    assert library.cards["means/sturdy"].id == "means/sturdy"
    path.unlink()
    assert list(library.cards.index()) == ["means/plain-mean"]


@pytest.mark.parametrize("spoiled", ["", "[]", "{", json.dumps({"other": 1})])
def test_a_spoiled_index_costs_nothing_but_time(root: Path, spoiled: str) -> None:
    opened(root).cards.index()
    (root.parent / "cache/cards.json").write_text(spoiled)
    assert len(opened(root).cards.index()) == 2


@pytest.mark.parametrize("markdown", [MARKDOWN.replace("- [x]", "- [ ]"), MARKDOWN.replace("moves", "m\xf6ves")])
@pytest.mark.parametrize("python", ["1/0", "CARDS = [1]", "# \xe9"])
def test_a_card_with_a_fault_is_left_out(root: Path, markdown: str, python: str) -> None:
    (root / "topics/breadth/means/cards.md").write_text(markdown, "latin-1")
    (root / "topics/breadth/means/cards.py").write_text(python, "latin-1")
    assert opened(root).cards.of_topic("means") == []
    assert opened(root).cards.index() == {}


def test_the_first_content_folder_wins(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "mine/topics/breadth/means"
    folder.mkdir(parents=True)
    (folder / "cards.md").write_text(
        MARKDOWN.replace("survives", "withstands") + "\n" + MARKDOWN.replace("robust", "x")
    )
    library = read_library([root, tmp_path / "mine"])
    assert [card.id for card in library.cards.of_topic("means")] == ["means/robust", "means/plain-mean", "means/x"]
    assert "survives" in library.cards["means/robust"].question
    assert library.lessons.folders("means") == [root / "topics/breadth/means", folder]
