"""Experiments in a small world: what goes wrong with who is in which arm, and how an experiment that begins small ends.

A request shows a button, the action is how large it is, and a reward is a click.
"""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sharpen.authoring.lab_proof import prove
from sharpen.domain.lab import Goal, Lab, Size, Stage
from sharpen.domain.lab_report import AbReport
from sharpen.labs import experiment, statistics
from sharpen.labs.columns import Array, Columns, Floats
from sharpen.labs.design import Trusted
from sharpen.labs.experiment import Trial
from sharpen.labs.lane import Lane
from sharpen.labs.world import Evidence, World

DAYS = 6
LAB = Lab("buttons", "Buttons", "", "1", "accuracy", "higher", Goal(10, 10), 0.05, size=Size(ab=DAYS, ab_per_day=3000))
BUSY = 2
"""A day of the experiment on which nearly everybody clicks."""


class Buttons(World):
    """Some users click often; on a busy day all do."""

    units = 3000
    history = 1

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.rate = self.random(0).beta(2, 6, self.units)

    def requests(self, day: int, n: int, rng: np.random.Generator) -> Columns:
        user = rng.integers(0, self.units, n)
        return {"day": np.full(n, day), "user": user}

    def checked(self, _requests: Columns, actions: Any) -> Array:
        return np.asarray(actions, float)

    def respond(self, requests: Columns, actions: Array, u: Floats) -> Columns:
        return {"reward": (u[:, 0] < self.truth(requests, actions)).astype(float)}

    def truth(self, requests: Columns, actions: Array) -> Floats:
        busy = np.where(requests["day"] < self.history + BUSY, 0.6, 0.0)
        chance: Floats = np.clip(self.rate[requests["user"]] + busy, 0, 0.9) * actions
        return chance

    def best(self, requests: Columns) -> Array:
        return np.ones(len(requests["user"]))

    def rows(self, requests: Columns, _actions: Array, outcomes: Columns) -> Columns:
        return {**requests, **outcomes}

    def rewards(self, rows: Columns) -> Floats:
        return rows["reward"]

    def production(self, requests: Columns, _rng: np.random.Generator) -> Array:
        return np.ones(len(requests["user"]))

    def replay(self, rows: Columns) -> Columns:
        return rows

    def offline(self, rows: Columns, actions: Array) -> Evidence:
        return Evidence(rows["reward"], np.ones(len(actions)), rows["user"])


def sized(size: float) -> type:
    """A design whose buttons have this size."""

    class Design:
        def fit(self, _log: Columns, _day: int) -> "Design":
            return self

        def act(self, requests: Columns) -> Floats:
            return np.full(len(requests["user"]), size)

    return Design


def tried(size: float, seed: int = 1, ramp: tuple[float, ...] = ()) -> Trial:
    """An experiment with buttons of another size."""
    world = Buttons(seed)
    lanes = [Lane(Stage.AB, world.fork(), Trusted({"Design": sized(each)})) for each in (size, 1.0)]
    return experiment.run(replace(LAB, ramp=ramp), lanes[0], lanes[1], 1.0, lambda _: None, salt=seed)


def reported(trial: Trial) -> AbReport:
    """The report on it, with nothing known from before."""
    return experiment.evaluated(LAB, trial, np.zeros(Buttons.units), Buttons.units)


def test_an_experiment_finds_what_is_there() -> None:
    report = reported(tried(1.1))
    assert report.lift.low < report.true_lift < report.lift.high
    assert report.true_lift == pytest.approx(0.1)
    assert report.sample_ratio_p > 0.001
    assert report.ramp == ()


def test_a_design_that_crashes_for_some_users_who_are_then_left_out_shows_in_the_sample_ratio() -> None:
    whole = tried(1.0)
    heavy = Buttons(1).rate[whole.units] > 0.3
    dropped = whole.treated & heavy & (statistics.hashed(whole.units, 77) < 0.8)
    left = replace(
        whole,
        units=whole.units[~dropped],
        day=whole.day[~dropped],
        treated=whole.treated[~dropped],
        outcomes={name: values[~dropped] for name, values in whole.outcomes.items()},
    )
    report = reported(left)
    assert report.sample_ratio_p < 1e-6
    assert report.lift.high < 0  # the design changes nothing: the lift is who was left out
    assert reported(whole).sample_ratio_p > 0.001


def test_crashes_that_strike_both_arms_alike_do_not_show_in_it() -> None:
    whole = tried(1.0)
    kept = statistics.hashed(whole.units, 77) < 0.7
    outcomes = {name: values[kept] for name, values in whole.outcomes.items()}
    left = replace(whole, units=whole.units[kept], day=whole.day[kept], treated=whole.treated[kept], outcomes=outcomes)
    assert reported(left).sample_ratio_p > 0.001


def test_an_experiment_that_begins_small_tells_the_ratio_of_each_step_and_the_lift_of_the_rest() -> None:
    ramp = (0.05, 0.2)
    trial = tried(1.1, ramp=ramp)
    report = reported(trial)
    users = len(np.unique(trial.units[trial.day == 0]))
    assert [step.share for step in report.ramp] == list(ramp)
    assert sum(report.ramp[0].sizes) == pytest.approx(2 * ramp[0] * users, rel=0.2)
    assert all(step.sample_ratio_p > 0.001 for step in report.ramp)
    assert len(report.days) == DAYS - len(ramp)
    assert report.lift.low < 0.1 < report.lift.high


def test_nobody_changes_arms_as_an_experiment_grows_and_who_is_not_in_gets_the_baseline() -> None:
    trial = tried(0.0, ramp=(0.05, 0.2))  # buttons of no size are never clicked
    assert trial.entered is not None
    for day in range(DAYS - 1):
        assert set(trial.units[trial.entered & (trial.day == day)]) & set(trial.units[trial.day == day + 1]) <= set(
            trial.units[trial.entered & (trial.day == day + 1)]
        )
    clicked = trial.outcomes["reward"] == 1
    assert not clicked[trial.treated & trial.entered].any()
    assert clicked[trial.treated & ~trial.entered].mean() > 0.5
    assert reported(trial).lift.value == -1


def test_moving_users_to_the_treatment_as_it_grows_turns_the_sign_and_the_ramp_does_not() -> None:
    """The first days are busy; the design is better by a tenth, on each day."""
    ramp = (0.05, 0.2)
    trial = tried(1.1, ramp=ramp)
    moved = np.random.default_rng(1).random(len(trial.day)) < np.array([*ramp, *[0.5] * (DAYS - len(ramp))])[trial.day]
    world, requests = Buttons(1), {"day": trial.day + Buttons.history, "user": trial.units}
    clicked = np.random.default_rng(2).random(len(moved)) < world.truth(requests, np.where(moved, 1.1, 1.0))
    assert clicked[moved].mean() < clicked[~moved].mean()
    for day in range(DAYS):
        now = trial.day == day
        assert clicked[now & moved].mean() > clicked[now & ~moved].mean() - 0.03
    assert reported(trial).lift.value > 0


def test_a_ramp_leaves_a_tests_false_alarms_at_one_in_twenty() -> None:
    trial = tried(1.0, ramp=(0.05, 0.2))
    nothing = np.zeros(Buttons.units)
    found = sum(
        experiment.p_values(experiment.divided(trial, salt), nothing, Buttons.units)[0] < statistics.ALPHA
        for salt in range(400)
    )
    assert statistics.binomial_tail(found, 400, statistics.ALPHA) > 1e-6


@pytest.mark.parametrize("salt", [1, 99])
def test_who_enters_first_does_not_depend_on_the_arm(salt: int) -> None:
    units = np.arange(20_000)
    treated = statistics.arms(units, salt)[statistics.hashed(units, salt + experiment.ENTERING) < 0.1]
    assert statistics.sample_ratio(int((~treated).sum()), int(treated.sum())) > 1e-6
    assert 1800 < len(treated) < 2200


@pytest.mark.parametrize(
    ("ramp", "why"),
    [((0.3, 0.2), "rise"), ((0.0, 0.2), "above 0"), ((0.7,), "at most a half"), ((0.1,) * DAYS, "nothing remains")],
)
def test_a_ramp_that_does_not_grow_or_never_ends_is_a_fault_of_the_lab(ramp: tuple[float, ...], why: str) -> None:
    (fault,) = prove(replace(LAB, ramp=ramp), Path(), [])
    assert why in fault


def test_a_ramp_that_grows_is_none() -> None:
    assert list(prove(replace(LAB, ramp=(0.1, 0.1, 0.5)), Path(), [])) == []
