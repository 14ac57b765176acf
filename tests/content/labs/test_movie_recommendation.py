"""The lab on movie recommendation: its metric is right, its world keeps its word, and its proof holds."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from sharpen.content.labs import read_lab
from sharpen.domain.lab import Lab, Stage
from sharpen.labs import offline
from sharpen.labs.columns import Array, Columns, chosen, rows
from sharpen.labs.lane import Lane
from sharpen.labs.run import open_trusted, open_world
from sharpen.labs.world import BadActions, World

FOLDER = Path(__file__).parents[3] / "content/cases/movie-recommendation"


@pytest.fixture(scope="module")
def past() -> World:
    """A world that has lived through its history; tests fork it."""
    world = open_world(FOLDER, 7)
    world.past()
    return world


@pytest.fixture
def world(past: World) -> World:
    return past.fork()


@pytest.fixture
def requests(world: World) -> Columns:
    return world.requests(28, 500, world.random(99))


def test_metric_agrees_with_brute_force(world: World) -> None:
    """Lists and logs with empty places, visits without a watch, and movies that nobody has met."""
    rng = np.random.default_rng(3)
    n = 300
    log = chosen(world.log(27), rng.permutation(rows(world.log(27)))[:n])
    log["movies"][rng.random(log["movies"].shape) < 0.3] = -1
    log["watched"] = ((log["movies"] >= 0) & (rng.random((n, 10)) < 0.2)).astype(np.int8)
    log["watched"][:50] = 0
    actions = np.argsort(rng.random((n, 700)), axis=1)[:, :10]
    actions[:, :3] = np.where(rng.random((n, 3)) < 0.7, log["movies"][:, :3], -1)
    evidence = world.offline(log, actions)
    for row in range(n):
        liked = {int(m) for m, w in zip(log["movies"][row], log["watched"][row], strict=True) if w}
        assert evidence.denominator[row] == len(liked)
        assert evidence.numerator[row] == len(liked & set(actions[row].tolist()))
    assert 0 < evidence.numerator.sum() < evidence.denominator.sum()


def test_metric_is_what_implicit_calls_precision(world: World) -> None:
    """implicit 0.7.3 divides hits by min(K, relevant), which is this recall where nobody has more than K relevant."""
    from implicit.als import AlternatingLeastSquares
    from implicit.evaluation import precision_at_k

    log = world.log(27)
    visit, place = np.nonzero(log["watched"])
    user, movie, late = log["user"][visit], log["movies"][visit, place].astype(int), log["day"][visit] > 20
    shape = world.units, 700
    train, test = (csr_matrix((np.ones(part.sum()), (user[part], movie[part])), shape) for part in (~late, late))
    asked = np.flatnonzero((np.diff(test.indptr) >= 1) & (np.diff(test.indptr) <= 10) & (np.diff(train.indptr) >= 1))
    test = csr_matrix(test.multiply(np.isin(np.arange(shape[0]), asked)[:, None]))
    test.eliminate_zeros()  # implicit takes stored zeros for likes
    model = AlternatingLeastSquares(8, num_threads=1, random_state=1, iterations=3)
    model.fit(train, show_progress=False)
    found = precision_at_k(model, train, test, K=10, num_threads=1, show_progress=False)
    movies = np.full((len(asked), 10), -1)
    for row, one in enumerate(asked):
        movies[row, : test[one].nnz] = test[one].indices
    table = {"day": np.full(len(asked), 21), "user": asked, "movies": movies, "watched": (movies >= 0).astype(np.int8)}
    lists, _ = model.recommend(asked, train[asked], N=10)
    evidence = world.offline(table, lists)
    assert evidence.numerator.sum() / evidence.denominator.sum() == pytest.approx(found)
    assert found > 0


def test_metric_slices_know_new_users(world: World) -> None:
    log = world.log(27)
    late = chosen(log, log["day"] > 20)
    labels = world.offline(late, late["movies"].astype(int)).slices["user"]
    known = np.isin(late["user"], log["user"][log["day"] <= 20])
    assert ((labels == "met before") == known).all()


def test_most_users_of_the_holdout_are_new(world: World) -> None:
    """As where ratings of MovieLens are split by time, where two thirds of the later users are new."""
    log = world.log(27)
    late = np.unique(log["user"][log["day"] > 20])
    assert 0.5 < 1 - np.isin(late, log["user"][log["day"] <= 20]).mean() < 0.75


def test_log_says_only_what_production_knows(world: World) -> None:
    log = world.log(27)
    known = {"day", "hour", "user", "age_group", "country", "movies", "watched", "rating", "propensity"}
    assert set(log) == known
    assert len({len(values) for values in log.values()}) == 1
    assert np.isin(log["rating"][log["watched"] == 0], 0).all()
    assert set(np.unique(log["rating"])) == set(range(6))


def test_production_lists_are_distinct_out_and_unwatched(past: World) -> None:
    log = past.log(27)
    assert (np.diff(np.sort(log["movies"], axis=1), axis=1) > 0).all()
    born = past.catalog(27)["born"]
    assert (born[log["movies"]] <= log["day"][:, None]).all()
    visit, place = np.nonzero(log["watched"])
    pair = log["user"][visit], log["movies"][visit, place]
    first = np.full((past.units, 700), 99)
    np.minimum.at(first, pair, log["day"][visit])
    assert (first[pair] == log["day"][visit]).all()  # nobody watches a movie again on a later day


def test_propensities_are_right_by_simulation(world: World, requests: Columns) -> None:
    """Each movie that may be shown adds 1 in expectation to the sum of 1 / propensity over the list."""
    out = np.flatnonzero(world.catalog(28)["born"] <= 28)
    may = (~world.watched[requests["user"]][:, out]).sum(axis=1)  # type: ignore[attr-defined]
    sums, times = np.zeros(len(may)), 60
    for time in range(times):
        world.production(requests, world.random(98, time))
        sums += (1 / world.chances).sum(axis=1) / times  # type: ignore[attr-defined]
    assert sums.mean() == pytest.approx(may.mean(), rel=0.01)


def test_truth_is_the_mean_of_what_happens(world: World, requests: Columns) -> None:
    actions = world.production(requests, world.random(97))
    times = 200
    rewards = np.zeros(len(actions))
    for time in range(times):
        u = world.random(96, time).random((len(actions), world.draws))
        rewards += world.respond(requests, actions, u)["reward"] / times
    assert rewards.mean() == pytest.approx(world.truth(requests, actions).mean(), rel=0.03)


def test_nobody_watches_again(world: World, requests: Columns) -> None:
    actions = world.best(requests)
    outcomes = world.respond(requests, actions, np.zeros((len(actions), world.draws)))  # everything is watched
    world.live(requests, actions, outcomes)
    assert not world.truth(requests, actions).any()
    assert not (world.best(requests)[:, :, None] == actions[:, None, :]).any()


def test_empty_places_bring_nothing(world: World, requests: Columns) -> None:
    nothing = world.checked(requests, np.full((rows(requests), 10), -1))
    outcomes = world.respond(requests, nothing, np.zeros((rows(requests), world.draws)))
    assert not outcomes["reward"].any()
    assert not outcomes["releases"].any()
    assert outcomes["fruitless"].all()
    assert not world.truth(requests, nothing).any()


def test_nothing_beats_the_best(world: World, requests: Columns) -> None:
    best = world.checked(requests, world.best(requests))
    highest = world.truth(requests, best)
    for time in range(5):
        other = world.truth(requests, world.production(requests, world.random(95, time)))
        assert (highest >= other - 1e-5).all()
    assert (highest >= world.truth(requests, best[:, ::-1]) - 1e-5).all()


def test_forks_go_their_own_ways(world: World, requests: Columns) -> None:
    other = world.fork()
    actions = world.best(requests)
    before = world.truth(requests, actions)
    other.live(requests, actions, other.respond(requests, actions, np.zeros((len(actions), world.draws))))
    assert (world.truth(requests, actions) == before).all()
    after = other.requests(28, 500, other.random(99))
    assert all((after[name] == requests[name]).all() for name in requests)


def test_catalog_announces_releases_two_weeks_ahead(world: World) -> None:
    catalog = world.catalog(30)
    assert (catalog["movie"] == np.arange(len(catalog["movie"]))).all()
    assert catalog["born"].max() == 44
    assert (catalog["genres"].sum(axis=1) >= 1).all()


def _with(row: int, place: int, movie: int) -> Any:
    def change(lists: Array) -> Array:
        lists[row, place] = movie
        return lists

    return change


@pytest.mark.parametrize(
    ("change", "why", "row"),
    [
        (lambda lists: lists[:, :9], "integers of shape", None),
        (lambda lists: lists.astype(float), "returned float64", None),
        (lambda lists: lists.astype(float) * np.nan, "returned float64", None),
        (lambda lists: [lists[0].tolist(), [1]], "integers of shape", None),
        (lambda _lists: "movies", "integers of shape", None),
        (lambda lists: lists.astype(bool), "returned bool", None),
        (_with(3, 0, 700), "must lie in 0..699", 3),
        (_with(4, 9, -2), "must lie in 0..699", 4),
        (_with(5, 1, 690), "day of its release", 5),
        (_with(6, 1, 0), "must be distinct", 6),
    ],
)
def test_bad_lists_are_refused(world: World, requests: Columns, change: Any, why: str, row: int | None) -> None:
    lists = np.tile(np.arange(10), (rows(requests), 1))
    assert (world.checked(requests, lists.astype(np.int16)) == lists).all()
    with pytest.raises(BadActions, match=why) as found:
        world.checked(requests, change(lists))
    assert found.value.row == row


def test_popularity_beats_factors_by_time_and_a_random_split_flatters(past: World) -> None:
    """What MovieLens shows, too: split by time, popularity beats the models that win where the split is random."""
    lab = _lab()
    baseline = Lane(Stage.OFFLINE, past.fork(), open_trusted(FOLDER / "baseline.py"))
    found = {}
    for name in ("production_mimicked", "popularity_ignored", "random_split"):
        lane = Lane(Stage.OFFLINE, past.fork(), open_trusted(FOLDER / f"traps/{name}.py"))
        found[name] = offline.measure(lab, lane, baseline, lambda _share: None)
    popular = found["production_mimicked"].metric.value
    assert popular > 1.5 * found["popularity_ignored"].metric.value
    assert popular > 1.5 * found["random_split"].metric.value
    own = found["random_split"].own
    assert own is not None
    assert own > 1.5 * found["random_split"].metric.value


def _lab() -> Lab:
    lab = read_lab(FOLDER)
    assert isinstance(lab, Lab), lab
    return lab
