"""Ranks only movies that somebody has watched: what is released stays unseen, and what is known grows old."""

import numpy as np
from implicit.als import AlternatingLeastSquares
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

PLACES, GROUPS, FACTORS = 10, 64, 12
LOOKED = 0.87 ** np.arange(PLACES)
"""How likely a place is looked at, as production's lists say, whose order was chance."""
WINDOW, HALVING, LATE, WEIGH = 21, 5.0, 5, 28
"""Days: learned from, to half the weight of a watch, by which parts are weighed, for which those weights are kept."""
MOVIE, GROUP, USER = 3.0, 30.0, 1.5
"""Expected watches that weigh as much as the prior: of a movie, of a genre in a group, of a genre and a user."""
DOUBT, VARIETY = 0.3, 0.1
"""How far scores are shuffled: by what is not known of a movie; and anyway, so that visits of a day differ."""
ALARM = 6.0
"""Standard deviations by which a genre must do otherwise than in the days before."""


class Design:
    """The log-odds of a watch: a movie's rate of late, and how group, user and factors of both depart from it."""

    weighed = -WEIGH

    def catalog(self, movies):
        """Release days, by the number of the movie, and genres, those of a movie adding up to 1."""
        self.born, genres = movies["born"], movies["genres"].astype(np.float32)
        self.genres = genres / genres.sum(axis=1, keepdims=True)

    def fit(self, log, day):
        """Learn from all but the last days how much the parts weigh in those, now and then; and learn from all."""
        self.rng = np.random.default_rng(day)
        if day - self.weighed >= WEIGH:
            late = log["day"] > day - LATE
            self._learn({name: values[~late] for name, values in log.items()}, day - LATE)
            self._weigh({name: values[late] for name, values in log.items()})
            self.weighed = day
        self._learn(log, day)
        return self

    def act(self, requests):
        """The ten highest scores of movies that are out and were not watched, each shuffled by its doubt."""
        score = sum(weight * part for weight, part in zip(self.weights, self._parts(requests), strict=True))
        doubt = np.hypot(DOUBT * self.doubt, VARIETY).astype(np.float32)
        score += doubt * self.rng.standard_normal(score.shape, np.float32)
        score[:, self.unseen] = -np.inf
        score[self.born > requests["day"][:, None]] = -np.inf
        watched = self.watched[self._known(requests)]
        score[np.repeat(np.arange(len(score)), np.diff(watched.indptr)), watched.indices] = -np.inf
        first = np.argpartition(-score, PLACES, axis=1)[:, :PLACES]
        return np.take_along_axis(first, np.argsort(-np.take_along_axis(score, first, axis=1), axis=1), axis=1)

    def monitor(self, window):
        """Compare how genres did today with the days before, each against what its movies' rates let expect."""
        today, expected = window["day"] == window["day"].max(), np.exp(self.rate)[window["movies"]] * LOOKED
        did, would = (
            20
            + np.stack([self._by_movie(window["movies"][days], part[days]) for days in (today, ~today)]) @ self.genres
            for part in (window["watched"], expected)
        )
        level = did / would / (did.sum(axis=1) / would.sum(axis=1))[:, None]
        moved = np.log(level[0] / level[1]) / np.sqrt((1 / did).sum(axis=0))
        return [f"genre {genre} moved by {moved[genre]:.1f} sigmas" for genre in np.flatnonzero(np.abs(moved) > ALARM)]

    def should_retrain(self, alarms, day):
        """Every day, as lists should not repeat what was watched."""
        return True

    def _learn(self, log, day):
        """Rates of movies, likings of groups and users, and factors, as of the end of a day."""
        self.nobody = log["user"].max() + 1  # a row for all who are not known
        visit, place = np.nonzero(log["watched"])
        user, movie = log["user"][visit], log["movies"][visit, place]
        when = np.full((self.nobody + 1, len(self.born)), len(log["user"]), np.int32)
        when[user, movie] = visit
        self.watched = csr_matrix((np.ones(len(user), np.float32), (user, movie)), when.shape)
        new = when[log["user"][:, None], log["movies"]] >= np.arange(len(log["user"]))[:, None]
        log = {**log, "looked": LOOKED * new}  # nobody watches a movie again
        log = {name: values[log["day"] > day - WINDOW] for name, values in log.items()}
        movies, watched, looked = log["movies"], log["watched"], log["looked"]
        age = np.clip(log["day"][:, None] - self.born[movies], 0, 28).ravel()
        prior = (np.bincount(age, watched.ravel(), 29) + 1) / (np.bincount(age, looked.ravel(), 29) + 20)
        recent, usual = 0.5 ** ((day - log["day"][:, None]) / HALVING), prior[np.clip(day - self.born, 0, 28)]
        did, would = self._by_movie(movies, watched * recent), self._by_movie(movies, looked * recent) * usual
        self.rate = np.log(usual * (did + MOVIE) / (would + MOVIE)).astype(np.float32)
        self.unseen = self._by_movie(movies, watched) == 0
        self.doubt = 1 / np.sqrt(would + MOVIE)
        self._like(log, np.exp(self.rate)[movies] * looked)

    def _like(self, log, expected):
        """What groups and users watched of genres beyond what was expected, and factors of who watched what.

        To the factors, a movie that was shown and not watched is disliked, as much as a watch was expected.
        """
        at, shape = (np.repeat(log["user"], PLACES), log["movies"].ravel()), self.watched.shape
        did, would = (csr_matrix((part.ravel().astype(np.float32), at), shape) for part in (log["watched"], expected))
        surplus, basis = (did - would) @ self.genres, would @ self.genres
        group, sums = np.zeros(shape[0], int), np.zeros((2, GROUPS, self.genres.shape[1]), np.float32)
        group[log["user"]] = self._group(log)
        np.add.at(sums, (slice(None), group), [surplus, basis])
        self.liked = sums[0] / (sums[1] + GROUP)
        self.own = (surplus - basis * self.liked[group]) / (basis + USER)
        model = AlternatingLeastSquares(FACTORS, 10.0, alpha=10.0, iterations=6, num_threads=1, random_state=1)
        model.fit(did - would, show_progress=False)
        met = np.isin(np.arange(shape[0]), log["user"])[:, None]
        self.people = np.where(met, model.user_factors - model.user_factors.mean(axis=0, where=met), 0)
        self.traits = model.item_factors

    def _weigh(self, late):
        """Logistic regression of what was watched on the parts, among movies that were not watched before."""
        at = np.arange(len(late["day"]))[:, None], late["movies"]
        new = self.watched[self._known(late)].toarray()[at] == 0
        parts = [*(part[at] for part in self._parts(late)), np.broadcast_to(np.log(LOOKED), new.shape)]
        found = LogisticRegression().fit(np.column_stack([part[new] for part in parts]), late["watched"][new])
        self.weights = found.coef_[0, :-1].astype(np.float32)

    def _parts(self, columns):
        """What a movie, the group, the user and factors say of each visit and movie."""
        user = self._known(columns)
        yield np.broadcast_to(self.rate, (len(user), len(self.rate)))
        yield self.liked[self._group(columns)] @ self.genres.T
        yield self.own[user] @ self.genres.T
        yield self.people[user] @ self.traits.T

    def _known(self, columns):
        return np.minimum(columns["user"], self.nobody)

    def _group(self, columns):
        return columns["age_group"] * 8 + columns["country"]

    def _by_movie(self, movies, values):
        return np.bincount(movies.ravel(), values.ravel(), len(self.born))
