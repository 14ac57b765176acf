"""A feed: who opens what and reads it, what is bait, and how members that are shown bait come to look away.

A request is a visit of one of 4,000 members, with twelve candidate posts by some of 400 authors, in random order. The
action is a score for each candidate, of shape (requests, 12): the five highest are shown, and the first of them is seen
most. Candidates of equal score are shown as they stand, which is at random. A member who is content with what the feed
has been showing looks at it; one who is not leaves at once. A reward is the minutes that opened posts are read for,
three a post at most, less one minute for each post that is hidden.

In the stage offline a request is a visit of the log, and its candidates are the five posts that were shown then, again
in random order: scores are of shape (requests, 5). Only visits whose posts were a random choice in random order count
(12 % of the history); in all others clicks go to what production put first.

On one day of the month there is a shock: a topic becomes popular overnight and stays so, and its authors turn to bait.

The lab is smaller than its case: five of twelve posts are shown rather than 25 of 600, and its 30 ms are for ranking
alone. Members tire of bait within days rather than months, and what minutes and hides are worth is settled; comments,
surveys, and authors who write less when nobody reads them are left out.
"""

import numpy as np
from scipy.special import expit, ndtr, ndtri

from sharpen.labs.columns import Array, Columns, Floats, Ratios
from sharpen.labs.interleaving import team_draft
from sharpen.labs.world import BadActions, Evidence
from sharpen.labs.world import World as Base

MEMBERS, AUTHORS, TOPICS, FORMATS = 4_000, 400, 12, 4
POSTS, LIFE, BEFORE, DAYS = 480, 72, 3, 64
"""Posts a day, hours for which they are candidates, days of posts before day 0, and all days."""
CANDIDATES, DRAWN, SHOWN = 12, 24, 5
VIDEO = 3
SEEN = np.array([0.95, 0.62, 0.42, 0.29, 0.2])
"""How likely a member who stays looks at each slot."""
EXPLORED = 0.12
"""The share of visits in which production shows random candidates in random order."""
READING, LONGEST, HIDING = 0.7, 180.0, 1.0
"""The spread of the logarithm of seconds, the longest that count, and minutes that a hidden post costs."""
MOOD, LONG_RUN = 0.3, 0.05
"""How far a day moves a member's mood, and minutes of today for which somebody wise would trade a point of mood."""
SHOCK_DAY = 40


class World(Base):
    """Requests hold `day`, `hour` and `member` (0 to 3,999), of shape (requests,), and of each candidate, of shape
    (requests, 12), `post`, `author` (0 to 399), `topic` (0 to 11), `format` (0 to 3; 3 is video), `age` in hours,
    `followed`, and `opens` (how often it was opened elsewhere until then). The log has a row for each visit and, of
    shape (visits, 5), these columns for the posts that were shown, from the first slot to the fifth, with `propensity`,
    `click`, `dwell` in seconds, and `hide`.
    """

    unit = "member"
    units = MEMBERS
    history = 28
    per_day = 4_000
    draws = 1 + 4 * SHOWN
    shocks = (SHOCK_DAY,)
    STATE = ("mood",)

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        rng = self.random(0)
        activity = rng.lognormal(0, 0.5, MEMBERS)
        self.activity = activity / activity.sum()
        self.first_day = np.where(rng.random(MEMBERS) < 0.25, rng.integers(0, DAYS, MEMBERS), -DAYS)
        group = rng.normal(0, 0.7, (16, TOPICS))[rng.integers(0, 16, MEMBERS)]
        self.interest = group + rng.normal(0, 0.5, (MEMBERS, TOPICS))
        self.trend = np.cumsum(rng.normal(0, 0.06, (DAYS, TOPICS)), axis=0)
        self.weekend = rng.normal(0, 0.3, (2, FORMATS))
        viral = int(rng.integers(TOPICS))
        self.trend[SHOCK_DAY:, viral] += 1.0
        self._publish(rng, viral)
        liking = self.interest[:, self.field]
        self.follows = rng.random((MEMBERS, AUTHORS)) < expit(-3.2 + 0.9 * liking + 0.4 * self.fame)
        self.mood = np.zeros(MEMBERS)
        """How content each member is with what the feed has been showing; 0 is where the history begins."""

    def _publish(self, rng: np.random.Generator, viral: int) -> None:
        """Authors, and all posts that they will ever write, in the order in which they come."""
        self.field = rng.integers(0, TOPICS, AUTHORS)
        self.fame = rng.normal(0, 1, AUTHORS)
        walk = np.cumsum(rng.normal(0, 0.07, (2, DAYS, AUTHORS)), axis=1)
        worth, lure = rng.normal(0, 0.6, (2, 1, AUTHORS)) + walk
        lure[SHOCK_DAY:, self.field == viral] += 0.9
        arrived = np.where(rng.random(AUTHORS) < 0.3, rng.integers(0, DAYS, AUTHORS), -BEFORE)
        zeal = np.where(arrived <= np.arange(-BEFORE, DAYS)[:, None], np.exp(0.4 * self.fame), 0)
        cumulated = np.cumsum(zeal, axis=1)
        shares = cumulated / cumulated[:, -1:] + np.arange(len(zeal))[:, None]
        day = np.repeat(np.arange(len(zeal)), POSTS)
        self.author = np.searchsorted(shares.ravel(), day + rng.random(len(day)), side="right") % AUTHORS
        self.born = np.sort(rng.random((len(zeal), POSTS)) * 24, axis=1).ravel() + 24.0 * (day - BEFORE)
        own = rng.random(len(day)) < 0.8
        self.topic = np.where(own, self.field[self.author], rng.integers(0, TOPICS, len(day)))
        self.form = rng.integers(0, FORMATS, len(day))
        at = np.maximum(day - BEFORE, 0), self.author
        self.quality = worth[at] + rng.normal(0, 0.4, len(day)) + np.array([0.2, -0.1, 0.0, 0.0])[self.form]
        self.bait = lure[at] + rng.normal(0, 0.4, len(day)) + np.array([-0.2, 0.3, 0.0, 0.0])[self.form]
        self.buzz = np.exp(3.5 + 0.35 * self.quality + 0.6 * self.bait + rng.normal(0, 0.6, len(day)))

    def requests(self, day: int, n: int, rng: np.random.Generator) -> Columns:
        count = int(n * (1 + (0.1 if day % 7 < 5 else -0.25)))
        weights = self.activity * (self.first_day <= day)
        member = rng.choice(MEMBERS, count, p=weights / weights.sum())
        hour = rng.choice(24, count, p=_hours())
        now = 24.0 * day + hour
        post = self._drawn(now, rng.random((count, DRAWN)))
        followed = self.follows[member[:, None], self.author[post]]
        near = self.interest[member[:, None], self.topic[post]] + 2.0 * followed + rng.gumbel(0, 1, post.shape)
        chosen = rng.permuted(np.argpartition(-near, CANDIDATES, axis=1)[:, :CANDIDATES], axis=1)
        post, followed = (np.take_along_axis(values, chosen, 1) for values in (post, followed))
        age = now[:, None] - self.born[post]
        return {
            "day": np.full(count, day),
            "hour": hour,
            "member": member,
            "post": post,
            "author": self.author[post],
            "topic": self.topic[post],
            "format": self.form[post],
            "age": age.astype(np.float32),
            "followed": followed,
            "opens": (self.buzz[post] * -np.expm1(-age / 12)).astype(np.int64),
        }

    def _drawn(self, now: Floats, u: Floats) -> Array:
        """Posts of the last hours, one of each of as many stretches of time as there are to be."""
        low, high = (np.searchsorted(self.born, moment, side="right") for moment in (now - LIFE, now))
        width = (high - low) // DRAWN
        return high[:, None] - 1 - (width[:, None] * (np.arange(DRAWN) + u)).astype(int)

    def checked(self, requests: Columns, actions: object) -> Array:
        found = np.asarray(actions)
        wanted = requests["post"].shape
        if found.shape != wanted or found.dtype.kind not in "fiu":
            raise BadActions(
                f"`act` must return scores of shape {wanted}, one for each candidate of each request; it returned "
                f"{found.dtype} of shape {found.shape}"
            )
        bad = ~np.isfinite(found).all(axis=1)
        if bad.any():
            row = int(np.argmax(bad))
            raise BadActions(f"a score must be a finite number; got {found[row].tolist()}", row)
        return found.astype(float)

    def respond(self, requests: Columns, actions: Array, u: Floats) -> Columns:
        order = self._order(actions)
        post = np.take_along_axis(requests["post"], order, 1)
        open_, log_seconds, hide_ = self._tendencies(requests, post)
        stay = u[:, 0] < self._staying(requests)
        look, press, read, away = np.split(u[:, 1:], 4, axis=1)
        seen = stay[:, None] & (look < SEEN[: post.shape[1]])
        click, hide = seen & (press < open_), seen & (away < hide_)
        dwell = np.exp(log_seconds + READING * ndtri(read)) * click
        value = np.minimum(dwell, LONGEST) / 60 - HIDING * hide
        return {
            "reward": value.sum(axis=1),
            "stayed": stay.astype(int),
            "clicks": click.sum(axis=1),
            "hides": hide.sum(axis=1),
            "order": order,
            "click": click,
            "dwell": dwell,
            "hide": hide,
            "value": value,
        }

    def truth(self, requests: Columns, actions: Array) -> Floats:
        post = np.take_along_axis(requests["post"], self._order(actions), 1)
        expected: Floats = self._staying(requests) * (self._worth(requests, post) * SEEN[: post.shape[1]]).sum(axis=1)
        return expected

    def best(self, requests: Columns) -> Array:
        """What a post that is seen brings in, and what it does to the mood, on which later visits depend."""
        return self._worth(requests, requests["post"]) + LONG_RUN * self._pleasure(requests, requests["post"])

    def production(self, requests: Columns, rng: np.random.Generator) -> Array:
        """What is new, followed authors and videos first by some hours; sometimes a random order."""
        explored = rng.random(len(requests["post"])) < EXPLORED
        return np.where(explored[:, None], rng.random(requests["post"].shape), _newest(requests))

    def rows(self, requests: Columns, actions: Array, outcomes: Columns) -> Columns:
        order = outcomes["order"]
        shown = {name: np.take_along_axis(requests[name], order, 1).astype(kind) for name, kind in LOGGED_AS.items()}
        return {
            **{name: requests[name] for name in ("day", "hour", "member")},
            **shown,
            "propensity": self._propensity(requests, order),
            "click": outcomes["click"].astype(np.int8),
            "dwell": np.round(outcomes["dwell"]).astype(np.float32),
            "hide": outcomes["hide"].astype(np.int8),
            "_column": order.astype(np.int8),
        }

    def rewards(self, rows: Columns) -> Floats:
        earned: Floats = (np.minimum(rows["dwell"], LONGEST) / 60 - HIDING * rows["hide"]).sum(axis=1, dtype=float)
        return earned

    def replay(self, rows: Columns) -> Columns:
        """The posts that were shown, in the order in which they stood among the candidates, which chance decided."""
        posts = {name: _as_candidates(rows, name) for name in LOGGED_AS}
        return {**{name: rows[name] for name in ("day", "hour", "member")}, **posts}

    def offline(self, rows: Columns, actions: Array) -> Evidence:
        """NDCG of the clicks on the posts that were shown, over visits with clicks in which chance made the order."""
        click = _as_candidates(rows, "click").astype(float)
        some = click.any(axis=1) & (rows["propensity"] < 0.5).any(axis=1)
        ideal = np.concatenate([[0.0], np.cumsum(DISCOUNT)])[click.sum(axis=1).astype(int)]
        found = np.where(some, (click * _discounts(actions)).sum(axis=1), 0) / np.where(some, ideal, 1)
        days = np.where(rows["day"] % 7 < 5, "weekdays", "weekends")
        here = rows["day"] - self.first_day[rows["member"]]
        members = np.where(here < 14, "of two weeks at most", "of longer")
        return Evidence(found, some.astype(float), rows["member"], {"days": days, "members": members})

    def told_offline(self, rows: Columns, actions: Array) -> Ratios:
        """Of the logged post that the design would put first, had it only those that were shown."""
        best = np.argmax(actions, axis=1)[:, None]
        click, dwell, hide = (
            np.take_along_axis(_as_candidates(rows, name), best, 1)[:, 0] for name in ("click", "dwell", "hide")
        )
        return _told(click, np.minimum(dwell, LONGEST), hide)

    def told_live(self, requests: Columns, actions: Array, outcomes: Columns) -> Ratios:
        """Of the posts that were shown: bait is opened more and read less, and members who are tired of it leave."""
        click, hide = outcomes["click"].sum(axis=1), outcomes["hide"].sum(axis=1)
        told = _told(click, np.minimum(outcomes["dwell"], LONGEST).sum(axis=1), hide)
        stayed = outcomes["stayed"].astype(float)
        told["share of visits in which the feed is looked at"] = (stayed, np.ones(len(stayed)))
        told["posts opened per visit"] = (click.astype(float), np.ones(len(click)))
        return told

    def interleaved(
        self, requests: Columns, first: Array, second: Array, rng: np.random.Generator
    ) -> tuple[Array, Array]:
        orders = (np.argsort(-scores, axis=1, kind="stable") for scores in (first, second))
        merged, owner = team_draft(*orders, rng.random((len(first), first.shape[1] // 2 + 1)) < 0.5)
        scores = np.empty(first.shape)
        np.put_along_axis(scores, merged, -np.arange(first.shape[1], dtype=float)[None], 1)
        return scores, owner[:, :SHOWN]

    def credited(self, outcomes: Columns, owner: Array) -> Floats:
        """Minutes of reading less what hides cost, of the second's posts less those of the first."""
        credit: Floats = (outcomes["value"] * np.where(owner, 1, -1)).sum(axis=1)
        return credit

    def live(self, requests: Columns, actions: Array, outcomes: Columns) -> None:
        """Each member's mood moves toward the mean of what the day has shown."""
        post = np.take_along_axis(requests["post"], outcomes["order"], 1)
        seen = SEEN[: post.shape[1]] / SEEN[: post.shape[1]].sum()
        visits = np.bincount(requests["member"], minlength=MEMBERS)
        pleasure = np.bincount(requests["member"], self._pleasure(requests, post) @ seen, MEMBERS)
        came = visits > 0
        self.mood[came] += MOOD * (pleasure[came] / visits[came] - self.mood[came])

    def _order(self, actions: Array) -> Array:
        """The candidates that are shown, by slot."""
        return np.argsort(-actions, axis=1, kind="stable")[:, :SHOWN]

    def _staying(self, requests: Columns) -> Floats:
        """How likely the member looks at the feed at all."""
        chance: Floats = expit(0.7 + 2.6 * self.mood[requests["member"]])
        return chance

    def _tendencies(self, requests: Columns, post: Array) -> tuple[Floats, Floats, Floats]:
        """Of posts that are seen: how likely they are opened, the logarithm of seconds if so, how likely hidden."""
        day, member = requests["day"][:, None], requests["member"][:, None]
        topic, form = self.topic[post], self.form[post]
        quality, bait, interest = self.quality[post], self.bait[post], self.interest[member, topic]
        age = day * 24 + requests["hour"][:, None] - self.born[post]
        known = 0.4 * self.follows[member, self.author[post]] - 0.2 * age / 24
        season = self.trend[day, topic] + self.weekend[(day % 7 >= 5).astype(int), form]
        opened = expit(-1.9 + 0.8 * interest + known + season + 0.3 * quality + 1.1 * bait)
        seconds = np.log(45) + 0.5 * quality - 0.7 * bait + 0.2 * interest
        hidden = expit(-4.0 + 1.1 * bait - 0.4 * interest - 0.3 * quality)
        return opened, seconds, hidden

    def _pleasure(self, requests: Columns, post: Array) -> Floats:
        interest = self.interest[requests["member"][:, None], self.topic[post]]
        liked: Floats = 0.6 * self.quality[post] - 1.3 * self.bait[post] + 0.25 * interest
        return liked

    def _worth(self, requests: Columns, post: Array) -> Floats:
        """The expected reward of each post, if it is seen: a log-normal time, cut off, and the cost of hiding."""
        opened, mean, hidden = self._tendencies(requests, post)
        z = (np.log(LONGEST) - mean) / READING
        seconds = np.exp(mean + READING**2 / 2) * ndtr(z - READING) + LONGEST * ndtr(-z)
        worth: Floats = opened * seconds / 60 - HIDING * hidden
        return worth

    def _propensity(self, requests: Columns, order: Array) -> Floats:
        """The chance that a post got its slot: in the history, where some visits were random; 1 for a design."""
        usual = order == self._order(_newest(requests))
        by_history = EXPLORED / CANDIDATES + (1 - EXPLORED) * usual
        return np.where(requests["day"][:, None] < self.history, by_history, 1.0).astype(np.float32)


LOGGED_AS = {
    "post": np.int32,
    "author": np.int32,
    "topic": np.int8,
    "format": np.int8,
    "age": np.float32,
    "followed": np.bool_,
    "opens": np.int32,
}
"""Columns of requests that hold one value for each candidate, which are logged of the posts that are shown."""
DISCOUNT = 1 / np.log2(np.arange(SHOWN) + 2)


def _told(click: Array, seconds: Array, hide: Array) -> Ratios:
    """What comes of opening posts."""
    opened = click.astype(float)
    return {
        "minutes that an opened post is read for": (seconds.astype(float) / 60, opened),
        "posts hidden per post opened": (hide.astype(float), opened),
    }


def _as_candidates(rows: Columns, name: str) -> Array:
    """A column of what was shown, in the order of the candidates."""
    return np.take_along_axis(rows[name], np.argsort(rows["_column"], axis=1), 1)


def _discounts(scores: Floats) -> Floats:
    """The discount of each item's rank; items of the same score share the discounts of their ranks evenly."""
    before = (scores[:, None, :] > scores[:, :, None]).sum(axis=2)
    alike = (scores[:, None, :] == scores[:, :, None]).sum(axis=2)
    summed = np.concatenate([[0.0], np.cumsum(DISCOUNT)])
    shared: Floats = (summed[before + alike] - summed[before]) / alike
    return shared


def _newest(requests: Columns) -> Floats:
    newest: Floats = 12.0 * requests["followed"] + 30.0 * (requests["format"] == VIDEO) - requests["age"]
    return newest


def _hours() -> Floats:
    weights = 1 + 0.8 * np.sin((np.arange(24) - 11) / 24 * 2 * np.pi)
    return weights / weights.sum()
