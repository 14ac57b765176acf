"""Dives: no question repeats, none is asked after two stucks or after time, and all of them end."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sharpen.domain import dive_questions
from sharpen.domain.depth_map import depth_map
from sharpen.domain.dive import DEPTHS, GAP, NEXT, Answer, Dive, DiveSummary, How, answered, ended, merged, taken_back
from sharpen.domain.dive import visits as visits_of
from sharpen.domain.dive_questions import CHOSEN, OPENS, Subject, past
from sharpen.domain.ladder import Depth, Ladder, Rung
from sharpen.domain.memory import Rating
from sharpen.domain.passage import Passage

START = datetime(2026, 11, 3, 12, tzinfo=UTC)
LATER = START + timedelta(days=9)
EVERY = ("what", "how", "how", "why", "mechanism", "mechanism", "limits")


def ladder(slug: str, depths: tuple[str, ...] = EVERY, *, method: bool = False) -> Ladder:
    rungs = tuple(
        Rung(f"{depth}-{number}", Depth(depth), f"{slug} {depth} {number}?", ("a", "b", "c"), ("w",), "S?", "P?", "H?")
        for number, depth in enumerate(depths)
    )
    return Ladder(slug, slug.capitalize(), rungs, (f"topic-{slug}",), "" if method else slug)


FACETS = tuple(map(ladder, ("goal", "data", "labels", "model")))
METHODS = tuple(ladder(slug, method=True) for slug in ("trees", "ranking"))
FULL = {facet.field: 100 for facet in FACETS}
SUBJECT = Subject(FACETS, METHODS, FULL)


def a_dive(minutes: int = 30, seed: int = 1, **more: object) -> Dive:
    return replace(Dive("me", f"dive-{seed}", "project", minutes, seed, START, START), **more)  # type: ignore[arg-type]


def ask(dive: Dive, subject: Subject = SUBJECT, earlier: list[DiveSummary] | None = None) -> Dive:
    return dive_questions.asked(dive, subject, past(earlier or []))


def say(dive: Dive, how: How, seconds: float = 60, subject: Subject = SUBJECT) -> Dive:
    """Say how the answer in front went, as the page does, after so many seconds."""
    assert dive.front
    at = {each.slug: each for each in (*subject.facets, *subject.methods)}[dive.front.answer.ladder]
    rung = next((each for each in at.rungs if each.id == dive.front.answer.rung), None)
    follow_up = {How.STRONG: rung.strong, How.PARTIAL: rung.partial, How.STUCK: rung.stuck}[how] if rung else ""
    return answered(dive, how, follow_up, dive.seconds + seconds)


def held(dive: Dive, hows: list[How], subject: Subject = SUBJECT, earlier: list[DiveSummary] | None = None) -> Dive:
    """A dive in which answers go like this, over and over, until nothing more is asked."""
    number = 0
    while (dive := ask(dive, subject, earlier)).front:
        dive = say(dive, hows[number % len(hows)], subject=subject)
        number += 1
        assert number < 1000
    return dive


def summary(dive: Dive, days: int = 0) -> DiveSummary:
    at = START + timedelta(days=days)
    return DiveSummary(f"{days:05}", dive.project, dive.minutes, at, at, at, dive.seconds, dive.answers)


HOWS = st.lists(st.sampled_from(How), min_size=1, max_size=12)
WORDS = st.fixed_dictionaries({facet.field: st.sampled_from([0, 5, 100]) for facet in FACETS})


def subject(words: dict[str, int]) -> Subject:
    return Subject(FACETS, METHODS, words, {field: f"{field} gap?" for field, count in words.items() if not count})


@settings(max_examples=40)
@given(HOWS, WORDS, st.integers(20, 45), st.integers(0, 2**31 - 1), st.integers(0, 3))
def test_every_dive_ends_and_asks_nothing_twice(
    hows: list[How], words: dict[str, int], minutes: int, seed: int, before: int
) -> None:
    about, earlier = subject(words), list[DiveSummary]()
    for number in range(before + 1):
        dive = held(a_dive(minutes, seed + number), hows, about, earlier)
        names = [answer.name for answer in dive.answers]
        assert len(names) == len(set(names))
        assert len(visits_of(dive.answers)) == len(dict.fromkeys(answer.ladder for answer in dive.answers))
        assert dive.seconds <= 60 * minutes
        for visit in visits_of(dive.answers):
            rungs = [answer for answer in visit.answers if answer.rung != GAP]
            depths = [DEPTHS.index(answer.depth) for answer in rungs]
            assert depths == sorted(set(depths)), "deeper with every rung"
            assert visit.stuck <= 2
            assert sum(answer.stuck for answer in visit.answers[:-1]) < 2, "nothing is asked after the second stuck"
            assert (visit.answers[0].rung == GAP) == (visit.ladder in about.gaps)
            assert visit.why.startswith("because ")
        ladders = [answer.ladder for answer in dive.answers]
        assert sum(one != other for one, other in pairwise(ladders)) == len(set(ladders)) - 1, "left for good"
        earlier.append(summary(dive, number))


@settings(max_examples=15)
@given(HOWS, WORDS, st.integers(0, 2**31 - 1))
def test_a_dive_is_the_same_for_the_same_seed(hows: list[How], words: dict[str, int], seed: int) -> None:
    about = subject(words)
    assert held(a_dive(45, seed), hows, about) == held(a_dive(45, seed), hows, about)


@settings(max_examples=40)
@given(HOWS, WORDS)
def test_back_leads_to_the_same_dive_again(hows: list[How], words: dict[str, int]) -> None:
    about = subject(words)
    dive = ask(a_dive(45), about)
    for how in hows:
        if not dive.front:
            break
        after = ask(say(dive, how, subject=about), about)
        back = taken_back(after)
        assert back.front
        assert dive.front
        assert back.front.name == dive.front.name
        assert back.front.text == dive.front.text
        dive = after


def test_the_follow_up_is_chosen_by_how_the_rung_went_and_stuck_twice_leads_elsewhere() -> None:
    dive = ask(a_dive())
    assert dive.front
    assert (dive.front.name, dive.front.text) == ("goal/what-0", "goal what 0?")
    assert dive.answers[0].why == OPENS
    dive = ask(say(dive, How.STUCK))
    assert dive.front
    assert (dive.front.name, dive.front.text, dive.front.follows) == (
        "goal/what-0/next",
        "H?",
        How.STUCK,
    )
    dive = ask(say(dive, How.PARTIAL))
    assert dive.front
    assert dive.front.name == "goal/how-1", "helped on, it goes on"
    dive = ask(say(dive, How.STUCK))
    assert dive.front
    assert dive.front.answer.ladder != "goal", "the second time there is no help"
    first, second = visits_of(dive.answers)
    assert (first.broke, first.reached, first.rating) == (True, None, Rating.AGAIN)
    assert second.why == "because you named it, and nobody asked yet"


def test_lists_take_turns_and_say_why() -> None:
    words = {**FULL, "labels": 0, "model": 3}
    about = Subject(FACETS, METHODS, words, {"labels": "What was a label?"})
    earlier = [summary(held(a_dive(20, first="trees"), [How.STUCK], Subject((), METHODS[:1])))]
    dive = held(a_dive(45), [How.STUCK], about, earlier)
    taken = [(visit.ladder, visit.why) for visit in visits_of(dive.answers)]
    assert taken[:3] == [
        ("labels", "because your file says nothing under “Labels”"),
        ("trees", "because it broke on 3 November"),
        ("model", "because your file says little under “Model”"),
    ]
    assert taken[3] == ("ranking", "because you named it, and nobody asked yet"), "after a facet a method"
    assert taken[4][0] in ("goal", "data"), "after a method a facet"
    assert taken[4][1] == "because nobody asked you about it yet"
    assert {slug for slug, _ in taken} == {each.slug for each in (*FACETS, *METHODS)}
    assert dive.questions["labels/field-gap"] == "What was a label?"


def test_what_was_asked_most_recently_comes_last() -> None:
    first = held(a_dive(45, first="labels"), [How.PARTIAL])
    again = held(a_dive(45, 2, first="labels"), [How.PARTIAL], earlier=[summary(first)])
    asked = [[answer.rung for answer in visits_of(dive.answers)[0].answers] for dive in (first, again)]
    assert asked == [
        ["what-0", "how-1", "why-3", "mechanism-4", "limits-6"],
        ["what-0", "how-2", "why-3", "mechanism-5", "limits-6"],
    ]
    assert not {visit.ladder for visit in visits_of(first.answers)[1:]} & {
        visit.ladder for visit in visits_of(again.answers)[1:2]
    }
    assert visits_of(again.answers)[0].why == CHOSEN


def test_a_second_dive_asks_as_much_that_is_new_as_what_broke() -> None:
    about = Subject(FACETS, METHODS, {**FULL, "labels": 3})
    first = held(a_dive(20), [How.STUCK], Subject((FACETS[0], FACETS[2]), (), about.words))
    again = held(a_dive(45, 2), [How.PARTIAL], about, [summary(first)])
    broke = [visit.why == "because it broke on 3 November" for visit in visits_of(again.answers)]
    assert broke[:4] == [True, False, True, False], "labels, thin as they are, were asked about"


@pytest.mark.parametrize("seed", range(5))
def test_the_method_that_the_file_names_most_is_asked_about_first(seed: int) -> None:
    dive = held(a_dive(45, seed), [How.STRONG])
    methods = [visit.ladder for visit in visits_of(dive.answers) if visit.ladder in ("trees", "ranking")]
    assert methods[:1] == ["trees"]


def test_what_went_well_is_passed_over_while_something_is_left_that_did_not() -> None:
    def asked(hows: list[How], earlier: list[DiveSummary]) -> list[str]:
        dive = held(a_dive(45, first="labels"), hows, earlier=earlier)
        return [answer.rung for answer in visits_of(dive.answers)[0].answers]

    first = summary(held(a_dive(45, first="labels"), [How.STRONG]))
    assert asked([How.STRONG], [first]) == ["how-2", "mechanism-5", "limits-6"]
    second = replace(summary(held(a_dive(45, first="labels"), [How.STRONG], earlier=[first])), id="2", started=LATER)
    assert asked([How.STRONG], [first, second])[0] == "what-0", "all of it was: it begins from the top"
    half = summary(held(a_dive(45, first="labels"), [How.STRONG, How.PARTIAL]))
    assert asked([How.STRONG], [half]) == ["how-2", "mechanism-5", "limits-6"]
    stuck = summary(held(a_dive(45, first="labels"), [How.STRONG, How.STUCK]))
    assert asked([How.STRONG], [stuck])[0] == "what-0", "stuck at the follow-up"


def test_ticks_say_what_went_well_whatever_the_own_word() -> None:
    def begins(how: How, ticked: tuple[int, ...]) -> str:
        first = held(a_dive(45, first="labels"), [how])
        ticks = replace(summary(first), answers=tuple(replace(each, ticked=ticked) for each in first.answers))
        return visits_of(held(a_dive(45, 2, first="labels"), [how], earlier=[ticks]).answers)[0].answers[0].rung

    assert begins(How.STRONG, (0,)) == "what-0", "one of three"
    assert begins(How.PARTIAL, (0, 1)) == "how-2", "two of three"


def test_time_is_respected() -> None:
    dive = say(ask(a_dive(20)), How.STRONG, seconds=1200)
    assert dive.front is None, "no follow-up when time is over"
    assert ask(dive) == dive
    assert visits_of(dive.answers)[0].rating is None, "a ladder that time cut off says nothing to memory"


@pytest.mark.parametrize(
    ("hows", "ticked", "rating"),
    [
        ([How.STRONG], None, Rating.EASY),
        ([How.STRONG, How.PARTIAL], None, Rating.GOOD),
        ([How.PARTIAL], None, Rating.HARD),
        ([How.STRONG] * 3 + [How.STUCK] + [How.STRONG] * 6, None, Rating.HARD),
        ([How.STUCK], None, Rating.AGAIN),
        ([How.STRONG], (), Rating.AGAIN),
        ([How.STRONG], (0,), Rating.AGAIN),
        ([How.STRONG], (0, 1), Rating.HARD),
        ([How.STUCK] + [How.STRONG] * 9, (0, 1, 2), Rating.EASY),
    ],
)
def test_points_say_how_a_ladder_went_and_without_them_your_own_word(
    hows: list[How], ticked: tuple[int, ...] | None, rating: Rating
) -> None:
    dive = held(a_dive(45, first="data"), hows)
    visit = visits_of(replace(each, ticked=ticked) for each in dive.answers)[0]
    assert visit.rating is rating
    assert visit.broke == (ticked == () or hows == [How.STUCK])


def test_a_question_without_a_word_counts_as_not_asked() -> None:
    dive = ask(say(say(ask(a_dive()), How.STRONG), How.STRONG))
    over = ended(dive, START)
    assert [answer.rung for answer in over.answers] == ["what-0"]
    assert over.finished == START
    name = dive.answers[-1].name
    typed = replace(dive, passages={name: Passage("Half an answer")})
    assert [answer.rung for answer in ended(typed, START).answers] == ["what-0", "how-1"]


TEXTS = st.dictionaries(st.sampled_from(["goal/what-0", "goal/how-1"]), st.text("abc", min_size=1, max_size=3))


@settings(max_examples=50)
@given(HOWS, HOWS, TEXTS, TEXTS, st.integers(-1, 1))
def test_merging_loses_nothing_and_is_done_once(
    mine: list[How], theirs: list[How], typed: dict[str, str], other: dict[str, str], later: int
) -> None:
    def state(hows: list[How], texts: dict[str, str], page: str, minutes: int) -> Dive:
        dive = ask(a_dive())
        for how in hows[:5]:
            dive = ask(say(dive, how)) if dive.front else dive
        passages = {name: Passage(text, (f"{page}.1",)) for name, text in texts.items()}
        return replace(dive, passages=passages, updated=START + timedelta(minutes=minutes))

    here, there = state(mine, typed, "a", 0), state(theirs, other, "b", later)
    both = merged(here, there)
    kept = {each.text for each in both.aside} | {each.text for each in both.passages.values()}
    assert {*typed.values(), *other.values()} <= kept
    said = {answer.name for dive in (here, there) for answer in dive.answers if answer.how}
    assert said <= {answer.name for answer in both.answers}
    assert sum(answer.how is None for answer in both.answers) <= 1
    assert {**here.questions, **there.questions}.keys() == both.questions.keys()
    assert merged(both, there) == both


def test_the_map_sets_the_last_time_against_those_before() -> None:
    deep = held(a_dive(20, first="data"), [How.STRONG])
    shallow = held(a_dive(20, first="data"), [How.STRONG] * 2 + [How.STUCK])
    found = depth_map([*FACETS, ladder("other")], [summary(deep, 0), summary(shallow, 1)])
    row = next(row for row in found.rows if row.ladder == "data")
    assert row.now
    assert (row.now.visit.reached, row.now.visit.broke) == (Depth.WHY, True)
    assert row.before is Depth.LIMITS
    assert [row.held_at(depth) for depth in DEPTHS] == [True, False, True, True, True], "what lies deeper, from before"
    assert next(row for row in found.rows if row.ladder == "other").held_at(Depth.WHAT) is None
    assert [dive.id for dive in found.dives] == ["00000", "00001"]
    assert next(row for row in found.rows if row.ladder == "other") not in found.went
    gone = depth_map([], [summary(deep)])
    assert gone.rows[0].title == "data", "a ladder that is gone keeps its row"


def test_answers_have_names_that_their_follow_ups_extend() -> None:
    assert Answer("data", "sampling", Depth.HOW).name + NEXT == "data/sampling/next"
