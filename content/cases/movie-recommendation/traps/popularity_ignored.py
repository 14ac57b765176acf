"""Matrix factorization and nothing beside it: who is new gets nonsense, and so does everybody for what is new."""

import numpy as np
from implicit.als import AlternatingLeastSquares
from scipy.sparse import csr_matrix

PLACES, FACTORS, EVERY = 10, 32, 2


class Design:
    """The product of the factors of a user and a movie, and nothing else."""

    def fit(self, log, day):
        """Factorize who watched what."""
        self.day = day
        visit, place = np.nonzero(log["watched"])
        pair = log["user"][visit], log["movies"][visit, place]
        shape = log["user"].max() + 2, log["movies"].max() + 1  # the last row is for users who are not known
        self.watched = csr_matrix((np.ones(len(visit), np.float32), pair), shape)
        model = AlternatingLeastSquares(FACTORS, 0.1, alpha=10.0, iterations=8, num_threads=1, random_state=1)
        model.fit(self.watched, show_progress=False)
        self.users, self.movies = model.user_factors, model.item_factors.T
        self.unshown = np.bincount(log["movies"][log["movies"] >= 0], minlength=shape[1]) == 0
        return self

    def act(self, requests):
        """The ten largest products of movies not watched."""
        user = np.minimum(requests["user"], self.watched.shape[0] - 1)
        score = self.users[user] @ self.movies
        watched = self.watched[user]
        score[np.repeat(np.arange(len(user)), np.diff(watched.indptr)), watched.indices] = -np.inf
        score[:, self.unshown] = -np.inf
        first = np.argpartition(-score, PLACES, axis=1)[:, :PLACES]
        order = np.argsort(-np.take_along_axis(score, first, axis=1), axis=1)
        return np.take_along_axis(first, order, axis=1)

    def should_retrain(self, alarms, day):
        """Every other day."""
        return day - self.day >= EVERY
