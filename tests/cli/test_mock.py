"""`sharpen mock`: mock loops are listed, and their debriefs printed."""

import json

from sharpen.practice import Workspace
from sharpen.practice.mocks import mocks, rounds
from tests.cli.conftest import Run


def test_debriefs_are_listed_and_printed(sharpen: Run, ws: Workspace) -> None:
    assert "A mock is sat in the browser" in sharpen("mock", "list").stdout
    mock = mocks.start(ws, "phone-screen", share="1/3")
    mocks.begin(ws, mock.id)
    assert "It goes on" in sharpen("mock", "show").stdout
    mocks.pause(ws, mock.id)
    mocks.resume(ws, mock.id)
    rounds.end(ws, mock.id)
    mocks.begin(ws, mock.id)
    rounds.end(ws, mock.id)
    listed = sharpen("mock", "list").stdout
    assert mock.id in listed
    assert "strong no hire" in listed
    shown = sharpen("mock", "show", mock.id).stdout
    assert "Phone screen" in shown
    assert "Paused once" in shown
    assert "nothing was handed in" in shown
    assert shown.index("1. ") < shown.index("2. ") < shown.index("Into the plan")
    document = json.loads(sharpen("mock", "show", "--json").stdout)
    assert (document["mock"], document["signal"]) == (mock.id, "Strong no hire")
    assert [each["round"] for each in document["rounds"]] == ["general-coding", "breadth"]
    assert document["weak"]


def test_a_mock_that_does_not_exist_is_named(sharpen: Run) -> None:
    missing = sharpen("mock", "show", "nope")
    assert missing.returncode == 2
    assert "There is no mock 'nope'. `sharpen mock list` shows yours." in missing.stderr
    assert "`sharpen mock list`" in sharpen("mock", "show").stderr
