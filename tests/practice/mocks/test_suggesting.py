"""Which mock is suggested: what was begun, then what was not sat for longest, as short as it must be."""

from sharpen.practice import Workspace
from sharpen.practice.mocks import mocks, rounds
from sharpen.practice.mocks.suggesting import suggested
from tests.looking import look


def test_what_was_begun_comes_first_then_what_was_never_sat(ws: Workspace) -> None:
    first = look(ws, suggested)
    assert first is not None
    assert (first.loop, first.share, first.minutes, first.why) == ("phone-screen", "1", 45, "You have not sat it yet")
    mock = mocks.start(ws, "phone-screen")
    begun = look(ws, suggested, 10)
    assert begun is not None
    assert (begun.begun, begun.minutes) == (mock.id, 45)
    rounds.skip(ws, mock.id)
    rounds.skip(ws, mock.id)
    second = look(ws, suggested)
    assert second is not None
    assert second.loop == "ml-phone-screen"
    mock = mocks.start(ws, "ml-phone-screen")
    rounds.skip(ws, mock.id)
    rounds.skip(ws, mock.id)
    full = look(ws, suggested, 200)
    assert full is not None
    assert (full.loop, full.share, full.minutes) == ("full-loop", "1/2", 175)
    again = look(ws, suggested, 50)
    assert again is not None
    assert (again.loop, again.why) == ("phone-screen", "You sat it today")
    assert look(ws, suggested, 5) is None
