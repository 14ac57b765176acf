"""Drills: recognizing, from a statement alone, which pattern it wants and what that costs."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Drill:
    """What a problem's statement gives away, and how it misleads. Every text is Markdown."""

    problem: str
    """The slug of the problem whose statement is shown."""
    pattern: str
    """The id of the topic that it trains."""
    also: tuple[str, ...]
    """Topics that are right answers, too."""
    time: tuple[str, ...]
    """Complexities of a good solution's time: the right one, then tempting wrong ones."""
    space: tuple[str, ...]
    """The same of the space beyond input and output."""
    words: tuple[str, ...]
    """The words of the statement that give the pattern away."""
    why: str
    """What these words say."""
    tempting: str
    """The topic that is chosen wrongly most often."""
    cost: str
    """What that one would cost, or where it breaks."""
