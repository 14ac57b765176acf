"""Stories: two states of one are merged without loss, and a telling likewise."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sharpen.domain.memory import Rating
from sharpen.domain.passage import Passage, SetAside
from sharpen.domain.story import PASSAGES, Story, Tick, loses, merged
from sharpen.domain.telling import Telling
from sharpen.domain.telling import merged as merged_telling

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
times = st.integers(0, 1000).map(lambda minutes: AT + timedelta(minutes=minutes))
typed = st.text("ab c", min_size=1, max_size=6)
passages = st.builds(lambda text, page: Passage(text, (f"{page}.{len(text)}",)), typed, st.sampled_from("pqr"))
ticks = st.dictionaries(st.sampled_from(["ownership", "users"]), st.builds(Tick, st.booleans(), times))
edits = st.integers(1, 9).map("x.{}".format)
asides = st.lists(st.builds(SetAside, st.sampled_from(PASSAGES), edits, times, typed), max_size=2).map(
    lambda found: tuple({each.passage: each for each in found}.values())
)
states = st.builds(
    lambda passages, aside, ticks, updated: Story("me", "s", AT, updated, passages, aside, ticks),
    st.dictionaries(st.sampled_from(PASSAGES), passages),
    asides,
    ticks,
    times,
)


def texts(story: Story) -> set[tuple[str, str]]:
    """Everything that is written in a story, in front or aside."""
    front = {(name, passage.text) for name, passage in story.passages.items()}
    return front | {(text.passage, text.text) for text in story.aside}


@given(states, states)
def test_of_two_states_nothing_is_lost_that_did_not_lead_to_what_is_in_front(here: Story, theirs: Story) -> None:
    both = merged(here, theirs)
    for story, other in ((here, theirs), (theirs, here)):
        for name, passage in story.passages.items():
            held = other.passage(name).holds(passage.version)
            assert (name, passage.text) in texts(both) or held or not passage.text.strip()
        kept = {(text.passage, text.text) for text in both.aside}
        pages = {(text.passage, text.edit.partition(".")[0]) for text in both.aside}
        for text in story.aside:
            blank = not text.text.strip()
            page = text.edit.partition(".")[0]
            assert blank or (text.passage, text.text) in kept or (text.passage, page) in pages
    assert {name: passage.text for name, passage in merged(both, here).passages.items()} == {
        name: passage.text for name, passage in both.passages.items()
    }


@given(states, states)
def test_the_later_word_on_a_competency_counts_whoever_merges(here: Story, theirs: Story) -> None:
    later = {
        name: max((one.ticks[name] for one in (here, theirs) if name in one.ticks), key=lambda tick: tick.at).at
        for name in {**here.ticks, **theirs.ticks}
    }
    for both in (merged(here, theirs), merged(theirs, here)):
        assert {name: tick.at for name, tick in both.ticks.items()} == later


def test_what_was_ticked_and_written_on_two_machines_comes_together() -> None:
    start = Story("me", "s", AT, AT, {"action": Passage("I looked.", ("p.1",))})
    here = replace(start, updated=AT + timedelta(hours=1), ticks={"ownership": Tick(True, AT)})
    written = {"action": Passage("I looked twice.", ("q.1", "p.1")), "result": Passage("4 %", ("q.2",))}
    theirs = replace(start, passages=written, ticks={"users": Tick(True, AT)})
    both = merged(here, theirs)
    assert both.competencies == ("ownership", "users")
    assert (both.text("action"), both.text("result")) == ("I looked twice.", "4 %")
    assert both.aside == ()
    assert merged(both, theirs) == both


def test_texts_that_know_nothing_of_each_other_are_both_kept() -> None:
    here = Story("me", "s", AT, AT, {"action": Passage("Mine", ("p.1",))})
    theirs = Story("me", "s", AT, AT + timedelta(minutes=1), {"action": Passage("Theirs", ("q.1",))})
    for both in (merged(here, theirs), merged(theirs, here)):
        assert both.text("action") == "Theirs"
        assert [text.text for text in both.aside] == ["Mine"]


def test_deleting_and_going_on_with_it_the_later_wins() -> None:
    written = Story("me", "s", AT, AT, {"task": Passage("Mine", ("p.1",))})
    gone = replace(written, updated=AT + timedelta(minutes=1), deleted=AT)
    later = replace(written, updated=AT + timedelta(minutes=2))
    assert merged(written, gone).deleted == AT
    assert merged(gone, later).deleted is None


def test_a_paragraph_that_is_gone_is_a_loss() -> None:
    assert loses("word " * 100, "word " * 20)
    assert not loses("word " * 100, "word " * 90)
    assert not loses("short", "")


def test_of_two_states_of_a_telling_the_word_and_both_notes_stay() -> None:
    here = Telling("me", "t", "s", AT, AT, seconds=100, went=Rating.GOOD, review="r1", note=Passage("Mine", ("p.1",)))
    theirs = Telling("me", "t", "s", AT, AT + timedelta(hours=1), seconds=90, note=Passage("Theirs", ("q.1",)))
    both = merged_telling(here, theirs)
    assert (both.seconds, both.went, both.review) == (100, Rating.GOOD, "r1")
    assert (both.note.text, [text.text for text in both.aside]) == ("Theirs", ["Mine"])
    assert merged_telling(both, here) == both
