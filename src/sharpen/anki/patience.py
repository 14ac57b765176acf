"""Patience: an honest package is read in good time, and one made to take forever is given up."""

from time import monotonic

from sharpen.anki import limits
from sharpen.anki.package import BadPackage


class Patience:
    """A deadline, which grows with the number of cards."""

    def __init__(self) -> None:
        self.start = monotonic()
        self.until = self.start + limits.SECONDS

    def extend(self, cards: int) -> None:
        """Give so many cards their time."""
        self.until = min(self.until + limits.SECONDS_A_CARD * cards, self.start + limits.MOST_SECONDS)

    @property
    def over(self) -> bool:
        return monotonic() > self.until

    def check(self) -> None:
        """Raises BadPackage once it has taken too long."""
        if self.over:
            raise BadPackage(
                "Reading the package takes far longer than an honest one of its size would, so it was given up."
                " Export a smaller selection of decks."
            )
