"""The world of the feed: its metric, its feedback loop, what a design may see of it, and what it refuses."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sklearn.metrics import ndcg_score

from sharpen.content.library import bundled
from sharpen.labs.columns import Array, Columns, Ratios, chosen, joined, visible
from sharpen.labs.run import open_world
from sharpen.labs.world import BadActions, Evidence, World

FOLDER: Path = bundled() / "cases" / "feed-ranking"
SEEN_OF_REQUESTS = {"day", "hour", "member", "post", "author", "topic", "format", "age", "followed", "opens"}


@pytest.fixture(scope="module")
def world() -> World:
    return open_world(FOLDER, 1)


@pytest.fixture(scope="module")
def requests(world: World) -> Columns:
    return world.requests(world.history, 3000, world.random(99))


def by_chance(rows: Columns) -> Array:
    """Which visits were shown a random choice of posts in random order."""
    return (rows["propensity"] < 0.5).any(axis=1)


@pytest.mark.parametrize("grades", [1, 3, 1_000_000])
def test_the_metric_is_the_ndcg_of_scikit_learn_ties_included(world: World, grades: int) -> None:
    rows = chosen(world.past(), slice(-3000, None))
    scores = world.random(98).integers(0, grades, rows["click"].shape).astype(float)
    found = world.offline(rows, scores)
    click = np.take_along_axis(rows["click"], np.argsort(rows["_column"], axis=1), 1)
    some = click.any(axis=1) & by_chance(rows)
    assert (found.denominator == some).all()
    assert found.numerator[~some].sum() == 0
    theirs = ndcg_score(click[some], scores[some])
    assert found.numerator.sum() / found.denominator.sum() == pytest.approx(theirs)


def test_visits_without_clicks_alone_have_no_metric(world: World) -> None:
    rows = world.past()
    nothing = chosen(rows, ~rows["click"].any(axis=1))
    found = world.offline(nothing, np.zeros(nothing["click"].shape))
    assert found.numerator.sum() == found.denominator.sum() == 0


def test_only_visits_whose_order_chance_made_have_a_metric(world: World) -> None:
    rows = world.past()
    scores = np.zeros(rows["click"].shape)
    counted = world.offline(rows, scores).denominator > 0
    assert by_chance(rows)[counted].all()
    assert (counted == (by_chance(rows) & rows["click"].any(axis=1))).all()
    assert 0.11 < by_chance(rows).mean() < 0.13


def test_scores_are_of_the_posts_that_the_replay_asks_about(world: World) -> None:
    rows = world.past()
    asked = world.replay(rows)
    clicked = rows["post"] * rows["click"] - 1 * (rows["click"] == 0)
    scores = (asked["post"][:, :, None] == clicked[:, None, :]).any(axis=2).astype(float)
    assert ratio(world.offline(rows, scores)) == pytest.approx(1)
    assert (np.sort(asked["post"], axis=1) == np.sort(rows["post"], axis=1)).all()


def ratio(found: Evidence) -> float:
    """The metric."""
    return float(found.numerator.sum() / found.denominator.sum())


def test_columns_say_nothing_of_what_is_wanted(world: World) -> None:
    requests = joined([world.requests(day, 8000, world.random(89, day)) for day in range(3)])
    count = len(requests["day"])
    for name in ("followed", "age", "opens"):
        values = requests[name].astype(float)
        means, error = values.mean(axis=0), values.std() / np.sqrt(count)
        assert (np.abs(means - values.mean()) < 4.5 * error).all()


def test_a_constant_score_is_a_random_order(world: World) -> None:
    requests = joined([world.requests(day, 20_000, world.random(88, day)) for day in range(28, 31)])
    shape = requests["post"].shape
    random = np.mean([world.truth(requests, world.random(87, i).random(shape)).mean() for i in range(3)])
    for actions in (np.zeros(shape), np.zeros(shape) - np.arange(12), np.zeros(shape) + np.arange(12)):
        assert world.truth(requests, actions).mean() == pytest.approx(random, rel=0.02)


def test_replayed_columns_say_nothing_of_the_order_that_was_shown(world: World) -> None:
    rows = world.past()
    slots = np.argsort(np.argsort(rows["_column"], axis=1), axis=1)  # by slot, the column of its post
    assert np.abs(slots.mean(axis=0) - 2).max() < 0.03
    constant = ratio(world.offline(rows, np.zeros(rows["click"].shape)))
    falling = ratio(world.offline(rows, np.zeros(rows["click"].shape) - np.arange(5)))
    assert falling == pytest.approx(constant, abs=0.02)


def test_who_knows_what_is_opened_is_best_offline_and_worse_live(world: World) -> None:
    rows = world.past()
    asked = world.replay(rows)
    opened: Array = world._tendencies(asked, asked["post"])[0]  # type: ignore[attr-defined]
    offline = [ratio(world.offline(rows, scores)) for scores in (opened, world.best(asked))]
    assert offline[0] > offline[1] + 0.03
    assert offline[0] > ratio(world.offline(rows, np.zeros(opened.shape))) + 0.1
    clicks, value = world.fork(), world.fork()
    for day in range(world.history, world.history + 5):
        requests = world.requests(day, 8000, world.random(86, day))
        clicks_first: Array = world._tendencies(requests, requests["post"])[0]  # type: ignore[attr-defined]
        live(clicks, day, clicks_first, requests)
        live(value, day, world.best(requests), requests)
    newest = world.production(requests, world.random(85))
    assert clicks.truth(requests, clicks_first).mean() < world.truth(requests, newest).mean()
    assert value.truth(requests, world.best(requests)).mean() > 1.5 * world.truth(requests, newest).mean()


def test_the_log_holds_what_was_shown_and_what_came_of_it_and_no_more(world: World) -> None:
    log = world.log(world.history - 1)
    assert set(visible(log)) == SEEN_OF_REQUESTS | {"propensity", "click", "dwell", "hide"}
    assert log["click"].shape == (len(log["day"]), 5)
    assert ((log["dwell"] > 0) <= (log["click"] == 1)).all()
    assert set(world.replay(log)) == SEEN_OF_REQUESTS


def test_requests_hold_different_posts_of_the_last_three_days(requests: Columns) -> None:
    assert set(requests) == SEEN_OF_REQUESTS
    assert (np.diff(np.sort(requests["post"], axis=1)) > 0).all()
    assert requests["age"].min() >= 0
    assert requests["age"].max() <= 72
    assert len(np.unique(requests["author"])) > 200


def test_propensities_are_how_often_production_gives_a_post_its_slot(world: World, requests: Columns) -> None:
    one = chosen(requests, np.zeros(40_000, int))
    one["day"] = np.full(40_000, world.history - 1)  # as if it had come in the history
    outcomes = world.respond(one, world.production(one, world.random(97)), np.full((40_000, world.draws), 0.5))
    rows = world.rows(one, np.zeros(0), outcomes)
    for slot in range(5):
        for post in np.unique(rows["post"][:, slot]):
            here = rows["post"][:, slot] == post
            said = np.unique(rows["propensity"][here, slot])
            assert len(said) == 1
            assert here.mean() == pytest.approx(
                float(said[0]), abs=float(5 * np.sqrt(said[0] * (1 - said[0]) / 40_000))
            )


def test_the_truth_is_the_mean_of_what_happens(world: World, requests: Columns) -> None:
    some = chosen(requests, slice(0, 40))
    for actions in (world.best(some), -world.best(some)):
        u = world.random(96).random((4000, 40, world.draws))
        rewards = np.array([world.respond(some, actions, each)["reward"] for each in u])
        error = rewards.std(axis=0) / np.sqrt(len(u))
        assert (np.abs(rewards.mean(axis=0) - world.truth(some, actions)) < 5 * error).all()


def live(world: World, day: int, score: Array, requests: Columns) -> None:
    """A day on which these scores are shown."""
    u = world.random(95, day).random((len(score), world.draws))
    world.live(requests, score, world.respond(requests, score, u))


def test_bait_is_opened_more_and_makes_members_leave(world: World) -> None:
    baited, spared = world.fork(), world.fork()
    opened = []
    for day in range(world.history, world.history + 5):
        requests = world.requests(day, 8000, world.random(94, day))
        same = world.requests(day, 8000, world.random(94, day))
        assert all((requests[name] == same[name]).all() for name in requests)  # whatever was shown before
        bait: Array = world.bait[requests["post"]]  # type: ignore[attr-defined]
        u = world.random(93, day).random((len(bait), world.draws))
        opened.append([world.respond(requests, sign * bait, u)["clicks"].mean() for sign in (1, -1)])
        live(baited, day, bait, requests)
        live(spared, day, -bait, requests)
    assert min(more / less for more, less in opened) > 1.2
    actions = world.best(requests)
    before = world.truth(requests, actions).mean()
    assert baited.truth(requests, actions).mean() < 0.8 * before
    assert spared.truth(requests, actions).mean() > before


def told(ratios: Ratios) -> dict[str, float]:
    return {name: above.sum() / below.sum() for name, (above, below) in ratios.items()}


def test_what_is_told_shows_that_bait_is_opened_more_and_read_less(world: World) -> None:
    requests = world.requests(world.history, 8000, world.random(92))
    bait: Array = world.bait[requests["post"]]  # type: ignore[attr-defined]
    u = world.random(91).random((len(bait), world.draws))
    baited, spared = (
        told(world.told_live(requests, sign * bait, world.respond(requests, sign * bait, u))) for sign in (1, -1)
    )
    assert baited["posts opened per visit"] > 1.2 * spared["posts opened per visit"]
    name = "minutes that an opened post is read for"
    assert baited[name] < 0.8 * spared[name]
    log = world.log(world.history - 1)
    shown: Array = world.bait[world.replay(log)["post"]]  # type: ignore[attr-defined]
    baited, spared = (told(world.told_offline(log, sign * shown)) for sign in (1, -1))
    assert baited[name] < 0.8 * spared[name]
    assert baited["posts hidden per post opened"] > 0


def test_what_is_told_offline_is_of_the_post_that_is_put_first(world: World) -> None:
    log = chosen(world.log(world.history - 1), slice(0, 500))
    scores = world.random(90).random(log["post"].shape)
    seconds = opened = 0.0
    for row, score in enumerate(scores):
        slot = log["_column"][row].argsort()[score.argmax()]
        seconds += min(float(log["dwell"][row][slot]), 180)
        opened += log["click"][row][slot]
    above, below = world.told_offline(log, scores)["minutes that an opened post is read for"]
    assert (above.sum(), below.sum()) == pytest.approx((seconds / 60, opened))


def test_a_fork_goes_its_own_way(world: World, requests: Columns) -> None:
    before, fork = world.truth(requests, world.best(requests)), world.fork()
    live(fork, world.history, -world.best(requests), requests)
    assert (world.truth(requests, world.best(requests)) == before).all()
    assert not (fork.truth(requests, world.best(requests)) == before).all()


def test_an_interleaved_list_has_the_posts_of_both(world: World, requests: Columns) -> None:
    first, second = world.best(requests), world.production(requests, world.random(92))
    mixture = world.interleaved(requests, first, second, world.random(91))
    assert mixture is not None
    actions, owner = mixture
    shown, ours, theirs = (scores.argmax(axis=1) for scores in (actions, first, second))
    assert (shown == np.where(owner[:, 0], theirs, ours)).all()
    assert 0.45 < owner.mean() < 0.55
    outcomes = world.respond(requests, actions, world.random(90).random((len(owner), world.draws)))
    credit = world.credited(outcomes, owner)
    assert credit[owner.all(axis=1)].sum() == outcomes["reward"][owner.all(axis=1)].sum()
    assert credit.mean() < 0  # the best ranking is the first


@pytest.mark.parametrize(
    ("actions", "why"),
    [
        (np.zeros((5, 11)), r"scores of shape \(5, 12\).*float64 of shape \(5, 11\)"),
        (np.zeros(5), r"of shape \(5,\)"),
        (np.full((5, 12), "a"), "it returned <U1"),
        (None, "it returned object"),
        (np.full((5, 12), 1j), "it returned complex128"),
    ],
)
def test_what_is_no_score_for_each_candidate_is_refused(
    world: World, requests: Columns, actions: Any, why: str
) -> None:
    with pytest.raises(BadActions, match=why):
        world.checked(chosen(requests, slice(0, 5)), actions)


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_a_score_that_is_no_number_is_refused_with_its_request(world: World, requests: Columns, value: float) -> None:
    actions = np.zeros((5, 12))
    actions[3, 7] = value
    with pytest.raises(BadActions, match=f"finite number.*{value}") as refused:
        world.checked(chosen(requests, slice(0, 5)), actions)
    assert refused.value.row == 3
