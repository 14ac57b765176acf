"""Interleaving, compared with the draft written out, with SciPy's sign test, and with an experiment on two groups."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from sharpen.labs import statistics
from sharpen.labs.interleaving import preference, team_draft

RARE = 1e-6


def drafted(first: list[int], second: list[int], coins: list[bool]) -> tuple[list[int], list[bool]]:
    """The draft as the paper has it: the smaller team picks next, a coin decides between teams of one size."""
    picked: list[int] = []
    owners: list[bool] = []
    while len(picked) < len(first):
        ours = owners.count(False), owners.count(True)
        second_picks = coins[len(picked) // 2] if ours[0] == ours[1] else ours[1] < ours[0]
        picked.append(next(item for item in (second if second_picks else first) if item not in picked))
        owners.append(second_picks)
    return picked, owners


@given(st.integers(1, 7).flatmap(lambda n: st.tuples(st.permutations(range(n)), st.permutations(range(n)))), st.data())
def test_a_draft_is_that_of_the_paper(both: tuple[list[int], list[int]], data: st.DataObject) -> None:
    first, second = both
    coins = data.draw(st.lists(st.booleans(), min_size=4, max_size=4))
    merged, owner = team_draft(np.array([first]), np.array([second]), np.array([coins]))
    assert (merged[0].tolist(), owner[0].tolist()) == drafted(first, second, coins)


def test_requests_are_drafted_apart() -> None:
    rng = np.random.default_rng(1)
    first, second = (rng.permuted(np.tile(np.arange(6), (50, 1)), axis=1) for _ in range(2))
    coins = rng.random((50, 3)) < 0.5
    merged, owner = team_draft(first, second, coins)
    for row in range(50):
        alone = team_draft(first[row : row + 1], second[row : row + 1], coins[row : row + 1])
        assert (alone[0][0] == merged[row]).all()
        assert (alone[1][0] == owner[row]).all()


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 10))
def test_a_preference_is_the_sign_test_of_scipy(first: int, second: int, neither: int) -> None:
    credit = np.concatenate([-np.ones(first), np.ones(second) * 3, np.zeros(neither)])
    found = preference(np.arange(len(credit)), credit)
    assert (found.first, found.second) == (first, second)
    if first + second:
        theirs = stats.binomtest(second, first + second)
        ends = theirs.proportion_ci(method="exact")
        assert found.p_value == pytest.approx(theirs.pvalue, abs=1e-9)
        assert (found.share.low, found.share.high) == pytest.approx((ends.low, ends.high), abs=1e-9)
    else:
        assert found.p_value == 1
        assert np.isnan(found.share.value)


def test_a_member_counts_once_however_often_they_come() -> None:
    found = preference(np.array([7, 7, 7, 9]), np.array([-1.0, -1.0, 1.0, 0.5]))
    assert (found.first, found.second) == (1, 1)


class Trial:
    """Members of very different activity, and two rankers that see how relevant items are through noise."""

    VISITS, ITEMS, SHOWN = 6, 8, 4

    def __init__(self, members: int, noise: tuple[float, float], seed: int) -> None:
        rng = np.random.default_rng(seed)
        self.member = np.repeat(np.arange(members), self.VISITS)
        shape = (len(self.member), self.ITEMS)
        relevance = rng.random(shape)
        self.rankings = [np.argsort(-(relevance + rng.normal(0, spread, shape)), axis=1) for spread in noise]
        likes = rng.beta(0.4, 1.2, members)[self.member, None]
        self.clicked = rng.random(shape) < likes * relevance
        self.coins = rng.random((len(self.member), self.ITEMS // 2)) < 0.5
        self.treated = rng.permutation(members) % 2 == 0

    def by_experiment(self) -> float:
        """The p-value of a comparison of clicks per member, half of whom have the second ranker."""
        shown = np.where(self.treated[self.member][:, None], self.rankings[1], self.rankings[0])[:, : self.SHOWN]
        clicks = np.bincount(self.member, np.take_along_axis(self.clicked, shown, 1).sum(axis=1))
        return statistics.difference(clicks[~self.treated], clicks[self.treated]).p_value

    def by_interleaving(self) -> float:
        """The p-value of the preference of members who all have both."""
        merged, owner = team_draft(*self.rankings, self.coins)
        clicked = np.take_along_axis(self.clicked, merged[:, : self.SHOWN], 1)
        return preference(self.member, (clicked * np.where(owner[:, : self.SHOWN], 1, -1)).sum(axis=1)).p_value


def test_interleaving_needs_a_tenth_of_the_members_for_the_power_of_an_experiment() -> None:
    noise = 0.6, 0.2
    many = [Trial(2000, noise, seed).by_experiment() < statistics.ALPHA for seed in range(100)]
    few = [Trial(200, noise, seed).by_interleaving() < statistics.ALPHA for seed in range(100)]
    assert 0.5 < np.mean(many) < 0.95
    assert np.mean(few) > np.mean(many)


def test_two_rankers_of_the_same_worth_are_seldom_told_apart() -> None:
    found = sum(Trial(100, (0.3, 0.3), seed).by_interleaving() < statistics.ALPHA for seed in range(600))
    assert stats.binom.sf(found - 1, 600, statistics.ALPHA) > RARE
