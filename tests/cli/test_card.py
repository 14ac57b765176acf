"""Cards of one's own in a terminal: made, listed, edited, deleted and brought back."""

import json

from tests.cli.conftest import Run


def test_a_card_is_made_edited_deleted_and_brought_back(sharpen: Run) -> None:
    assert "No card of your own is here." in sharpen("card", "list").stdout
    assert sharpen("card", "new", "What is a [bold]hive[/]?", "Where bees live.").stdout.startswith(
        "Made: What is a [b"
    )
    sharpen("card", "new", "Another?", "Yes.")
    (card,) = json.loads(sharpen("card", "list", "BEES", "--json").stdout)["cards"]
    short = card["id"].removeprefix("own/")
    assert card["answer"] == "Where bees live."
    assert sharpen("card", "edit", short, "--answer", "A home.").stdout == "Kept: What is a [bold]hive[/]?.\n"
    assert sharpen("card", "edit", short, "--answer", "A home.").stdout == "Nothing was changed.\n"
    assert "A home." in sharpen("card", "list").stdout
    assert sharpen("card", "delete", short).stdout.startswith("Deleted: ")
    assert "1 card." in sharpen("card", "list").stdout
    gone = sharpen("card", "edit", short, "--answer", "x")
    assert (gone.returncode, "was deleted" in gone.stderr) == (2, True)
    assert sharpen("card", "delete", "--undo", short).stdout.startswith("It is back: ")
    assert "2 cards." in sharpen("card", "list").stdout


def test_what_cannot_be_done_is_said(sharpen: Run) -> None:
    for words, why in (
        (("new", "", "x"), "A card needs a question"),
        (("edit", "zz", "--answer", "x"), "You have no card 'zz'"),
        (("edit", "zz"), "Nothing to change"),
        (("delete", "own/"), "You have no card"),
    ):
        failed = sharpen("card", *words)
        assert (failed.returncode, why in failed.stderr) == (2, True), failed.stderr
