from collections import Counter
from collections.abc import Hashable


class Votes:
    """Votes of annotators on items, and how many the leading label of each item has.

    Notes
    -----
    `having[item, c]` is the number of the item's labels with at least c votes. A vote changes a count by one, and so a
    single entry of it, and the lead is the largest c with a nonzero entry: O(1) a call on average.
    """

    def __init__(self) -> None:
        self.chosen: dict[tuple[Hashable, Hashable], Hashable] = {}
        self.counts: Counter[tuple[Hashable, Hashable]] = Counter()
        self.having: Counter[tuple[Hashable, int]] = Counter()
        self.leads: Counter[Hashable] = Counter()

    def vote(self, annotator: Hashable, item: Hashable, label: Hashable) -> None:
        """Cast a vote; an earlier one of this annotator on this item is replaced.

        Parameters
        ----------
        annotator, item, label : hashable
            Who votes on what, and for which label.
        """
        if (annotator, item) in self.chosen:
            self.withdraw(annotator, item)
        self.chosen[annotator, item] = label
        self.counts[item, label] += 1
        count = self.counts[item, label]
        self.having[item, count] += 1
        if self.having[item, count] == 1:
            self.leads[item] += 1

    def withdraw(self, annotator: Hashable, item: Hashable) -> None:
        """Take a vote back.

        Parameters
        ----------
        annotator, item : hashable
            Whose vote, and on what.

        Raises
        ------
        KeyError
            If there is no such vote.
        """
        label = self.chosen.pop((annotator, item))
        count = self.counts[item, label]
        self.having[item, count] -= 1
        if self.having[item, count] == 0:
            self.leads[item] -= 1
        self.counts[item, label] -= 1

    def lead(self, item: Hashable) -> int:
        """The number of votes of an item's leading label.

        Parameters
        ----------
        item : hashable

        Returns
        -------
        int
            0 if it has no votes.
        """
        return self.leads[item]
