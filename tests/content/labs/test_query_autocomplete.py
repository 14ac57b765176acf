"""The world of the search box: its metric, what it refuses, and what a design may see of it."""

from pathlib import Path

import numpy as np
import pytest

from sharpen.content.library import bundled
from sharpen.labs.columns import chosen, visible
from sharpen.labs.run import open_world
from sharpen.labs.world import BadActions, World

FOLDER: Path = bundled() / "cases" / "query-autocomplete"


@pytest.fixture(scope="module")
def world() -> World:
    return open_world(FOLDER, 1)


def test_the_metric_is_the_mean_of_reciprocal_ranks(world: World) -> None:
    rows = chosen(world.log(27), np.arange(300))
    texts = np.full((300, 8), "", "U24")
    texts[:100, 0] = rows["query"][:100]
    texts[100:200, 3] = rows["query"][100:200]
    found = world.offline(rows, world.checked(world.replay(rows), texts))
    by_hand = [1.0] * 100 + [0.25] * 100 + [0.0] * 100
    assert found.numerator.tolist() == by_hand
    assert found.denominator.sum() == 300


def test_slices_tell_news_and_sensitive_queries_apart(world: World) -> None:
    rows = chosen(world.past(), slice(-20_000, None))
    slices = world.offline(rows, world.checked(world.replay(rows), np.full((20_000, 1), ""))).slices
    assert set(slices) == {"letters", "typing", "traffic", "query", "days"}
    assert 0.25 < (slices["traffic"] == "in the news").mean() < 0.45
    assert 0.005 < (slices["query"] == "sensitive").mean() < 0.06
    assert ((slices["days"] == "weekends") == (rows["day"] % 7 >= 5)).all()
    month = world.past()  # who is in the news today is looked for more than in the whole history
    news = chosen(rows, (slices["traffic"] == "in the news") & (rows["day"] == world.history - 1))
    queries, today = np.unique(news["query"], return_counts=True)
    usual = np.isin(month["query"], queries).sum() / len(month["day"])
    assert today.sum() / (rows["day"] == world.history - 1).sum() > 2 * usual


def test_a_sensitive_suggestion_costs_what_the_text_says(world: World) -> None:
    requests = world.requests(28, 50, world.random(92))
    harmful: str = world.queries[world.sensitive][0]  # type: ignore[attr-defined]
    actions = world.checked(requests, np.full((len(requests["day"]), 1), harmful))
    unwanted = world.queries[requests["_wanted"]] != harmful  # type: ignore[attr-defined]
    assert world.truth(requests, actions)[unwanted] == pytest.approx(-0.25 * 0.9)


def test_what_nobody_searches_for_helps_and_harms_nobody(world: World) -> None:
    requests = world.requests(28, 50, world.random(99))
    nonsense = world.checked(requests, np.full((len(requests["day"]), 1), "zzz qqq"))
    assert (world.truth(requests, nonsense) == 0).all()


def test_the_expected_reward_is_the_mean_of_what_happens(world: World) -> None:
    requests = world.requests(28, 400, world.random(98))
    actions = world.production(requests, world.random(97))
    rng = world.random(96)
    rounds = [world.respond(requests, actions, rng.random((len(actions), 3)))["reward"].mean() for _ in range(300)]
    error = np.std(rounds) / np.sqrt(len(rounds))
    assert abs(np.mean(rounds) - world.truth(requests, actions).mean()) < 5 * error


def test_a_design_sees_neither_what_is_wanted_nor_what_it_earns(world: World) -> None:
    requests = world.requests(28, 10, world.random(95))
    assert visible(requests).keys() == {"day", "hour", "user", "prefix"}
    assert not [name for name in visible(world.log(3)) if name.startswith("_")]


def test_typed_prefixes_are_the_first_letters_of_the_query_but_for_slips(world: World) -> None:
    log = world.log(27)
    fits = np.char.startswith(log["query"], log["prefix"])
    assert 0.85 < fits.mean() < 0.95
    assert np.char.startswith(log["query"], log["_meant"]).all()


def test_texts_that_are_no_query_and_gaps_are_taken_as_they_stand(world: World) -> None:
    requests = chosen(world.requests(28, 20, world.random(93)), np.arange(1))
    texts = np.array([["never heard of this", "", "data set", "nor of that", ""]])
    known = world.checked(requests, texts)
    assert known.shape == (1, 8)
    assert (known[0] >= 0).tolist() == [False, False, True, False, False, False, False, False]


@pytest.mark.parametrize(
    ("actions", "why"),
    [
        (np.zeros((5, 8)), r"texts of shape \(5, 1 to 8\).*float64 of shape \(5, 8\)"),
        (np.full((4, 8), ""), r"of shape \(4, 8\)"),
        (np.full((5, 9), ""), r"of shape \(5, 9\)"),
        (np.full((5, 2), "data set"), "comes twice: \\['data set', 'data set'\\]"),
        (np.full((5, 8), "never heard of this"), "comes twice: \\['never heard of this', 'never heard"),
        (np.array([["data set", "", "never", "", "never"]] * 5), "comes twice"),
        (None, "it returned object"),
    ],
)
def test_what_is_no_list_of_suggestions_is_refused_in_words(world: World, actions: object, why: str) -> None:
    requests = chosen(world.requests(28, 20, world.random(94)), np.arange(5))
    with pytest.raises(BadActions, match=why):
        world.checked(requests, actions)
