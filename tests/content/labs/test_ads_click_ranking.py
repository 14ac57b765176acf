"""The lab of ads: its metric in slices, and what it tells of the ads that win the auction, against loops."""

import math
from functools import cache
from typing import Any

import numpy as np
import pytest

from sharpen.content.labs import find_labs
from sharpen.content.library import bundled
from sharpen.labs.columns import Columns
from sharpen.labs.run import open_world

LABS = find_labs([bundled()])
FOLDER = LABS.folder("ads-click-ranking")


@cache
def opened() -> tuple[Any, Columns]:
    world = open_world(FOLDER, 1)
    return world, world.log(world.history - 1)


def test_in_every_slice_a_constant_click_rate_has_an_entropy_of_one() -> None:
    world, log = opened()
    for name, labels in world.offline(log, np.full((len(log["click"]), 1), 0.5)).slices.items():
        for label in np.unique(labels):
            part = labels == label
            rate = log["click"][part].mean()
            found = world.offline(log, np.full((len(log["click"]), 1), rate))
            assert found.numerator[part].sum() / found.within[name][part].sum() == pytest.approx(1)


def test_all_rows_are_measured_by_the_entropy_of_all() -> None:
    world, log = opened()
    rate = float(log["click"].mean())
    entropy = -(rate * math.log(rate) + (1 - rate) * math.log(1 - rate))
    assert world.offline(log, np.full((len(log["click"]), 1), 0.1)).denominator == pytest.approx(entropy)


def test_what_is_told_of_the_winners_is_what_a_loop_counts() -> None:
    world, _ = opened()
    requests = world.requests(28, 200, world.random(9))
    actions = world.random(10).random(requests["ads"].shape) * 0.1
    outcomes = world.respond(requests, actions, world.random(11).random((len(actions), world.draws)))
    said = clicked = shown = clicks = 0.0
    for row, values in enumerate(requests["bid"] * actions):
        order = sorted(range(len(values)), key=lambda ad: -values[ad])[:3]
        won = [ad for ad in order if values[ad] > 0.035]
        shown += len(won)
        clicks += outcomes["click"][row].sum()
        said += actions[row, won[0]] if won else 0
        clicked += outcomes["click"][row, 0]
    told = {
        name: (above.sum(), below.sum())
        for name, (above, below) in world.told_live(requests, actions, outcomes).items()
    }
    assert told["predicted over actual clicks, first slot"] == pytest.approx((said, clicked))
    assert told["clicks per ad shown"] == pytest.approx((clicks, shown))
    assert told["ads shown per request"] == pytest.approx((shown, len(actions)))


def test_a_table_of_rates_that_is_right_offline_overrates_the_ads_it_chooses() -> None:
    """Probabilities with noise are right on average, and not of those that win for having been overrated."""
    world, log = opened()
    rng = np.random.default_rng(1)
    replay = world.replay(log)
    noise = np.exp(rng.normal(-0.5, 1, len(log["click"])))[:, None]
    above, below = world.told_offline(log, world.best(replay) * noise)["predicted over actual clicks, first slot"]
    offline = above.sum() / below.sum()
    requests = world.requests(28, 4000, world.random(9))
    actions = np.clip(world.best(requests) * np.exp(rng.normal(-0.5, 1, requests["ads"].shape)), 0, 1)
    outcomes = world.respond(requests, actions, world.random(11).random((len(actions), world.draws)))
    above, below = world.told_live(requests, actions, outcomes)["predicted over actual clicks, first slot"]
    assert above.sum() / below.sum() > 1.3 * offline
