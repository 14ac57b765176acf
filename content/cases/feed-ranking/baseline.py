"""What production runs today: the newest posts; those of followed authors, and videos, as if they were newer.

The log has a row for each visit: `day`, `hour`, `member`, and by slot, from the first to the fifth, what was shown:
`post`, `author`, `topic`, `format`, `age` in hours, `followed`, `opens` (how often it was opened elsewhere until then),
`propensity` (how likely this post was to get this slot), and what came of it: `click`, `dwell` in seconds, `hide`.
The first three are of shape (visits,), the others (visits, 5). Requests have the same columns, up to `opens`, for
twelve candidates in random order; in the stage offline, for the five posts that were shown, also in random order.
"""

FOLLOWED, VIDEO = 12.0, 30.0
"""Hours by which they count as newer; videos because somebody wanted more of them to be seen."""


class Design:
    """Nothing is learned."""

    def fit(self, log, day):
        """The order of time needs no training."""
        return self

    def act(self, requests):
        """A score for each candidate, of the shape of `post`; the five highest are shown in their order."""
        return FOLLOWED * requests["followed"] + VIDEO * (requests["format"] == 3) - requests["age"]
