"""Signals: what interviewers write down, as a plain function of shares.

A share is what was earned of what there was, from 0 to 1. `docs/mock-loops.md` says the same in words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from sharpen.domain.verdict import Verdict

BAR = 0.6
"""The share from which a round leans to hire; what is below it goes into the plan."""
HINTED, PEEKED, UNSOLVED = 0.6, 0.2, 0.5
"""What a solved problem is worth with hints and with the solution shown, and the most that an unsolved one is."""
UNHURRIED, SLOWER = 0.75, 0.85
"""The part of a problem's minutes up to which it counts in full, and what it is worth beyond."""


class Signal(IntEnum):
    """The scale that interviewers use."""

    STRONG_NO_HIRE = 0
    NO_HIRE = 1
    LEANING_NO = 2
    LEANING_HIRE = 3
    HIRE = 4
    STRONG_HIRE = 5

    @property
    def words(self) -> str:
        """As one says it."""
        return self.name.replace("_", " ").capitalize()

    @property
    def passes(self) -> bool:
        """Whether it speaks for the candidate."""
        return self >= Signal.LEANING_HIRE


LEAST = {
    Signal.STRONG_HIRE: 0.9,
    Signal.HIRE: 0.75,
    Signal.LEANING_HIRE: BAR,
    Signal.LEANING_NO: 0.45,
    Signal.NO_HIRE: 0.25,
    Signal.STRONG_NO_HIRE: 0.0,
}
"""The least share of each signal."""


def signal(share: float) -> Signal:
    """The signal of a share."""
    return next(one for one, least in LEAST.items() if share >= least - 1e-9)


@dataclass(frozen=True)
class Overall:
    """What all rounds come to, with the reasons; `signal` is None where nothing could be judged yet."""

    signal: Signal | None
    reasons: tuple[str, ...]


def overall(rounds: Iterable[tuple[str, float | None, float]], waiting: Sequence[str] = ()) -> Overall:
    """What the rounds of a loop come to, each a title, its share (None: not judged) and how much it counts.

    The mean of the shares, and no more than one round allows that spoke against the candidate: a strong no hire leaves
    no hire at best, a no hire leaning hire. While rounds wait for ticks or verdicts, by their titles in `waiting`, and
    where less than half of them could be judged, nothing is said of the whole.
    """
    listed = list(rounds)
    judged = [(title, share, weight) for title, share, weight in listed if share is not None]
    if waiting:
        verb = "waits" if len(waiting) == 1 else "wait"
        return Overall(None, (f"{_listed(waiting)} {verb} for a verdict or for your ticks.",))
    if not judged or 2 * len(judged) < len(listed):
        return Overall(None, (f"{len(judged)} of {len(listed)} rounds could be judged: too few to say more.",))
    mean = sum(share * weight for _, share, weight in judged) / sum(weight for *_, weight in judged)
    found, reasons = signal(mean), [f"The rounds come to {mean:.0%} on average."]
    for title, share, _ in judged:
        of_round = signal(share)
        most = CAPS.get(of_round)
        if most is not None and found > most:
            found = most
            reasons.append(f"{title} is a {of_round.words.lower()}, which leaves {most.words.lower()} at best.")
    if len(judged) < len(listed):
        reasons.append(f"{len(judged)} of {len(listed)} rounds could be judged; the others do not count.")
    return Overall(found, tuple(reasons))


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


CAPS = {Signal.STRONG_NO_HIRE: Signal.NO_HIRE, Signal.NO_HIRE: Signal.LEANING_HIRE}
"""What a round leaves at best for the whole."""


def of_problem(
    verdict: Verdict | None, passed: int, of: int, *, hints: int, peeked: bool, seconds: float, minutes: int
) -> tuple[float, str]:
    """The share of a problem, and the reason. `verdict` is None where nothing was handed in."""
    if verdict is None:
        return 0.0, "nothing was handed in"
    if verdict is not Verdict.ACCEPTED:
        share = UNSOLVED * passed / of if of else 0.0
        return share, f"{verdict}, {passed} of {of} checks passed"
    if peeked:
        return PEEKED, "solved with the model solution in view"
    if hints:
        return HINTED, f"solved with {hints} hint{'s' if hints > 1 else ''}"
    worked = f"{seconds / 60:.0f} of {minutes} minutes"
    if seconds > 60 * minutes * UNHURRIED:
        return SLOWER, f"solved in {worked}"
    return 1.0, f"solved in {worked}, with time to spare"
