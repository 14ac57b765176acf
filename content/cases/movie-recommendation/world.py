"""A movie service: who watches what, how movies are released and fade, how people come, stay a while and change.

A request is a visit of a user. The action is a list of ten distinct movies, by their numbers, best first; -1 leaves a
place empty. People look at the first places most. The reward is how many of the ten they start to watch; what somebody
watched on an earlier day, they do not watch again, so that showing it brings nothing.

Where MovieLens 100K is at hand, tastes, genres, ages, areas (as `country`), popularity and the order of releases are
taken from it; else they are made up. How much tastes count is the same, and all that happens is simulated in either
case: who comes when and leaves, days of release, season, shock, and what is watched. A log of ratings alone cannot say
what somebody would have watched of a list that nobody showed them. The 700 movies are those rated most; of eighteen
genres rare ones lie with others: animation with children's, film noir with crime, documentaries with drama, fantasy
with science fiction, mystery with thrillers, westerns with war.

The lab is smaller than its case: 700 movies rather than 15,000, none of which leaves, and its 20 ms are for ranking
alone. A visit brings half a watch rather than an eighth, and a watch is known at once. A device is one
person, everybody agreed to be remembered, and tastes do not depend on what was shown.
"""

import numpy as np
from scipy.special import expit, ndtri

from sharpen.labs.columns import Array, Columns, Floats, Ratios
from sharpen.labs.world import BadActions, Evidence
from sharpen.labs.world import World as Base

USERS, AGES, COUNTRIES = 13_000, 5, 6
STAYERS, STAY, TRIAL = 0.18, 36.0, 1.6
"""The share of users who stay, and the mean days that stayers and others keep coming."""
MOVIES, OLD, GENRES, HIDDEN = 700, 320, 12, 6
"""Movies in all, those released before day 0, and what tastes are made of: genres, and what nobody wrote down."""
DAYS, SHOCK_DAY = 57, 38
SLOTS = 10
SEEN = 0.87 ** np.arange(SLOTS)
"""The chance that somebody looks at a place of the list."""
USUAL, NOVELTY, FADING = -4.2, 1.4, 12.0
"""Log-odds of a watch, what a release adds to it on its first day, and the days in which that fades."""
GREED, EXPLORED = 1.5, 0.1
"""Production's places go to movies by this power of their popularity, and this share of them to any movie."""
LIKELIEST = 0.5
"""About the highest chance of a movie to be on a list of production."""
COOLING = 0.85
"""How much of a movie's popularity is left a day later."""
LIKED, FELT, OWN = 0.73, 0.6, 0.3
"""With MovieLens at hand: how much log-odds vary by genres and by hidden traits, which is as much as made-up tastes let
them, and the share of noise by which users differ from those that they are drawn from."""
RATED = 0.5
"""The share of watches that are rated."""
RELEASES = "share of places with a release of two weeks"
ANNOUNCED = 14
"""Days before its release that a movie is in the catalog."""


class World(Base):
    """The world of one seed. `heat` is how popular movies are, `watched` who has watched what."""

    unit = "user"
    units = USERS
    history = 28
    per_day = 2_000
    draws = 2 * SLOTS
    shocks = (SHOCK_DAY,)
    STATE = ("heat", "watched")

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self._make_users(self.random(0))
        self._make_movies(self.random(1))
        self.season = self.random(2).normal(0, 0.2, (2, 4, GENRES))
        self.heat = np.where(self.born <= 0, np.exp(1.2 * self.appeal[0]), 0.0)
        self.watched = np.zeros((USERS, MOVIES), bool)
        self.chances = np.zeros((0, SLOTS))
        """Those of the movies on the lists that production made last, to be on them."""

    def _make_users(self, rng: np.random.Generator) -> None:
        stays = rng.random(USERS) < STAYERS
        first = np.where(stays, rng.integers(-int(STAY), DAYS, USERS), rng.integers(-3, DAYS, USERS))
        last = first + rng.exponential(np.where(stays, STAY, TRIAL)).astype(int)
        self.first, self.last = first, last
        self.activity = rng.lognormal(0, 0.7, USERS)
        found = _made_up_people(rng) if self.data is None else _drawn_people(self.data, rng)
        self.age_group, self.country, self.taste = found
        self.change = np.hstack([rng.normal(0, 0.4, (USERS, GENRES)), np.zeros((USERS, HIDDEN))]) / DAYS
        """What a day adds to tastes."""

    def _make_movies(self, rng: np.random.Generator) -> None:
        self.born = np.sort(
            np.concatenate([-rng.exponential(60, OLD).astype(int), rng.integers(1, DAYS + ANNOUNCED, MOVIES - OLD)])
        )
        data = self.data
        genres, own = _made_up_movies(rng) if data is None else (data["genres"].astype(float), data["traits"])
        self.genres = genres.astype(np.int8)
        self.traits = np.hstack([genres / np.sqrt(genres.sum(axis=1, keepdims=True)), own])
        age = np.maximum(np.arange(DAYS)[:, None] - self.born, 0)
        wandering = np.cumsum(rng.normal(0, 0.04, (DAYS, MOVIES)), axis=0)
        lasting = rng.normal(0, 0.7, MOVIES) if data is None else data["appeal"]
        self.appeal = lasting + NOVELTY * np.exp(-age / FADING) + wandering
        self.appeal[SHOCK_DAY:] += self.traits[:, :GENRES] @ rng.normal(0, 0.7, GENRES)

    def requests(self, day: int, n: int, rng: np.random.Generator) -> Columns:
        count = int(n * (1.2 if day % 7 >= 5 else 0.92))
        weights = self.activity * ((self.first <= day) & (day <= self.last))
        user = rng.choice(USERS, count, p=weights / weights.sum())
        return {
            "day": np.full(count, day),
            "hour": rng.choice(24, count, p=_hours()),
            "user": user,
            "age_group": self.age_group[user],
            "country": self.country[user],
        }

    def catalog(self, upto: int) -> Columns:
        """Movies that are out or announced: number, day of release, and which genres each has (1 or 0)."""
        known = np.flatnonzero(self.born <= upto + ANNOUNCED)
        return {"movie": known, "born": self.born[known], "genres": self.genres[known]}

    def checked(self, requests: Columns, actions: object) -> Array:
        wanted = len(requests["user"]), SLOTS
        try:
            found = np.asarray(actions)
        except ValueError:  # lists of different lengths
            found = np.empty(0, object)
        if found.shape != wanted or found.dtype.kind not in "iu":
            raise BadActions(
                f"`act` must return numbers of movies, integers of shape {wanted}, {SLOTS} for each request and -1 for "
                f"an empty place; it returned {found.dtype} of shape {found.shape}"
            )
        lists = found.astype(np.int64)
        known = (lists >= -1) & (lists < MOVIES)
        _refuse(lists, ~known.all(axis=1), f"a movie's number must lie in 0..{MOVIES - 1}, or be -1")
        out = (lists < 0) | (self.born[lists] <= requests["day"][:, None])
        _refuse(lists, ~out.all(axis=1), "a movie can be shown only from the day of its release")
        ordered = np.sort(lists, axis=1)
        twice = (ordered[:, 1:] == ordered[:, :-1]) & (ordered[:, 1:] >= 0)
        _refuse(lists, twice.any(axis=1), "the movies of a list must be distinct")
        return lists

    def respond(self, requests: Columns, actions: Array, u: Floats) -> Columns:
        watched = u[:, :SLOTS] < self._chances(requests, actions)
        rates = u[:, SLOTS:] / RATED
        liking = 3.4 + 0.8 * self._personal(requests, actions) + 0.8 * ndtri(np.clip(rates, 1e-6, 1 - 1e-6))
        fresh = (actions >= 0) & (requests["day"][:, None] - self.born[actions] < ANNOUNCED)
        return {
            "reward": watched.sum(axis=1).astype(float),
            "fruitless": (~watched.any(axis=1)).astype(float),
            "releases": (watched & fresh).sum(axis=1).astype(float),
            "watched": watched,
            "rating": np.where(watched & (rates < 1), np.clip(np.rint(liking), 1, 5), 0),
        }

    def truth(self, requests: Columns, actions: Array) -> Floats:
        expected: Floats = self._chances(requests, actions).sum(axis=1)
        return expected

    def best(self, requests: Columns) -> Array:
        day = requests["day"]
        odds = (self._wishes(requests) @ self.traits.T.astype(np.float32)) + self.appeal.astype(np.float32)[day]
        odds[self.watched[requests["user"]] | (self.born > day[:, None])] = -np.inf
        top = np.argpartition(-odds, SLOTS, axis=1)[:, :SLOTS]
        order = np.argsort(-np.take_along_axis(odds, top, 1), axis=1, kind="stable")
        return np.take_along_axis(top, order, 1)

    def production(self, requests: Columns, rng: np.random.Generator) -> Array:
        """Ten movies that the user has not watched, by systematic sampling: each is on the list with just its chance.

        Chances lie end to end on a line, and ten marks at equal distances are thrown on it (Madow, On the Theory of
        Systematic Sampling II, 1949).
        """
        users, at = np.unique(requests["user"], return_inverse=True)
        out = rng.permutation(np.flatnonzero(self.born <= requests["day"][0]))
        chances = self._included(users, out)
        ends = np.cumsum(chances, axis=1) + SLOTS * np.arange(len(users))[:, None]
        marks = SLOTS * at[:, None] + rng.random((len(at), 1)) + np.arange(SLOTS)
        place = np.searchsorted(ends.ravel(), marks, side="right") - at[:, None] * len(out)
        place = rng.permuted(np.minimum(place, len(out) - 1), axis=1)
        self.chances = chances[at[:, None], place]
        return out[place]

    def rows(self, requests: Columns, actions: Array, outcomes: Columns) -> Columns:
        """A row for each visit: its list, what was watched of it and how rated (0: not), and `propensity`, the chance
        that production would put this movie on the list; 1 for the lists of a design, whose chances nobody noted."""
        day = int(requests["day"][0])
        chance = np.ones(actions.shape) if day >= self.history else self.chances
        return {
            **requests,
            "movies": actions.astype(np.int16),
            "watched": outcomes["watched"].astype(np.int8),
            "rating": outcomes["rating"].astype(np.int8),
            "propensity": chance.astype(np.float32),
        }

    def rewards(self, rows: Columns) -> Floats:
        earned: Floats = rows["watched"].sum(axis=1).astype(float)
        return earned

    def replay(self, rows: Columns) -> Columns:
        return {name: rows[name] for name in ("day", "hour", "user", "age_group", "country")}

    def offline(self, rows: Columns, actions: Array) -> Evidence:
        """Recall@10: of the watches of logged visits, the share whose movie is on the list the design makes for them.

        A visit without a watch counts neither way. The log knows only watches of movies that production showed.
        """
        watched = rows["watched"] > 0
        found = (rows["movies"][:, :, None] == actions[:, None, :]).any(axis=2) & watched
        before = np.zeros(USERS, bool)
        past = self.past()
        before[past["user"][past["day"] < rows["day"].min(initial=self.history)]] = True
        fresh = rows["day"][:, None] - self.born[rows["movies"]] < ANNOUNCED
        slices = {
            "user": np.where(before[rows["user"]], "met before", "new"),
            "watched": np.where((watched & fresh).any(axis=1), "a release of two weeks", "older movies"),
        }
        return Evidence(found.sum(axis=1).astype(float), watched.sum(axis=1).astype(float), rows["user"], slices)

    def told_offline(self, rows: Columns, actions: Array) -> Ratios:
        return {RELEASES: self._releases(rows, actions)}

    def told_live(self, requests: Columns, actions: Array, outcomes: Columns) -> Ratios:
        """What the places went to: what was watched already brings nothing, and the log has none of it."""
        there = (actions >= 0).sum(axis=1).astype(float)
        again = self.watched[requests["user"][:, None], actions] & (actions >= 0)
        watched, ones = outcomes["reward"], np.ones(len(actions))
        return {
            RELEASES: self._releases(requests, actions),
            "share of places with what the user has watched": (again.sum(axis=1).astype(float), there),
            "share of watches that are of a release of two weeks": (outcomes["releases"], watched),
            "share of visits without a watch": (outcomes["fruitless"], ones),
        }

    def _releases(self, requests: Columns, actions: Array) -> tuple[Floats, Floats]:
        there = actions >= 0
        fresh = there & (requests["day"][:, None] - self.born[actions] < ANNOUNCED)
        return fresh.sum(axis=1).astype(float), there.sum(axis=1).astype(float)

    def live(self, requests: Columns, actions: Array, outcomes: Columns) -> None:
        watched = outcomes["watched"]
        movies = actions[watched]
        self.watched[np.repeat(requests["user"], watched.sum(axis=1)), movies] = True
        self.heat = COOLING * self.heat + np.bincount(movies, minlength=MOVIES)

    def _included(self, users: Array, movies: Array) -> Floats:
        """The chance of each movie to be on production's list for each user; they sum to the places of the list."""
        heat = self.heat[movies] ** GREED
        share = (1 - EXPLORED) * heat / heat.sum() + EXPLORED / len(movies)
        chances: Floats = share * ~self.watched[users[:, None], movies]
        for _ in range(3):
            chances *= SLOTS / chances.sum(axis=1, keepdims=True)
            np.minimum(chances, LIKELIEST, out=chances)
        chances *= SLOTS / chances.sum(axis=1, keepdims=True)
        return chances

    def _wishes(self, requests: Columns) -> Floats:
        """What each visit wants of movies' traits: the user's taste of the day, and the season of hour and weekend."""
        user, day = requests["user"], requests["day"]
        wishes = self.taste[user] + day[:, None] * self.change[user]
        wishes[:, :GENRES] += self.season[(day % 7 >= 5).astype(int), requests["hour"] // 6]
        return wishes.astype(np.float32)

    def _personal(self, requests: Columns, actions: Array) -> Floats:
        fit: Floats = np.einsum("rt,rst->rs", self._wishes(requests), self.traits.astype(np.float32)[actions])
        return fit

    def _chances(self, requests: Columns, actions: Array) -> Floats:
        """The chance that the movie in each place is watched, of shape (requests, places)."""
        odds = USUAL + self.appeal[requests["day"][:, None], actions] + self._personal(requests, actions)
        new = (actions >= 0) & ~self.watched[requests["user"][:, None], actions]
        chances: Floats = SEEN * expit(odds) * new
        return chances


def _made_up_people(rng: np.random.Generator) -> tuple[Array, Array, Floats]:
    """Age groups, countries, and tastes that depend on both: for genres, then for hidden traits."""
    age_group = rng.choice(AGES, USERS, p=[0.2, 0.3, 0.25, 0.15, 0.1])
    country = rng.choice(COUNTRIES, USERS, p=[0.4, 0.2, 0.15, 0.1, 0.1, 0.05])
    groups = rng.normal(0, 0.5, (AGES, GENRES)), rng.normal(0, 0.4, (COUNTRIES, GENRES))
    mean = groups[0][age_group] + groups[1][country]
    taste = np.hstack([mean + rng.normal(0, 0.35, (USERS, GENRES)), rng.normal(0, 1, (USERS, HIDDEN))])
    return age_group, country, taste


def _drawn_people(data: Columns, rng: np.random.Generator) -> tuple[Array, Array, Floats]:
    """The same of people in the data, each drawn many times; areas of ZIP codes stand for countries."""
    real = np.hstack([LIKED * data["likings"], FELT * data["hidden"]])
    who = rng.integers(0, len(real), USERS)
    noise = OWN * real.std(axis=0) * rng.normal(size=(USERS, real.shape[1]))
    return data["age_group"][who], data["area"][who], np.sqrt(1 - OWN**2) * real[who] + noise


def _made_up_movies(rng: np.random.Generator) -> tuple[Floats, Floats]:
    """Up to three genres of each movie, as flags, and hidden traits."""
    genres = np.zeros((MOVIES, GENRES))
    picked = np.argsort(rng.random((MOVIES, GENRES)) / rng.dirichlet(np.full(GENRES, 3.0)), axis=1)[:, :3]
    for place in range(3):
        has = rng.random(MOVIES) < (1.0, 0.6, 0.3)[place]
        genres[np.arange(MOVIES)[has], picked[has, place]] = 1
    return genres, rng.normal(0, 0.6 / np.sqrt(HIDDEN), (MOVIES, HIDDEN))


def _refuse(lists: Array, bad: Array, why: str) -> None:
    if bad.any():
        row = int(np.argmax(bad))
        raise BadActions(f"{why}; got {lists[row].tolist()}", row)


def _hours() -> Floats:
    weights = 1 + 0.8 * np.sin((np.arange(24) - 13) / 24 * 2 * np.pi)
    return weights / weights.sum()
