"""The breadth round at a terminal: a date, a lesson, twenty cards of all kinds, a kill in the middle, Anki and back."""

import json
import re
from datetime import UTC, datetime, timedelta
from itertools import chain, zip_longest
from pathlib import Path

from sharpen.domain.card import Choice, Generator, Order
from sharpen.domain.day import day_of
from sharpen.domain.item import ItemKind
from sharpen.domain.session import Entry, Session
from sharpen.practice import Workspace
from sharpen.practice.cards.shuffling import shuffled
from sharpen.practice.day import session
from sharpen.practice.items.asked import Asked
from tests.cli.conftest import COMMAND, Run
from tests.cli.terminal import Terminal
from tests.looking import look

CARDS = 20


def queue(ws: Workspace) -> None:
    """Make the session of the day twenty cards, five of each kind in turn."""
    cards = ws.library.cards.index().values()
    kinds = [[item for item in cards if item.kind is kind][-5:] for kind in ItemKind if kind is not ItemKind.PROBLEM]
    mixed = [item for item in chain.from_iterable(zip_longest(*kinds)) if item]
    entries = tuple(Entry(item, seed) for seed, item in enumerate(mixed))
    with ws.writing() as work:
        work.review_sessions.put(Session(ws.learner, "", datetime.now(UTC), entries))


def keys(ws: Workspace, asked: Asked) -> str:
    """What a learner who knows the answer presses."""
    card, seed = ws.library.cards[asked.item], int(asked.key.rpartition(":")[2])
    if isinstance(card, Choice):
        right = [str(n) for n, place in enumerate(shuffled(card, seed), 1) if card.options[place].right]
        return "".join(right) + ("\n" if asked.several else "")
    if isinstance(card, Order):
        order = shuffled(card, seed)
        return "".join(str(order.index(place) + 1) for place in range(len(order))) + "\n"
    if isinstance(card, Generator):
        return f"{card.instance(seed).answer}\n"
    return " "


def sit(terminal: Terminal, ws: Workspace, numbers: range) -> list[Asked]:
    """Answer and rate the cards that come as these numbers of the sitting; those that were asked."""
    done = []
    for number in numbers:
        done.append(answer(terminal, ws, number))
        terminal.press("34"[number % 2])
    return done


def answer(terminal: Terminal, ws: Workspace, number: int) -> Asked:
    """Answer the card in front, the sitting's so-manieth, and wait until it is judged."""
    terminal.wait_for("? helps.", number)
    asked = look(ws, session.current).asked
    assert asked is not None
    terminal.press(keys(ws, asked))
    terminal.wait_for("Enter: ", number)
    return asked


def test_from_the_date_to_anki_and_back(
    ws: Workspace, work: Path, environment: dict[str, str], sharpen: Run, tmp_path: Path
) -> None:
    interview = day_of(datetime.now(UTC)) + timedelta(days=30)
    planned = sharpen("plan", "--date", interview.isoformat(), "--minutes", "40")
    assert planned.returncode == 0, planned.stderr
    assert f"{interview:%Y-%m-%d}, 40 minutes a day" in planned.stdout
    lesson = sharpen("lesson", "roc-curve")
    assert lesson.stdout.startswith("# ROC curve")
    assert "## Readings" in lesson.stdout

    queue(ws)
    terminal = Terminal([*COMMAND, "review"], work, environment)
    done = sit(terminal, ws, range(1, 11))
    half = answer(terminal, ws, 11)
    terminal._process.kill()
    terminal.end()
    terminal = Terminal([*COMMAND, "review"], work, environment)
    terminal.wait_for("Enter: ")
    again = look(ws, session.current).asked
    assert again is not None
    assert again.key == half.key
    assert again.judged is not None, "the answer given before the kill was kept"
    terminal.press("3")
    done += [half, *sit(terminal, ws, range(2, 11))]
    terminal.wait_for(f"Done for today: {CARDS} reviewed.")
    assert terminal.end() == 0
    assert {asked.kind for asked in done} == {ItemKind.CHOICE, ItemKind.NUMERIC, ItemKind.ORDER, ItemKind.RECALL}
    stats = json.loads(sharpen("stats", "--json").stdout)
    assert [day["reviews"] for day in stats["days"]] == [CARDS]

    exported = sharpen("anki", "export", "met.apkg", "--met")
    assert exported.stdout == f"Wrote met.apkg: {CARDS} cards. In Anki, choose File, then Import.\n"
    assert re.search("met.apkg is there already", sharpen("anki", "export", "met.apkg").stderr)
    environment["SHARPEN_HOME"] = str(tmp_path / "elsewhere")
    for option in ("--no-schedule", "--anew"):  # the second is its old name
        without = sharpen("anki", "import", "met.apkg", option)
        assert f"0 cards added, 0 updated, {CARDS} already here." in without.stdout
        assert "count now" not in without.stdout
    back = sharpen("anki", "import", "met.apkg")
    assert back.returncode == 0, back.stderr
    assert f"For {CARDS} your reviews in Anki count now." in back.stdout
    firm = json.loads(sharpen("stats", "--json").stdout)["maturity"]
    assert firm["young"] + firm["mature"] == CARDS
