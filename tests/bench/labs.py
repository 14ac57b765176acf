"""Labs: what a full run of each costs, what a second one costs, and a simulated day against the obvious loop."""

import math
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from sharpen.domain.lab_report import LabReport
from sharpen.labs.columns import Columns, rows
from sharpen.labs.run import open_world
from sharpen.labs.world import World
from sharpen.practice.design import lab_runs
from sharpen.practice.settings import Settings
from sharpen.practice.workspace import Workspace, open_workspace
from tests.bench.timing import cpu_seconds, seconds

LOOPED = "ads-click-ranking"
ROUNDS = 5


def measure() -> dict[str, Any]:
    """For each lab CPU seconds by stage, memory, and wall seconds of its reference run, run again, and changed."""
    with tempfile.TemporaryDirectory() as home:
        ws = open_workspace(Settings(home=Path(home)))
        try:
            found = {"labs": {slug: _lab(ws, slug) for slug in ws.library.labs}}
            return {**found, "day": _day(ws.library.labs.folder(LOOPED))}
        finally:
            ws.close()


def _lab(ws: Workspace, slug: str) -> dict[str, Any]:
    source = (ws.library.labs.folder(slug) / "reference.py").read_text("utf-8")
    reports: list[LabReport] = []
    first = seconds(lambda: reports.append(_run(ws, slug, source)))
    again = seconds(lambda: reports.append(_run(ws, slug, source)))
    changed = seconds(lambda: reports.append(_run(ws, slug, with_another_act(source))))
    cpu = dict(reports[0].cpu or {})
    budget = ws.library.labs[slug].budget
    return {
        "cpu": {stage: round(cpu[stage], 2) for stage in ("offline", "load", "ab", "month")},
        "budget": {stage: getattr(budget, stage) for stage in ("offline", "load", "ab", "month")},
        "world_share": round(cpu["world"] / sum(cpu.values()), 3),
        "baseline_share": round(cpu["baseline"] / sum(cpu.values()), 3),
        "memory_mib": round(reports[0].memory),
        "first_s": round(first, 1),
        "again_s": round(again, 3),
        "act_changed": round(changed / first, 2),
        "learning_kept": round(sum(dict(reports[2].cpu or {}).values()) / sum(cpu.values()), 2),
    }


def _run(ws: Workspace, slug: str, source: str) -> LabReport:
    """A run as any page or command makes it, to its end."""
    run = lab_runs.start(ws, slug, source)
    for _ in lab_runs.follow(ws, run.id):
        pass
    with ws.reading() as work:
        ended = lab_runs.find(work, run.id)
    assert ended.report, f"{slug}: {ended.failure}"
    return ended.report


def with_another_act(source: str) -> str:
    """The same design, whose `act` has one more line that changes nothing."""
    head, act, rest = source.partition("    def act(self, requests):\n")
    assert act, "the reference has no plain `act`"
    return f"{head}{act}        requests = dict(requests)\n{rest}"


def _day(folder: Path) -> dict[str, float]:
    """CPU milliseconds of an evening of ads, all at once and one request after the other, and their ratio."""
    world = open_world(folder, 1)
    requests = world.requests(30, 4000, world.random(1))
    actions, u = world.best(requests), world.random(2).random((rows(requests), world.draws))
    loop, whole = OneByOne(world), world.fork()
    assert loop.day(requests, actions, u) == at_once(whole, requests, actions, u), "the loop and the world differ"
    assert np.allclose(loop.seen, whole.seen / whole.weight), "the loop and the world remember other things"  # type: ignore[attr-defined]
    times = []
    for _ in range(ROUNDS):
        whole = world.fork()
        fast = cpu_seconds(lambda whole=whole: at_once(whole, requests, actions, u))  # type: ignore[misc]
        slow = cpu_seconds(lambda: loop.day(requests, actions, u))
        times.append((fast, slow))
    fast, slow = (float(np.median([pair[i] for pair in times])) for i in (0, 1))
    return {
        "requests": rows(requests),
        "world_ms": round(fast * 1e3, 1),
        "loop_ms": round(slow * 1e3, 1),
        "ratio": round(slow / fast, 1),
    }


def at_once(world: World, requests: Columns, actions: Any, u: Any) -> tuple[int, float]:
    """A day as labs simulate it: clicks, and the reward to nine digits."""
    outcomes = world.respond(requests, actions, u)
    world.live(requests, actions, outcomes)
    return int(outcomes["clicks"].sum()), float(f"{outcomes['reward'].sum():.9g}")


class OneByOne:
    """The same day of ads, as one would write it first: a loop over requests, in plain numbers."""

    def __init__(self, world: Any) -> None:
        self._world = world
        world.past()
        self.seen = world.seen / world.weight

    def day(self, requests: Columns, actions: Any, u: Any) -> tuple[int, float]:
        """Clicks and reward of a day, which also tires the users who saw the ads."""
        clicks, reward, shown = 0, 0.0, []
        for i in range(rows(requests)):
            request = {name: column[i] for name, column in requests.items()}
            values = [bid * chance for bid, chance in zip(request["bid"], actions[i], strict=True)]
            order = sorted(range(len(values)), key=lambda k: -values[k])
            for slot, k in enumerate(order[:3]):
                if values[k] <= 0.035:
                    continue
                shown.append((request["user"], request["ads"][k]))
                reward -= 0.035
                if u[i][slot] < self._chance(request, k, slot):
                    clicks += 1
                    reward += request["bid"][k]
        self.seen *= 0.8
        for user, ad in shown:
            self.seen[user, ad] += 1
        return clicks, float(f"{reward:.9g}")

    def _chance(self, request: dict[str, Any], k: int, slot: int) -> float:
        world, day, ad, category = self._world, request["day"], request["ads"][k], request["category"][k]
        odds = -3.1 + world.taste[day][request["segment"]][category] + world.quality[day][ad]
        odds += world.hours[request["hour"] // 6][category] + world.site[request["site"]]
        odds -= 0.28 * math.log1p(self.seen[request["user"]][ad])
        odds += (0.0, -0.55, -0.95)[slot]
        return 1 / (1 + math.exp(-odds))
