"""Whether readiness is true: simulated learners, who know nothing of our formulas, and questions they never saw.

A learner has an ability in each of 24 topics: their own level, that of the topic's group, and one for the topic alone.
Practice raises it, less and less toward a limit, and from then on it falls by a power of the days (Wixted and Carpenter
2007), not by FSRS. Whether a question is answered is decided by ability, difficulty and the luck of the day, as in
Thurstone's model; a question that was seen leaves a trace of its own besides. Cards are rated by the learners
themselves, most of whom see themselves a little better than they are. They practice for 20 to 120 days, with days off,
what they please, and some topics never. The estimate sees ratings and times alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from math import erf, sqrt
from typing import Any

import numpy as np

from sharpen.domain.memory import Memory, Rating
from sharpen.domain.readiness import Evidence, beliefs
from sharpen.domain.topic import Group, Outline, Topic
from sharpen.memory import rated
from sharpen.memory.curve import ease
from sharpen.memory.schedule import recall

LEARNERS, TOPICS, GROUPS, ROUNDS = 300, 24, 6, 3
PROBLEM, CARD = 2.0, 1.0
LUCK, SPREAD = 0.5, 0.6
"""Standard deviations: of the day, and of how difficult questions are."""
START = datetime(2026, 1, 1, 9, tzinfo=UTC)
TRIED = 3
"""From so many questions on a topic counts as tried."""
AHEAD = (0, 30)
"""Days after the last practice at which unseen questions are asked."""
QUESTIONS = 20
"""Unseen questions of each topic, so that the score hardly depends on which were drawn."""


@dataclass
class Seen:
    """A question that was seen: its topic and weight, how difficult it is, its memory, and when it was asked."""

    topic: int
    weight: float
    difficulty: float
    memory: Memory
    days: list[int]


@dataclass
class Learner:
    """The truth, which no estimate sees."""

    rng: np.random.Generator
    seen: list[Seen] = field(default_factory=list)

    def __post_init__(self) -> None:
        rng, group = self.rng, np.arange(TOPICS) // (TOPICS // GROUPS)
        level, of_group = rng.normal(-0.5, 0.8), rng.normal(0, 0.6, GROUPS)[group]
        self.base = level + of_group + rng.normal(0, 1.0, TOPICS)
        self.gain, self.limit = np.exp(rng.normal(np.log(0.35), 0.4)), rng.normal(2.2, 0.4)
        self.fade = np.exp(rng.normal(np.log(0.12), 0.3))
        self.vanity = rng.normal(0.1, 0.25)
        self.learned, self.last = np.zeros(TOPICS), np.zeros(TOPICS)

    def ability(self, topic: int, day: float) -> float:
        return float(self.base[topic] + self.learned[topic] * (1 + max(day - self.last[topic], 0)) ** -self.fade)

    def chance(self, topic: int, day: float) -> float:
        """The true chance to answer an unseen question of a topic."""
        return 0.5 * (1 + erf(self.ability(topic, day) / sqrt(LUCK**2 + SPREAD**2) / sqrt(2)))

    def of_items(self, topic: int, day: float) -> float:
        """The mean of p (1 - p) over the questions of a topic: what one errs by who knows the chance p of each."""
        difficulties, weights = np.polynomial.hermite_e.hermegauss(30)
        margins = (self.ability(topic, day) - SPREAD * difficulties) / LUCK
        chances = 0.5 * (1 + np.array([erf(margin / sqrt(2)) for margin in margins]))
        return float(weights @ (chances * (1 - chances)) / weights.sum())

    def live(self) -> int:
        """Practice until the last day, which is returned."""
        rng = self.rng
        days, a_day, taste = int(rng.integers(20, 120)), int(rng.integers(2, 14)), rng.dirichlet(np.full(TOPICS, 0.5))
        for day in range(days):
            if rng.random() < 0.25:
                continue
            for seen in [each for each in self.seen if each.memory.due <= _at(day)][:10]:
                self._again(seen, day)
            for topic in rng.choice(TOPICS, a_day, p=taste):
                self._new(int(topic), day)
        return days

    def _new(self, topic: int, day: int) -> None:
        problem = self.rng.random() < 0.2
        difficulty = self.rng.normal(0.0 if problem else -0.4, SPREAD)
        margin = self.ability(topic, day) + self.rng.normal(0, LUCK) - difficulty
        margin += 0.0 if problem else self.vanity
        rating = Rating(1 + int(np.searchsorted((-0.8, 0.0, 1.2) if problem else (0.0, 0.3, 1.5), margin)))
        weight = PROBLEM if problem else CARD
        self.seen.append(Seen(topic, weight, difficulty, rated(None, rating, _at(day)), [day]))
        self._practice(topic, day, weight)

    def _again(self, seen: Seen, day: int) -> None:
        trace = 1.6 * (1 + (day - seen.days[-1]) / (3.0 * len(seen.days))) ** -0.5
        knew = self.ability(seen.topic, day) + trace + self.rng.normal(0, LUCK) > seen.difficulty
        seen.memory = rated(seen.memory, Rating.GOOD if knew else Rating.AGAIN, _at(day))
        seen.days.append(day)
        self._practice(seen.topic, day, seen.weight)

    def _practice(self, topic: int, day: int, weight: float) -> None:
        now = self.ability(topic, day) - self.base[topic]
        self.learned[topic] = now + self.gain * 0.4 * weight * max(0.0, 1 - now / self.limit)
        self.last[topic] = day


def measure() -> dict[str, Any]:
    """The Brier score of the estimate, the part of it that is chance itself, and how reliable it is, by days ahead."""
    found: dict[int, list[tuple[float, float, float, int, float]]] = {ahead: [] for ahead in AHEAD}
    for seed in range(LEARNERS):
        learner = Learner(np.random.default_rng([1, seed]))
        last = learner.live()
        for ahead in AHEAD:
            found[ahead] += _asked(learner, last + ahead)
    rows = {ahead: np.array(each, dtype=float) for ahead, each in found.items()}
    tried = {f"{ahead}, tried": each[each[:, 3] >= TRIED] for ahead, each in rows.items()}
    return {str(ahead): _summary(each) for ahead, each in (*rows.items(), *tried.items())}


def _asked(learner: Learner, day: int) -> Iterator[tuple[float, float, float, int, float]]:
    """For each topic what is believed, the true chance, the share of unseen questions that is answered, how many were
    seen, and what nobody can know even who knows how hard each question is."""
    evidence: dict[str, Evidence] = {}
    for seen in learner.seen:
        score = float(ease(np.array(seen.memory.difficulty))) * (1 + recall(seen.memory, _at(day))) / 2
        name = str(seen.topic)
        evidence[name] = evidence.get(name, Evidence()) + Evidence(seen.weight, seen.weight * score)
    believed = beliefs(OUTLINE, evidence)
    for topic in range(TOPICS):
        chance = learner.chance(topic, day)
        tried = sum(seen.topic == topic for seen in learner.seen)
        answered = learner.rng.binomial(QUESTIONS, chance) / QUESTIONS
        yield believed[str(topic)].mean, chance, answered, tried, learner.of_items(topic, day)


def _summary(rows: np.ndarray) -> dict[str, Any]:
    believed, true, answered, _, of_items = rows.T
    tenth = np.minimum((believed * 10).astype(int), 9)
    bins = [
        (float(believed[at].mean()), float(true[at].mean()), int(at.sum()))
        for at in (tenth == number for number in range(10))
        if at.sum() >= 20
    ]
    return {
        "brier": float((believed**2 - 2 * believed * answered + answered).mean()),
        "item": float(of_items.mean()),
        "chance": float((true * (1 - true)).mean()),
        "off": float(((believed - true) ** 2).mean()),
        "bins": bins,
    }


def _at(day: int) -> datetime:
    return START + timedelta(days=day)


def _outline() -> Outline:
    each, in_a_round = TOPICS // GROUPS, GROUPS // ROUNDS
    groups = [
        Group(
            str(number // in_a_round),
            f"Group {number}",
            tuple(
                Topic(str(topic), str(topic), str(number // in_a_round), f"Group {number}")
                for topic in range(number * each, (number + 1) * each)
            ),
        )
        for number in range(GROUPS)
    ]
    return Outline({str(number): str(number) for number in range(ROUNDS)}, tuple(groups))


OUTLINE = _outline()
