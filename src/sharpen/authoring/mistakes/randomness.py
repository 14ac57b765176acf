"""Mistakes with randomness: the source that was given is not what decides the answer, or draws depend on each other."""

import functools
import itertools
import random
import sys
from collections.abc import Iterator
from typing import Any

from sharpen.authoring.mistakes.frame import Entry, giving, taking


def ignores_the_source(entry: Entry, *sources: str) -> Entry:
    """Draws from a source of its own."""
    return taking(entry, sources, _own)


def seeds_its_own(entry: Entry, *sources: str) -> Entry:
    """Draws from a source of its own, with a seed that makes every answer the same."""
    return taking(entry, sources, lambda source: _own(source, 0))


def goes_on_with_its_own(entry: Entry, *sources: str) -> Entry:
    """Draws from a source of its own, seeded once when the code is loaded."""
    seeds = itertools.count(1)
    return taking(entry, sources, lambda source: _own(source, next(seeds)))


def keeps_the_first_source(entry: Entry, *sources: str) -> Entry:
    """Draws from the source of the very first call for ever."""
    kept: dict[str, Any] = {}
    return taking(entry, sources, lambda source: kept.setdefault(type(source).__name__, source))


def takes_only_a_seed(entry: Entry, *sources: str) -> Entry:
    """Takes one draw from the source, a byte, and seeds its own with it: 256 answers in all."""
    return taking(entry, sources, lambda source: _own(source, _byte(source)))


def repeats_one_answer_in_ten(entry: Entry, *sources: str) -> Entry:
    """Gives the same answer in one of ten calls."""
    return _repeating(entry, sources, 1 / 10)


def repeats_one_answer_in_twenty(entry: Entry, *sources: str) -> Entry:
    """Gives the same answer in one of twenty calls."""
    return _repeating(entry, sources, 1 / 20)


def repeats_one_answer_in_thirty(entry: Entry, *sources: str) -> Entry:
    """Gives the same answer in one of thirty calls."""
    return _repeating(entry, sources, 1 / 30)


def repeats_one_answer_in_fifty(entry: Entry, *sources: str) -> Entry:
    """Gives the same answer in one of fifty calls."""
    return _repeating(entry, sources, 1 / 50)


def draws_in_ten_bits(entry: Entry, *sources: str) -> Entry:
    """Draws fractions that are multiples of 1/1024."""
    return taking(entry, sources, lambda source: _coarse(source, 1 << 10))


def draws_in_sixteen_bits(entry: Entry, *sources: str) -> Entry:
    """Draws fractions that are multiples of 1/65536."""
    return taking(entry, sources, lambda source: _coarse(source, 1 << 16))


def mirrors_every_second(entry: Entry) -> Entry:
    """Makes the second number of each pair from the first, mirrored in the middle of what was drawn."""
    return giving(entry, lambda drawn: _lagged(drawn, 1, 2, mirrored=True))


def draws_each_number_twice(entry: Entry) -> Entry:
    """Gives each number twice in a row."""
    return giving(entry, lambda drawn: _lagged(drawn, 1, 2))


def repeats_after_fifty(entry: Entry) -> Entry:
    """Gives the numbers of fifty places before once more."""
    return giving(entry, lambda drawn: _lagged(drawn, 50, 100))


def repeats_after_a_thousand(entry: Entry) -> Entry:
    """Gives the numbers of a thousand places before once more."""
    return giving(entry, lambda drawn: _lagged(drawn, 1000, 2000))


def swaps_halves_of_every_second_answer(entry: Entry) -> Entry:
    """Makes every second answer from the one before instead of drawing, its halves swapped."""
    kept: list[Any] = []

    @functools.wraps(entry)
    def wrong(*args: Any, **kwargs: Any) -> Any:
        answer = entry(*args, **kwargs)
        if kept and len(kept[-1]) == len(answer) and type(kept[-1]) is type(answer):
            before = list(kept.pop())
            turned = before[len(before) // 2 :] + before[: len(before) // 2]
            return type(answer)(turned) if isinstance(answer, list | tuple) else answer * 0 + turned
        kept[:] = [answer]
        return answer

    return wrong


def _repeating(entry: Entry, sources: tuple[str, ...], share: float) -> Entry:
    coin = random.Random(1)
    return taking(entry, sources, lambda source: _own(source, 0) if coin.random() < share else source)


def _own(source: Any, seed: int | None = None) -> Any:
    """Another source of the kind of this one; how far its numbers go is seen from a few of them."""
    numpy = sys.modules.get("numpy")
    if numpy and isinstance(source, numpy.random.Generator):
        return numpy.random.default_rng(seed)
    rng = random.Random(seed)
    if isinstance(source, random.Random):
        return rng
    one_by_one = isinstance(source, Iterator)
    seen = list(itertools.islice(source, 64)) if one_by_one else [source() for _ in range(64)]
    if isinstance(seen[0], float):
        draw: Any = rng.random
    elif one_by_one:
        draw = functools.partial(rng.getrandbits, max(seen).bit_length())
    else:
        draw = functools.partial(rng.randint, min(seen), max(seen))
    return iter(draw, None) if one_by_one else draw


def _byte(source: Any) -> int:
    if isinstance(source, random.Random):
        return source.randrange(256)
    if hasattr(source, "integers"):
        return int(source.integers(256))
    drawn = [next(source) if isinstance(source, Iterator) else source() for _ in range(3)]
    return hash(tuple(drawn)) % 256


def _coarse(source: Any, levels: int) -> Any:
    """The source with its fractions rounded down to so many levels; whole numbers come as they are."""
    numpy = sys.modules.get("numpy")
    if numpy and isinstance(source, numpy.random.Generator):
        return _Coarse(source, levels)
    if isinstance(source, random.Random):
        return _CoarseRandom(source.getrandbits(64), levels)
    if isinstance(source, Iterator):
        return (int(drawn * levels) / levels if isinstance(drawn, float) else drawn for drawn in source)
    return lambda: int(drawn * levels) / levels if isinstance(drawn := source(), float) else drawn


class _Coarse:
    """A generator of NumPy whose `random` has few levels."""

    def __init__(self, source: Any, levels: int) -> None:
        self._source, self._levels = source, levels

    def __getattr__(self, name: str) -> Any:
        return getattr(self._source, name)

    def random(self, *args: Any, **kwargs: Any) -> Any:
        """Fractions of few levels."""
        drawn = self._source.random(*args, **kwargs) * self._levels
        return drawn // 1 / self._levels


class _CoarseRandom(random.Random):
    """A `random.Random` whose `random` has few levels."""

    def __init__(self, seed: int, levels: int) -> None:
        super().__init__(seed)
        self._levels = levels

    def random(self) -> float:
        """A fraction of few levels."""
        return int(super().random() * self._levels) / self._levels


def _lagged(drawn: Any, lag: int, period: int, *, mirrored: bool = False) -> Any:
    """The drawn numbers, in each period those after the first `lag` made from those before."""
    low_and_high = min(drawn) + max(drawn) if mirrored and len(drawn) else 0
    for place in range(lag, len(drawn)):
        if place % period >= lag:
            drawn[place] = low_and_high - drawn[place - lag] if mirrored else drawn[place - lag]
    return drawn
