"""The placement: harder after right answers and easier after wrong ones, over all rounds, and nearer to the truth."""

from math import erf, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharpen.domain.item import ItemKind
from sharpen.domain.memory import Rating
from sharpen.domain.placing import MOST, STEP, Asked, Question, chosen, level, rating, rungs
from sharpen.domain.readiness import Evidence, beliefs
from sharpen.domain.topic import Group, Outline, Topic

KINDS = (ItemKind.CHOICE, ItemKind.ORDER, ItemKind.NUMERIC)
MINUTES = {ItemKind.CHOICE: 0.5, ItemKind.ORDER: 0.75, ItemKind.NUMERIC: 1.5}
SIZES = {"code": (10, 4), "depth": (1,), "breadth": (5, 5, 8)}
"""Rounds with the number of topics in each of their groups."""
A_TOPIC = 6


def outline_of(sizes: dict[str, tuple[int, ...]]) -> Outline:
    groups = [
        Group(
            round_,
            f"{round_} {number}",
            tuple(Topic(f"{round_}-{number}-{at}", "", round_, f"{round_} {number}") for at in range(size)),
        )
        for round_, each in sizes.items()
        for number, size in enumerate(each)
    ]
    return Outline(dict.fromkeys(sizes, ""), tuple(groups))


def questions_of(outline: Outline) -> dict[str, list[Question]]:
    found = {}
    for group in outline.groups:
        places = [(n / len(group.topics), d / A_TOPIC) for n in range(len(group.topics)) for d in range(A_TOPIC)]
        names = [(topic.id, depth) for topic in group.topics for depth in range(A_TOPIC)]
        found[group.title] = [
            Question(f"{topic}/{depth}", KINDS[depth % 3], topic, rung, MINUTES[KINDS[depth % 3]])
            for (topic, depth), rung in zip(names, rungs(places), strict=True)
        ]
    return found


OUTLINE = outline_of(SIZES)
QUESTIONS = questions_of(OUTLINE)
EVERY = dict.fromkeys((topic.id for topic in OUTLINE), 1.0)


def left(asked: list[Asked]) -> dict[str, list[Question]]:
    gone = {one.question.id for one in asked}
    return {title: [one for one in some if one.id not in gone] for title, some in QUESTIONS.items()}


def scored(asked: list[Asked]) -> dict[str, Evidence]:
    found: dict[str, Evidence] = {}
    for one in asked:
        score = {Rating.AGAIN: 0.0, Rating.GOOD: 0.79, Rating.EASY: 1.0}[rating(one.question.kind, one.right)]
        found[one.question.topic] = found.get(one.question.topic, Evidence()) + Evidence(1.0, score)
    return found


def go_on(asked: list[Asked], count: int = 20, counts: dict[str, float] = EVERY) -> list[Question]:
    return chosen(left(asked), asked, OUTLINE, scored(asked), counts, count - len(asked))


@given(st.lists(st.booleans(), max_size=30))
def test_a_right_answer_goes_up_and_a_wrong_one_down(rights: list[bool]) -> None:
    at = level(rights)
    assert 0 <= at <= 1
    assert level([*rights, True]) >= at >= level([*rights, False])
    if 0 < at < 1:
        assert level([*rights, True]) > at > level([*rights, False])
    assert abs(level([*rights, True]) - at) <= STEP


def test_the_staircase_settles_where_half_of_the_answers_are_right() -> None:
    for true in (0.1, 0.37, 0.5, 0.8):
        rights: list[bool] = []
        while len(rights) < 40:
            rights.append(level(rights) < true)
        assert level(rights) == pytest.approx(true, abs=STEP)


@given(st.lists(st.booleans(), min_size=20, max_size=20))
def test_whatever_is_answered_nothing_is_asked_twice_and_every_round_is(rights: list[bool]) -> None:
    asked: list[Asked] = []
    for right in rights:
        first, *others = go_on(asked)
        assert len(others) == 19 - len(asked)
        asked.append(Asked(first, right))
    ids = [one.question.id for one in asked]
    assert len(set(ids)) == 20
    topics = [one.question.topic for one in asked]
    assert max(map(topics.count, topics)) <= MOST
    of_round = [topic.partition("-")[0] for topic in topics]
    assert of_round.count("depth") == MOST
    assert of_round.count("code") == of_round.count("breadth") == 9
    assert sum(one.question.minutes for one in asked) < 20


def test_the_same_answers_get_the_same_questions() -> None:
    asked = [Asked(one, True) for one in go_on([])[:7]]
    assert go_on(asked) == go_on(asked)


def test_what_does_not_count_is_not_asked_and_what_counts_more_is_asked_more() -> None:
    off = {topic: 0.0 if topic.startswith("breadth") else 1.0 for topic in EVERY}
    assert not [one for one in go_on([], counts=off) if one.topic.startswith("breadth")]
    twice = {topic: 2.0 if topic.startswith("breadth") else 1.0 for topic in EVERY}
    of_round = [one.topic.partition("-")[0] for one in go_on([], counts=twice)]
    assert of_round.count("breadth") == 2 * of_round.count("code")
    assert chosen({}, [], OUTLINE, {}, EVERY, 20) == []
    few = {title: some[:1] for title, some in QUESTIONS.items()}
    assert len(chosen(few, [], OUTLINE, {}, EVERY, 20)) == len(QUESTIONS)


def test_groups_of_which_least_is_known_come_first() -> None:
    known = {topic.id: Evidence(3.0, 2.0) for topic in OUTLINE.groups[0].topics}
    first = next(one for one in chosen(QUESTIONS, [], OUTLINE, known, EVERY, 20) if one.topic.startswith("code"))
    assert first.topic.startswith("code-1")


def test_a_first_right_answer_is_rated_as_known_for_long_unless_it_may_be_luck() -> None:
    assert rating(ItemKind.NUMERIC, True) is rating(ItemKind.DRILL, True) is Rating.EASY
    assert rating(ItemKind.CHOICE, True) is Rating.GOOD
    assert rating(ItemKind.CHOICE, False) is rating(ItemKind.ORDER, False) is Rating.AGAIN


LEARNERS, LUCK, SPREAD, HARDER = 30, 0.5, 0.5, 0.8
"""HARDER: by how much the last topic of a group is harder than the first, and the deepest question of a topic."""


def sat(seed: int, adaptive: bool = True) -> tuple[tuple[float, float], ...]:
    """Mean square errors of what is believed of the topics and of the rounds of a simulated learner: before, after.

    Ability and difficulty decide with luck, as in Thurstone's model, and one of four choices is right by chance.
    """
    rng = np.random.default_rng([7, seed])
    general, ability = rng.normal(-0.3, 0.9), dict[str, float]()
    for group in OUTLINE.groups:
        of_group, size = general + rng.normal(0, 0.6), len(group.topics)
        for place, topic in enumerate(group.topics):
            ability[topic.id] = of_group + rng.normal(0, 0.4) - HARDER * ((place + 0.5) / size - 0.5)
    true = {one: 0.5 * (1 + erf(value / sqrt(LUCK**2 + SPREAD**2) / sqrt(2))) for one, value in ability.items()}
    asked: list[Asked] = []
    for _ in range(20):
        every = [one for some in left(asked).values() for one in some]
        question = go_on(asked)[0] if adaptive else every[int(rng.integers(len(every)))]
        depth = int(question.id.rpartition("/")[2])
        difficulty = HARDER * ((depth + 0.5) / A_TOPIC - 0.5) + rng.normal(0, SPREAD)
        right = ability[question.topic] + rng.normal(0, LUCK) > difficulty
        lucky = question.kind is ItemKind.CHOICE and rng.random() < 0.25
        asked.append(Asked(question, bool(right or lucky)))
    return off(true, {}), off(true, scored(asked))


def off(true: dict[str, float], found: dict[str, Evidence]) -> tuple[float, float]:
    """How far what is believed is from the truth, squared: the mean over topics, and over rounds."""
    believed = {one: belief.mean for one, belief in beliefs(OUTLINE, found).items()}
    by_round = [[one for one in true if one.startswith(f"{round_}-")] for round_ in SIZES]
    of_rounds = [np.mean([believed[one] for one in mine]) - np.mean([true[one] for one in mine]) for mine in by_round]
    return float(np.mean([(believed[one] - true[one]) ** 2 for one in true])), float(np.mean(np.square(of_rounds)))


def test_after_the_placement_the_belief_is_nearer_to_the_truth() -> None:
    before, after = np.sqrt(np.mean([sat(seed) for seed in range(LEARNERS)], axis=0))
    assert after[0] < 0.6 * before[0], "by topic"
    assert after[1] < 0.5 * before[1], "by round"
    at_random = np.sqrt(np.mean([sat(seed, adaptive=False)[1] for seed in range(LEARNERS)], axis=0))
    assert after[1] < 0.8 * at_random[1], "a round of one topic is asked about, too"
