"""What production runs today: popular movies, drawn anew for each visit, with a little room for all others."""

import numpy as np

PLACES, RECENT, GREED, EXPLORED = 10, 7, 1.5, 0.1


class Design:
    """Draws movies that the user has not watched, by how popular they were last week."""

    def catalog(self, movies):
        """Called before each `fit` with what is released or announced by then: a row for each movie.

        `movie` is its number, from 0 by release; `born` the day of its release, before which it must not be shown;
        `genres` has a column for each genre, 1 or 0.
        """
        self.born = movies["born"]

    def fit(self, log, day):
        """Count watches of the last week, and note who has watched what.

        The log has a row for each visit: `day`, `hour`, `user`, `age_group`, `country`; the list that was shown, as
        `movies` (ten numbers, best first, -1 for an empty place), and for each of its places `watched` (1 or 0),
        `rating` (1 to 5, or 0 for none) and `propensity`, the chance with which production put that movie on this
        list (1 on a design's lists, whose chances nobody noted).
        """
        visit, place = np.nonzero(log["watched"])
        user, movie = log["user"][visit], log["movies"][visit, place]
        recent = log["day"][visit] > day - RECENT
        watches = np.bincount(movie[recent], minlength=len(self.born)) ** GREED
        self.share = (1 - EXPLORED) * watches / max(watches.sum(), 1) + EXPLORED / len(watches)
        self.watched = np.zeros((log["user"].max() + 2, len(watches)), bool)  # the last row is for who is new since
        self.watched[user, movie] = True
        self.rng = np.random.default_rng(day)
        return self

    def act(self, requests):
        """Ten distinct movies for each visit; requests have the columns `day`, `hour`, `user`, `age_group`, `country`.

        To draw without replacement, sort by noise: the ten earliest arrivals, where a movie's rate is its share.
        """
        arrival = self.rng.exponential(size=(len(requests["user"]), len(self.share))) / self.share
        arrival[self.watched[np.minimum(requests["user"], len(self.watched) - 1)]] = np.inf
        arrival[self.born > requests["day"][:, None]] = np.inf
        first = np.argpartition(arrival, PLACES, axis=1)[:, :PLACES]
        order = np.argsort(np.take_along_axis(arrival, first, axis=1), axis=1)
        return np.take_along_axis(first, order, axis=1)

    def should_retrain(self, alarms, day):
        """Every day: counting is cheap."""
        return True
