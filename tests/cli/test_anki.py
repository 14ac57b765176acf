"""Anki on the terminal: what a stranger's deck holds is shown there, and nothing of it acts."""

import shlex
from datetime import date
from pathlib import Path

import pytest

from sharpen.cli.day import plan, stats
from sharpen.practice.day.plan import Expected, Forecast
from sharpen.practice.day.statistics import Maturity, Statistics, Topic
from tests.anki.packages import Deck
from tests.cli.conftest import Run

CODES = "\x1b]0;spoof\x07\x1b[2J\x9b31m\u202e"
NAME = f"[/red] $(touch spoofed) 'x' \"y\" {CODES}[link=file:///etc]z"


def test_a_deck_with_a_hostile_name(sharpen: Run, work: Path) -> None:
    Deck(decks={7: NAME}, columns={"type": 2, "queue": 2, "due": 9, "ivl": 9}).write(work / "[red].apkg")
    results = [sharpen("anki", "import", "[red].apkg")]
    assert "1 card added" in results[0].stdout
    results += [sharpen(*words) for words in (["anki", "decks"], ["plan"], ["stats"], ["anki", "decks", "--json"])]
    for each in results:
        assert each.returncode == 0, each.stderr
        assert not [char for char in each.stdout + each.stderr if (char < " " and char != "\n") or char in "\x9b\u202e"]
    command = results[1].stdout.strip().partition("    ")[2]
    assert shlex.split(command)[:2] == ["sharpen", "review"]
    assert len(shlex.split(command)) == 3
    assert "[/red] $(touch spoofed)" in results[1].stdout


def test_tables_show_the_name_of_a_deck_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    deck = Topic("anki/x", f"[/red] [old] {CODES}", "anki/", 1, 1, 0, 0, 0.5, 1, None)
    stats._print_topics(Statistics((), (), None, None, Maturity(0, 1, 0, 0, 0), (deck,)))
    expected = Expected("anki/x", deck.title, 1, 1.0, 0.5, 0.5)
    plan._print_expected(Forecast(date(2026, 11, 22), (), expected, (expected,), (expected,)))
    output = capsys.readouterr().out
    assert output.count("[/red] [old]") == 3
    assert not [char for char in output if (char < " " and char != "\n") or char in "\x9b\u202e"]


def test_a_refusal_quotes_no_codes(sharpen: Run, work: Path) -> None:
    Deck(notes=[(f"Q{CODES}<script>", "A")]).write(work / "bad.apkg")
    done = sharpen("anki", "import", "bad.apkg")
    assert done.returncode != 0
    assert "a <script> element" in done.stderr
    assert not [char for char in done.stderr if (char < " " and char != "\n") or char in "\x9b\u202e"]


def test_a_kind_or_a_round_that_there_is_not(sharpen: Run, work: Path) -> None:
    for words, message in (
        (["--kind", "essay"], "The kinds are choice, numeric"),
        (["--round", "seventh"], "The rounds are"),
    ):
        done = sharpen("anki", "export", "x.apkg", *words)
        assert done.returncode == 2
        assert message in done.stderr
    assert not (work / "x.apkg").exists()
