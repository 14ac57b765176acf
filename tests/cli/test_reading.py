"""Readings in the terminal: listed, shown, marked and noted."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.practice.reading_list import write_readings

ONE = "acme-ranking"


@pytest.fixture
def environment(environment: dict[str, str], tmp_path: Path) -> dict[str, str]:
    return {**environment, "SHARPEN_CONTENT": str(write_readings(tmp_path / "readings"))}


def listed(sharpen: Run, *options: str) -> list[str]:
    return [row["reading"] for row in json.loads(sharpen("reading", "list", "--json", *options).stdout)["readings"]]


@pytest.mark.usefixtures("work")
def test_readings_are_listed_by_company_and_what_is_unread(sharpen: Run) -> None:
    shown = sharpen("reading", "list").stdout
    assert "How we rank" in shown
    assert "linkedin-xlnt" in shown
    assert f"0 of {len(listed(sharpen))} read." in shown
    assert listed(sharpen, "--company", "acme") == [ONE]
    assert listed(sharpen, "--company", "Acme", "--unread") == [ONE]
    assert "a-course" in listed(sharpen, "--company", "courses")
    assert "Did you mean Acme?" in sharpen("reading", "list", "--company", "Acne").stderr
    assert f"How we rank: read. 1 of {len(listed(sharpen))} are read." in sharpen("reading", "mark", ONE).stdout
    assert listed(sharpen, "--company", "Acme", "--unread") == []
    assert "No reading matches." in sharpen("reading", "list", "--company", "Acme", "--unread").stdout
    assert "not read" in sharpen("reading", "mark", ONE, "--unread").stdout
    assert listed(sharpen, "--company", "Acme", "--unread") == [ONE]


@pytest.mark.usefixtures("work")
def test_a_reading_is_shown_with_what_it_rests_on_and_the_note(sharpen: Run) -> None:
    assert sharpen("reading", "note", ONE).stdout == "There is no note on it.\n"
    sharpen("reading", "mark", ONE)
    assert sharpen("reading", "note", ONE, "two", "**towers**").stdout == "two **towers**\n"
    sharpen("reading", "note", ONE, "and trees")
    shown = sharpen("reading", "show", ONE).stdout
    for words in (
        "How we rank",
        "Acme, 2020, read",
        "https://acme.example/rank?a=1&b=2",
        "Retrieve first. Then rank, and measure both.",
        "We read a part of it.",
        "https://elsewhere.example/on-it",
        "Topics: ranking",
        "Cases: rank-ads",
        "two **towers**\n\nand trees\n",
    ):
        assert words in shown
    assert "Not read by us" in sharpen("reading", "show", "a-course").stdout
    document = json.loads(sharpen("reading", "show", ONE, "--json").stdout)
    assert (document["company"], document["basis"], document["read"]) == ("Acme", "part", True)
    assert sharpen("reading", "note", ONE, "--replace", "neither").stdout == "neither\n"
    assert sharpen("reading", "note", ONE, "--replace").stdout == "The note is empty now.\n"


@pytest.mark.usefixtures("work")
def test_a_reading_that_does_not_exist_is_named(sharpen: Run) -> None:
    for command in ("show", "mark", "note"):
        failed = sharpen("reading", command, "acme-rankin")
        assert failed.returncode == 2
        assert "There is no reading called 'acme-rankin'. Did you mean acme-ranking" in failed.stderr
        assert "`sharpen reading list` shows them all." in failed.stderr
