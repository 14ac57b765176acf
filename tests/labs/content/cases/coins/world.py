"""Coins, some of them bent: a player is shown two of them, and picks one to bet on.

A request shows a player the numbers of two coins, `left` and `right`. An action says which is bet on: 0 for the left
one, 1 for the right one. A bet that lands heads brings in 1. In the middle of the month all coins are bent anew.
"""

import numpy as np

from sharpen.labs.world import BadActions, Evidence
from sharpen.labs.world import World as Base


class World(Base):
    """Players arrive evenly over the days; production picks at random, so that every choice has a propensity of 1/2."""

    unit, units = "player", 100
    history, per_day = 10, 200
    shocks = (15,)

    def __init__(self, seed):
        super().__init__(seed)
        self.heads = self.random(0).beta(2, 2, (2, 10))  # of each coin, before the shock and after it

    def requests(self, day, n, rng):
        left = rng.integers(0, 10, n)
        right = (left + rng.integers(1, 10, n)) % 10
        return {"day": np.full(n, day), "player": rng.integers(0, self.units, n), "left": left, "right": right}

    def checked(self, requests, actions):
        found, wanted = np.asarray(actions), requests["left"].shape
        if found.shape != wanted or not np.isin(found, (0, 1)).all():
            raise BadActions(f"`act` must return 0 or 1 for each request, shape {wanted}; it returned {found!r:.200}")
        return found.astype(int)

    def truth(self, requests, actions):
        coin = np.where(actions == 1, requests["right"], requests["left"])
        return self.heads[(requests["day"] >= self.shocks[0]).astype(int), coin]

    def respond(self, requests, actions, u):
        return {"reward": (u[:, 0] < self.truth(requests, actions)).astype(float)}

    def best(self, requests):
        ones = np.ones(len(requests["day"]), int)
        return (self.truth(requests, ones) > self.truth(requests, 0 * ones)).astype(int)

    def production(self, requests, rng):
        return rng.integers(0, 2, len(requests["day"]))

    def rows(self, requests, actions, outcomes):
        return {**requests, "picked": actions, "won": outcomes["reward"]}

    def rewards(self, rows):
        return rows["won"]

    def replay(self, rows):
        return {name: rows[name] for name in ("day", "player", "left", "right")}

    def offline(self, rows, actions):
        """The share of bets won, where the design picks what was picked."""
        same = (actions == rows["picked"]).astype(float)
        side = np.where(actions == 1, "right", "left")
        return Evidence(same * rows["won"], same, rows["player"], {"side": side})
