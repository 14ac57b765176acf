"""What the three labs without a month of harm tell beside their metric is what a loop counts."""

from collections.abc import Mapping

import numpy as np
import pytest

from sharpen.content.library import bundled
from sharpen.labs.columns import Array, Columns, Ratios, chosen
from sharpen.labs.run import open_world
from sharpen.labs.world import World


def told(ratios: Ratios) -> Mapping[str, float]:
    return {name: above.sum() / below.sum() for name, (above, below) in ratios.items()}


def day(slug: str) -> tuple[World, Columns, Array, Columns]:
    world = open_world(bundled() / "cases" / slug, 1)
    world.past()
    requests = chosen(world.requests(28, 400, world.random(91)), np.arange(300))
    actions = world.production(requests, world.random(92))
    outcomes = world.respond(requests, actions, world.random(93).random((len(actions), world.draws)))
    return world, requests, actions, outcomes


def test_the_search_box_tells_of_queries_on_lists_and_of_harm() -> None:
    world, requests, actions, outcomes = day("query-autocomplete")
    found = told(world.told_live(requests, actions, outcomes))
    on = [wanted in row for wanted, row in zip(requests["_wanted"].tolist(), actions.tolist(), strict=True)]
    harm = sum(bool(world.sensitive[query]) for row in actions.tolist() for query in row if query >= 0)  # type: ignore[attr-defined]
    assert found["share of lists that hold the query"] == pytest.approx(np.mean(on))
    assert found["sensitive suggestions in 1,000 lists"] == pytest.approx(1000 * harm / len(on))
    assert found["share of searches in which a suggestion is taken"] == pytest.approx(outcomes["picked"].mean())
    assert set(told(world.told_offline(requests, actions))) < set(found)


def test_movies_tell_of_releases_and_of_what_was_watched_before() -> None:
    world, requests, actions, outcomes = day("movie-recommendation")
    actions = actions.copy()
    actions[:, 9] = np.argmax(world.watched[requests["user"]], axis=1)  # type: ignore[attr-defined]
    found = told(world.told_live(requests, actions, outcomes))
    places = [
        (user, movie) for user, row in zip(requests["user"].tolist(), actions.tolist(), strict=True) for movie in row
    ]
    again = [bool(world.watched[user, movie]) for user, movie in places if movie >= 0]  # type: ignore[attr-defined]
    fresh = [28 - world.born[movie] < 14 for _, movie in places if movie >= 0]  # type: ignore[attr-defined]
    assert 0 < found["share of places with what the user has watched"] == pytest.approx(np.mean(again))
    assert found["share of places with a release of two weeks"] == pytest.approx(np.mean(fresh))
    assert found["share of visits without a watch"] == pytest.approx((outcomes["reward"] == 0).mean())


def test_search_tells_whether_those_who_click_stay() -> None:
    world, requests, actions, outcomes = day("package-search")
    found = told(world.told_live(requests, actions, outcomes))
    assert found["stays per click"] == pytest.approx(outcomes["stay"].sum() / outcomes["click"].sum())
    rows = chosen(world.past(), slice(0, 3000))
    offline = told(world.told_offline(rows, rows["shown"].astype(int)))  # the design that shows what was shown
    first = rows["stay"][:, 0].sum() / rows["click"][:, 0].sum()
    assert offline["stays per click on the first result"] == pytest.approx(first)
