"""A problem's prepared checks as one attempt meets them: each with the cases that the attempt's seed draws."""

from sharpen.checks.check import Case, Check
from sharpen.judge.prepared import Prepared
from sharpen.judge.questions import foreseen
from sharpen.sandbox.codec import Parts


class Drawn:
    """Prepared checks, and after the cases of each those of a seed; without a seed, the prepared cases alone."""

    def __init__(self, prepared: Prepared, seed: int | None) -> None:
        self.prepared, self._seed = prepared, seed
        self._own: dict[int, list[Case]] = {}

    @property
    def checks(self) -> list[Check]:
        return self.prepared.checks

    def ready(self, number: int) -> bool:
        """Whether nothing slow is left to prepare for a check."""
        return self.prepared.ready(number)

    def cases(self, number: int) -> list[Case]:
        """The cases of a check: smallest first, then the attempt's own. Raises BrokenChecks."""
        return [*self.prepared.cases(number), *self._drawn(number)]

    def questions(self, number: int) -> list[Parts]:
        """What a check will ask, in its order. Raises BrokenChecks."""
        check = self.checks[number]
        own = [question for case in self._drawn(number) for question in foreseen(check, case)]
        return [*self.prepared.questions(number), *own]

    def _drawn(self, number: int) -> list[Case]:
        if self._seed is None:
            return []
        if number not in self._own:
            self._own[number] = self.prepared.draw(number, self._seed)
        return self._own[number]
