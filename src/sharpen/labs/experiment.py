"""The stage ab: a randomized experiment of a design against the baseline, which production runs today.

It may begin with a few of the units. Which arm a unit is in is known before it enters and never changes, and both arms
grow alike. An experiment that moves units from the control to the treatment as it grows compares days as well as arms:
the treatment has more of the later ones, and a season can turn the sign (Simpson's paradox; Crook, Frasca, Kohavi and
Longbotham, Seven Pitfalls to Avoid when Running Controlled Experiments on the Web, KDD 2009). The lift is of the days
on which all are in: on those each unit had the same chance to come.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from sharpen.domain.lab import Guardrail, Lab
from sharpen.domain.lab_report import AbReport, Happened, Interval, RampStep, Watched
from sharpen.labs import statistics
from sharpen.labs.columns import Array, Columns, Floats, Ratios, chosen, joined, rows
from sharpen.labs.interleaving import preference
from sharpen.labs.lane import Lane, Tell
from sharpen.labs.statistics import Difference
from sharpen.labs.world import World

SALT = 20261129
ENTERING = 1 << 32
"""Added to the salt, to choose who enters first regardless of the arm."""


@dataclass(frozen=True)
class Trial:
    """What an experiment has seen: one row per request that was answered, of whichever arm."""

    units: Array
    day: Array
    treated: Array
    outcomes: Columns
    truth: tuple[float, float]
    """Mean expected reward on the days after the ramp, had all traffic always gone to the baseline, or the design."""
    credit: Floats | None = None
    """By request, what the design's items earned in interleaved lists, less what the baseline's did; None where actions
    are no rankings."""
    entered: Array | None = None
    """Whether the unit of each request was in the experiment; None if all were."""
    ramp: tuple[float, ...] = ()
    happened: Happened = field(default_factory=dict)
    """What the world tells of the design and the baseline, on the days after the ramp, had all traffic gone to each."""


def measure(lab: Lab, design: Lane, baseline: Lane, on_time: float, tell: Tell) -> AbReport:
    """Run the experiment on two designs that are fitted. Raises DesignFailed."""
    trial = run(lab, design, baseline, on_time, tell, SALT + design.world.seed)
    return evaluated(lab, trial, before(design.world, lab.size.ab), design.world.units)


def run(lab: Lab, design: Lane, baseline: Lane, on_time: float, tell: Tell, salt: int = SALT) -> Trial:
    """Serve the days of an experiment. Requests that the design answers too late get the baseline's answer.

    Where actions are rankings the same requests are answered once more, by interleaving, in a world of its own.
    """
    shared, alone, woven = design.world.fork(), (baseline.world.fork(), design.world.fork()), design.world.fork()
    credits: list[Floats] = []
    start, days = shared.history, lab.size.ab
    seen: list[tuple[Array, Array, Array, Columns]] = []
    true_sums, count = [0.0, 0.0], 0
    told: tuple[list[Ratios], list[Ratios]] = ([], [])
    for day in range(start, start + days):
        requests = shared.requests(day, lab.size.ab_per_day, shared.random(21, day))
        n = rows(requests)
        u = shared.random(22, day).random((n, shared.draws))
        both = [baseline.act(requests, day), design.act(requests, day)]
        both[1] = mixed(both[1], both[0], shared.random(23, day).random(n) < on_time)
        treated = statistics.arms(requests[shared.unit], salt)
        entered = _entered(lab, requests[shared.unit], salt, day - start)
        actions = mixed(both[1], both[0], treated & entered)
        outcomes = shared.respond(requests, actions, u)
        shared.live(requests, actions, outcomes)
        full = day - start >= len(lab.ramp)
        for arm, world in enumerate(alone):
            true_sums[arm] += full * float(world.truth(requests, both[arm]).sum())
            alike = world.respond(requests, both[arm], u)
            if full:
                told[arm].append(world.told_live(requests, both[arm], alike))
            world.live(requests, both[arm], alike)
        credits += _interleaved(woven, requests, both, u, day)
        seen.append((requests[shared.unit], treated, entered, outcomes))
        count += full * n
        tell((day - start + 1) / days)
    day_of = np.repeat(np.arange(days), [len(units) for units, *_ in seen])
    units, treated, entered = (np.concatenate([part[i] for part in seen]) for i in (0, 1, 2))
    outcomes = joined([part[3] for part in seen])
    truth = true_sums[0] / count, true_sums[1] / count
    credit = np.concatenate(credits) if credits else None
    happened = statistics.both(_together(told[1]), _together(told[0]))
    return Trial(units, day_of, treated, outcomes, truth, credit, entered, lab.ramp, happened)


def _together(told: list[Ratios]) -> Ratios:
    """What was told of some days, of all of them."""
    every = {name: [statistics.summed(day[name]) for day in told] for name in (told[0] if told else ())}
    return {name: (np.array([a for a, _ in days]), np.array([b for _, b in days])) for name, days in every.items()}


def _entered(lab: Lab, units: Array, salt: int, day: int) -> NDArray[np.bool_]:
    """Which units are in the experiment on one of its days, counted from 0."""
    if day >= len(lab.ramp):
        return np.ones(len(units), bool)
    return statistics.hashed(units, salt + ENTERING) < 2 * lab.ramp[day]


def settled(trial: Trial) -> Trial:
    """What a trial has seen since all units were in."""
    if not trial.ramp:
        return trial
    late = trial.day >= len(trial.ramp)
    return replace(
        trial,
        units=trial.units[late],
        day=trial.day[late],
        treated=trial.treated[late],
        outcomes=chosen(trial.outcomes, late),
        credit=None,
        entered=None,
        ramp=(),
    )


def _steps(trial: Trial) -> Iterator[RampStep]:
    """The days on which not all units were in; a unit counts from its first visit in the experiment."""
    if trial.entered is None:
        return
    for day, share in enumerate(trial.ramp):
        until = (trial.day <= day) & trial.entered
        sizes = [len(np.unique(trial.units[until & (trial.treated == arm)])) for arm in (False, True)]
        yield RampStep(share, (sizes[0], sizes[1]), statistics.sample_ratio(*sizes))


def _interleaved(world: World, requests: Columns, both: list[Array], u: Floats, day: int) -> Iterator[Floats]:
    """The credit of a day's requests that were answered by both rankers together; nothing where actions are none."""
    mixture = world.interleaved(requests, both[0], both[1], world.random(24, day))
    if mixture is not None:
        actions, owner = mixture
        outcomes = world.respond(requests, actions, u)
        world.live(requests, actions, outcomes)
        yield world.credited(outcomes, owner)


def divided(trial: Trial, salt: int) -> Trial:
    """The same trial with its units divided in another way; only of an A/A test, where the arms are alike."""
    return replace(trial, treated=statistics.arms(trial.units, salt))


def mixed(first: Array, second: Array, which: Array) -> Array:
    """The rows of `first` where `which`, of `second` elsewhere."""
    shape = (len(which), *[1] * (first.ndim - 1))
    return np.where(which.reshape(shape), first, second)


def before(world: World, days: int) -> Floats:
    """By unit, its rewards in as many of the last days before the experiment as that will take."""
    past = world.past()
    recent = past["day"] >= world.history - days
    return summed(past[world.unit][recent], world.rewards(past)[recent], world.units)


def summed(units: Array, values: Array, count: int) -> Floats:
    """The sum of the values of each unit."""
    sums: Floats = np.bincount(units, values.astype(float), minlength=count).astype(float)
    return sums


def p_values(trial: Trial, earlier: Floats, units: int) -> tuple[float, float]:
    """The p-values of a difference in rewards, plain and by CUPED; `earlier` is the covariate of each unit."""
    trial = settled(trial)
    seen, arm = _groups(trial, units)
    totals = summed(trial.units, trial.outcomes["reward"], units)[seen]
    plain, cuped, _ = _compared(totals, earlier[seen], arm)
    return plain.p_value, cuped.p_value


def _groups(trial: Trial, units: int) -> tuple[Array, NDArray[np.bool_]]:
    """The units that were met, and whether each was treated."""
    seen = np.flatnonzero(np.bincount(trial.units, minlength=units))
    treated = np.zeros(units, bool)
    treated[trial.units] = trial.treated
    return seen, treated[seen]


def _compared(totals: Floats, earlier: Floats, arm: NDArray[np.bool_]) -> tuple[Difference, Difference, float]:
    """The difference, plain and by CUPED, and the share of the variance that CUPED takes away."""
    adjusted = statistics.cuped(totals, earlier)
    plain, cuped = (statistics.difference(values[~arm], values[arm]) for values in (totals, adjusted))
    return plain, cuped, 1 - float(adjusted.var() / totals.var()) if totals.var() else 0.0


def evaluated(lab: Lab, trial: Trial, earlier: Floats, units: int) -> AbReport:
    """The report on an experiment; `earlier` is the covariate of each unit."""
    preferred = preference(trial.units, trial.credit) if trial.credit is not None else None
    steps, trial = tuple(_steps(trial)), settled(trial)
    seen, arm = _groups(trial, units)
    totals = summed(trial.units, trial.outcomes["reward"], units)[seen]
    plain, cuped, cut = _compared(totals, earlier[seen], arm)
    base, best = trial.truth
    return AbReport(
        sizes=plain.sizes,
        sample_ratio_p=statistics.sample_ratio(*plain.sizes),
        lift=plain.lift,
        p_value=plain.p_value,
        cuped=cuped.lift,
        cuped_p_value=cuped.p_value,
        variance_cut=cut,
        true_lift=best / base - 1 if base else float("nan"),
        power=statistics.power(lab.effect * plain.means[0], cuped.error),
        days=tuple(_so_far(trial, units)),
        guardrails=tuple(_watched(each, trial, units, seen, arm) for each in lab.guardrails),
        interleaving=preferred.share if preferred else None,
        interleaving_p_value=preferred.p_value if preferred else None,
        ramp=steps,
        happened=trial.happened,
    )


def _so_far(trial: Trial, units: int) -> Iterator[Interval]:
    """The lift after each day, of the units seen until then."""
    totals, met, treated = np.zeros(units), np.zeros(units, bool), np.zeros(units, bool)
    for day in range(int(trial.day.max()) + 1):
        now = trial.day == day
        totals += summed(trial.units[now], trial.outcomes["reward"][now], units)
        met[trial.units[now]] = True
        treated[trial.units[now]] = trial.treated[now]
        groups = totals[met & ~treated], totals[met & treated]
        if min(map(len, groups)) >= 2:
            yield statistics.difference(*groups).lift


def _watched(guardrail: Guardrail, trial: Trial, units: int, seen: Array, arm: Array) -> Watched:
    totals = summed(trial.units, trial.outcomes[guardrail.column], units)[seen]
    change = statistics.difference(totals[~arm], totals[arm]).lift
    worse = change.low > guardrail.tolerance if guardrail.worse == "higher" else change.high < -guardrail.tolerance
    return Watched(guardrail.title, change, worse)
