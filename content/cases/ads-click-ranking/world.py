"""Ads beside articles: who clicks on what, how ads come and go, how tastes drift, and when a click is known.

A request is a page view with eight candidate ads. The action is for each the probability of a click if it were shown in
the first slot; the auction ranks by bid times probability, shows up to three of those worth more than an impression
costs, and earns bids for clicks. Lower slots are seen less.

Offline a request is an ad that was shown and logged: one candidate, without its slot. The metric compares the
probability with the click that came or did not, in whatever slot it was. So it judges the ads that production chose to
show; live you are judged on those that you choose, which are the ones whose probability you overrate.

The lab is simpler than its case: up to three of eight ads are shown rather than one of 500, and a click earns the whole
bid rather than the second price. Clicks are known after days rather than minutes, which makes their delay felt within a
month; budgets, bots, and people who opted out are left out.
"""

import numpy as np

from sharpen.labs.columns import Array, Columns, Floats, Ratios
from sharpen.labs.world import BadActions, Evidence
from sharpen.labs.world import World as Base

USERS, SEGMENTS, CATEGORIES, SITES = 4_000, 12, 16, 5
ADS, ALIVE_DAYS, DAYS = 1_800, 16.0, 64
CANDIDATES, SLOTS = 8, 3
POSITION = np.array([0.0, -0.55, -0.95])
"""What a slot adds to the log-odds of a click: lower slots are seen less."""
IMPRESSION = 0.035
"""What showing an ad costs in rewards: attention."""
EXPLORED = 0.1
"""The share of requests whose ads production shuffles."""
FATIGUE, FORGETTING = 0.28, 0.8
DELAY = np.array([0.62, 0.85, 0.95, 1.0])
"""The share of clicks that are known after 0, 1, 2, 3 days."""
SHOCK_DAY = 40


class World(Base):
    """Requests hold `day`, `hour`, `user`, `segment` and `site`, and of each candidate `ads`, `category`, `bid` and
    `age` (in days), of shape (requests, 8), offline (rows, 1). The log has a row for each ad that was shown: the same
    columns, those of the ad itself as `ad`, `category`, `bid` and `age`, its `slot` (0 to 2), the `propensity` of
    getting it, and `click` (0 or 1). A click is known within three days, and looks like none until then.
    """

    unit = "user"
    units = USERS
    history = 28
    per_day = 4_000
    draws = SLOTS + 1
    maturity = len(DELAY) - 1
    shocks = (SHOCK_DAY,)
    STATE = ("seen", "weight")

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        rng = self.random(0)
        self.segment = rng.integers(0, SEGMENTS, USERS)
        activity = rng.lognormal(0, 0.6, USERS)
        self.activity = activity / activity.sum()
        self.first_day = np.where(rng.random(USERS) < 0.3, rng.integers(0, DAYS, USERS), 0)
        self.category = rng.integers(0, CATEGORIES, ADS)
        self.born = np.sort(rng.integers(-20, DAYS, ADS))
        self.dies = self.born + 3 + rng.exponential(ALIVE_DAYS, ADS).astype(int)
        self.bid = np.round(np.exp(rng.normal(-0.2, 0.5, ADS)), 2)
        self.quality = np.cumsum(rng.normal(0, 0.05, (DAYS, ADS)), axis=0) + rng.normal(0, 0.75, ADS)
        taste = rng.normal(0, 0.8, (SEGMENTS, CATEGORIES))
        self.taste = taste + np.cumsum(rng.normal(0, 0.05, (DAYS, SEGMENTS, CATEGORIES)), axis=0)
        self.taste[SHOCK_DAY:] += rng.normal(0, 0.7, (SEGMENTS, CATEGORIES))
        self.hours = rng.normal(0, 0.25, (4, CATEGORIES))
        self.site = rng.normal(0, 0.3, SITES)
        self.seen, self.weight = np.zeros((USERS, ADS), np.float32), 1.0
        """How often each user saw each ad, times `weight`. It grows from day to day, so that older ones count less."""

    def requests(self, day: int, n: int, rng: np.random.Generator) -> Columns:
        count = int(n * (1 + (0.15 if day % 7 < 5 else -0.3)))
        weights = self.activity * (self.first_day <= day)
        user = rng.choice(USERS, count, p=weights / weights.sum())
        alive = np.flatnonzero((self.born <= day) & (self.dies > day))
        start, step = rng.integers(0, len(alive), count), rng.integers(1, len(alive) // CANDIDATES, count)
        ads = rng.permutation(alive)[(start[:, None] + step[:, None] * np.arange(CANDIDATES)) % len(alive)]
        return {
            "day": np.full(count, day),
            "hour": rng.choice(24, count, p=_hours()),
            "user": user,
            "segment": self.segment[user],
            "site": rng.integers(0, SITES, count),
            "ads": ads,
            "category": self.category[ads],
            "bid": self.bid[ads],
            "age": day - self.born[ads],
        }

    def checked(self, requests: Columns, actions: object) -> Array:
        found = np.asarray(actions)
        wanted = requests["ads"].shape
        if found.shape != wanted or found.dtype.kind not in "fiu":
            raise BadActions(
                f"`act` must return probabilities of shape {wanted}, one for each ad of each request; it returned "
                f"{found.dtype} of shape {found.shape}"
            )
        bad = ~((found >= 0) & (found <= 1)).all(axis=1)
        if bad.any():
            row = int(np.argmax(bad))
            raise BadActions(f"a probability of a click must lie in [0, 1]; got {found[row].tolist()}", row)
        return found.astype(float)

    def respond(self, requests: Columns, actions: Array, u: Floats) -> Columns:
        shown, ads, chance = self._shown(requests, actions)
        click = shown & (u[:, :SLOTS] < chance)
        bid = self.bid[ads]
        return {
            "reward": (bid * click - IMPRESSION * shown).sum(axis=1),
            "impressions": shown.sum(axis=1),
            "clicks": click.sum(axis=1),
            "ads": ads,
            "shown": shown,
            "click": click,
            "delay": np.searchsorted(DELAY, u[:, SLOTS:] * np.ones(SLOTS)),
        }

    def truth(self, requests: Columns, actions: Array) -> Floats:
        shown, ads, chance = self._shown(requests, actions)
        expected: Floats = ((self.bid[ads] * chance - IMPRESSION) * shown).sum(axis=1)
        return expected

    def best(self, requests: Columns) -> Array:
        return _sigmoid(self._odds(requests, requests["ads"], requests["category"]))

    def production(self, requests: Columns, rng: np.random.Generator) -> Array:
        """What a table of click rates by segment and category would say, of a month before; sometimes shuffled."""
        chance = self._table(requests)
        explored = rng.random(len(chance)) < EXPLORED
        return np.where(explored[:, None], rng.random(chance.shape), chance)

    def rows(self, requests: Columns, actions: Array, outcomes: Columns) -> Columns:
        shown, slot = outcomes["shown"], np.broadcast_to(np.arange(SLOTS), outcomes["shown"].shape)
        request, _ = np.nonzero(shown)
        picked = {name: requests[name][request] for name in ("day", "hour", "user", "segment", "site")}
        ad = outcomes["ads"][shown]
        return {
            **picked,
            "ad": ad,
            "category": self.category[ad],
            "bid": self.bid[ad],
            "age": picked["day"] - self.born[ad],
            "slot": slot[shown],
            "propensity": self._propensity(requests, actions)[request],
            "click": outcomes["click"][shown].astype(np.int8),
            "known": picked["day"] + outcomes["delay"][shown],
        }

    def arrived(self, log: Columns, upto: int) -> Columns:
        """Clicks that are not known yet look like none."""
        seen = dict(log)
        seen["click"] = np.where(seen.pop("known") <= upto, log["click"], 0).astype(np.int8)
        return seen

    def rewards(self, rows: Columns) -> Floats:
        earned: Floats = rows["bid"] * rows["click"] - IMPRESSION
        return earned

    def replay(self, rows: Columns) -> Columns:
        requests = {name: rows[name] for name in ("day", "hour", "user", "segment", "site")}
        one = {name: rows[column][:, None] for name, column in ASKED.items()}
        return {**requests, **one}

    def offline(self, rows: Columns, actions: Array) -> Evidence:
        """Normalized entropy (He et al., 2014): log loss over that of always saying the mean click rate.

        In a slice it is that slice's mean, so that 1 is what a constant gets there, too.
        """
        click, chance = rows["click"].astype(float), np.clip(actions[:, 0], 1e-9, 1 - 1e-9)
        loss = -(click * np.log(chance) + (1 - click) * np.log(1 - chance))
        age = np.where(rows["age"] < 7, "ads under a week", "older ads")
        slot = np.array(["slot 1", "slot 2", "slot 3"])[rows["slot"]]
        slices = {"age": age, "slot": slot}
        within = {name: _entropy(click, labels) for name, labels in slices.items()}
        return Evidence(loss, _entropy(click, np.zeros(len(click))), rows["user"], slices, within)

    def told_offline(self, rows: Columns, actions: Array) -> Ratios:
        first, click = rows["slot"] == 0, rows["click"].astype(float)
        return {
            CALIBRATED: (actions[first, 0], click[first]),
            RATE: (click, np.ones(len(click))),
        }

    def told_live(self, requests: Columns, actions: Array, outcomes: Columns) -> Ratios:
        """Whether the ads that win are clicked as often as the design said: those it overrates win."""
        shown, click = outcomes["shown"], outcomes["click"]
        first = np.argmax(requests["bid"] * actions, axis=1)[:, None]
        said = np.take_along_axis(actions, first, 1)[:, 0] * shown[:, 0]
        return {
            CALIBRATED: (said, click[:, 0].astype(float)),
            RATE: (click.sum(axis=1).astype(float), shown.sum(axis=1).astype(float)),
            "ads shown per request": (shown.sum(axis=1).astype(float), np.ones(len(shown))),
        }

    def live(self, requests: Columns, actions: Array, outcomes: Columns) -> None:
        shown = outcomes["shown"]
        self.weight /= FORGETTING
        views = np.repeat(requests["user"], shown.sum(axis=1)) * ADS + outcomes["ads"][shown]
        np.add.at(self.seen.reshape(-1), views, np.float32(self.weight))

    def _table(self, requests: Columns) -> Floats:
        table = _sigmoid(0.55 * self.taste[0] - 2.9)
        return table[requests["segment"][:, None], requests["category"]]

    def _propensity(self, requests: Columns, actions: Array) -> Floats:
        """The chance that an ad got its slot: in the history, where some requests were shuffled; 1 for a design."""
        explored = (actions != self._table(requests)).any(axis=1)
        by_history = np.where(explored, EXPLORED / CANDIDATES, 1 - EXPLORED * (1 - 1 / CANDIDATES))
        return np.where(requests["day"] < self.history, by_history, 1.0)

    def _shown(self, requests: Columns, actions: Array) -> tuple[Array, Array, Floats]:
        """Whether each slot shows an ad, which, and its chance of a click; shapes (requests, slots)."""
        value = requests["bid"] * actions
        order = np.argsort(-value, axis=1, kind="stable")[:, :SLOTS]
        at = np.take_along_axis
        shown = at(value, order, 1) > IMPRESSION
        ads = at(requests["ads"], order, 1)
        odds = self._odds(requests, ads, at(requests["category"], order, 1))
        return shown, ads, _sigmoid(odds + POSITION[: shown.shape[1]])

    def _odds(self, requests: Columns, ads: Array, category: Array) -> Floats:
        day, user = requests["day"][:, None], requests["user"][:, None]
        taste = self.taste[day, requests["segment"][:, None], category]
        season = self.hours[requests["hour"][:, None] // 6, category] + self.site[requests["site"]][:, None]
        tired = FATIGUE * np.log1p(self.seen[user, ads] / self.weight)
        odds: Floats = -3.1 + taste + self.quality[day, ads] + season - tired
        return odds


ASKED = {"ads": "ad", "category": "category", "bid": "bid", "age": "age"}
"""Columns of requests that hold one value for each candidate, and where a logged row has its own."""


CALIBRATED = "predicted over actual clicks, first slot"
RATE = "clicks per ad shown"


def _entropy(click: Floats, labels: Array) -> Floats:
    """By row, the log loss of always saying the mean click rate of the rows with its label."""
    _, group = np.unique(labels, return_inverse=True)
    mean = np.clip(np.bincount(group, click) / np.bincount(group), 1e-9, 1 - 1e-9)
    entropy: Floats = -(mean * np.log(mean) + (1 - mean) * np.log(1 - mean))[group]
    return entropy


def _sigmoid(odds: Floats) -> Floats:
    return 1 / (1 + np.exp(-odds))


def _hours() -> Floats:
    weights = 1 + 0.8 * np.sin((np.arange(24) - 9) / 24 * 2 * np.pi)
    return weights / weights.sum()
