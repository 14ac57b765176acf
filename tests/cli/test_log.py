"""The log in a terminal: a sheet of 350 rows of which 20 are faulty, a link, an undo, and what comes next."""

import csv
import io
import json
import random
from datetime import date, timedelta
from pathlib import Path

from tests.cli.conftest import COMMAND, Run
from tests.cli.terminal import Terminal

FAULTY = 20
LEVELS = ["Easy", "Med.", "HARD"]
TOPICS = ["Array, Hash Table", "Sliding Window", "Tree, Depth-First Search", "Heap (Priority Queue)", "Math"]


def sheet_of(rows: int) -> str:
    """A sheet as one keeps it for a year, with faulty rows spread over it."""
    rng, out = random.Random(7), io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["No", "Question", "Level", "Topics", "Date Solved", "Time taken", "Status", "Comments"])
    bad = set(rng.sample(range(rows), FAULTY))
    for number in range(rows):
        day = date(2025, 1, 1) + timedelta(days=rng.randrange(600))
        level = "so so" if number in bad else rng.choice(LEVELS)
        took = f"{rng.randrange(5, 90)} min"
        writer.writerow([number, f"Question {number}", level, rng.choice(TOPICS), day, took, "yes", "a, b\nc"])
    return out.getvalue()


def test_a_sheet_of_350_rows_with_20_faulty_ones(work: Path, environment: dict[str, str], sharpen: Run) -> None:
    (work / "sheet.csv").write_text(sheet_of(350))
    terminal = Terminal([*COMMAND, "log", "import", "sheet.csv", "--refused", "bad.csv"], work, environment)
    terminal.wait_for("Import 330?")
    assert "330 of 350 rows would be added" in terminal.screen
    assert "20 rows cannot be read" in terminal.screen
    assert "'so so' is no difficulty" in terminal.screen
    terminal.press("y\n")
    terminal.wait_for("takes them back")
    assert terminal.end() == 0
    bad = list(csv.DictReader((work / "bad.csv").open(newline="")))
    assert len(bad) == FAULTY
    assert {row["Level"] for row in bad} == {"so so"}
    mended = (work / "bad.csv").read_text().replace("so so", "hard")
    (work / "mended.csv").write_text(mended)
    assert "20 of 20 rows would be added" in sharpen("log", "import", "mended.csv", "--yes").stdout
    listed = sharpen("log", "list").stdout
    assert "350 entries." in listed
    assert "350 problems solved, here and elsewhere: easy" in listed
    assert "Next gap: " in listed
    assert "begins to fill it" in listed
    document = json.loads(sharpen("log", "list", "--json").stdout)
    assert len(document["entries"]) == 350
    assert "20 problems taken back." in sharpen("log", "undo").stdout
    assert "330 entries." in sharpen("log", "list").stdout


def test_without_a_terminal_nothing_is_imported_unasked(work: Path, sharpen: Run) -> None:
    (work / "sheet.csv").write_text("Title\nTwo Sum\n")
    assert "Nothing was imported" in sharpen("log", "import", "sheet.csv").stdout
    assert "Nothing is in your log yet" in sharpen("log", "list").stdout


def test_columns_and_days_are_what_the_command_says(work: Path, sharpen: Run) -> None:
    (work / "sheet.csv").write_text("Aufgabe,Wann\nTwo Sum,3/4/2026\n")
    done = sharpen(
        "log", "import", "sheet.csv", "--column", "Aufgabe=title", "--column", "Wann=day", "--days-first", "--yes"
    )
    assert "Imported 1 problem." in done.stdout
    assert "2026-04-03" in sharpen("log", "list").stdout
    wrong = sharpen("log", "import", "sheet.csv", "--column", "Zeit=minutes")
    assert "There is no column 'Zeit'; there are Aufgabe, Wann." in wrong.stderr


def test_a_link_is_added_solved_again_exported_and_removed(work: Path, sharpen: Run) -> None:
    added = sharpen(
        "log", "add", "https://leetcode.com/problems/lru-cache/", "--difficulty", "medium", "--went", "hint"
    )
    assert "Added: Lru Cache on leetcode" in added.stdout
    (entry,) = json.loads(sharpen("log", "list", "--json").stdout)["entries"]
    assert "Kept: Lru Cache, alone." in sharpen("log", "again", entry["id"][:17], "alone", "--minutes", "12").stdout
    sharpen("log", "export", "log.csv")
    (row,) = csv.DictReader((work / "log.csv").open(newline=""))
    assert (row["Title"], row["How it went"], row["Minutes"]) == ("Lru Cache", "alone", "12")
    assert "is there already" in sharpen("log", "export", "log.csv").stderr
    assert "is in your log already" in sharpen("log", "add", "leetcode.com/problems/lru-cache").stderr
    assert "Removed: Lru Cache." in sharpen("log", "remove", entry["id"]).stdout
    assert "has no entry" in sharpen("log", "remove", entry["id"]).stderr
