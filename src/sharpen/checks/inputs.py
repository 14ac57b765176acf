"""The calls of a check: those that every attempt is asked, and one that is drawn for an attempt alone."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any
from zlib import crc32

import numpy as np

from sharpen.checks.calls import Call

Inputs = Callable[[np.random.Generator, Any], Any] | Sequence[Any]
"""Either `inputs(rng, size)` that makes the arguments of one case, or the cases themselves.

Arguments are a tuple (`entry(*arguments)`) or a whole `Call`.
"""

Drawn = bool | Callable[..., Any]
"""Whether a case is drawn for each attempt, where `inputs` is a function; or what answers it in place of `expected`.

False is for inputs that had to be chosen, and for those that take more than a few milliseconds. A function is for an
`expected` that does: `drawn=reference`.
"""


def names(stem: str, count: int) -> list[str]:
    """So many different names, each five in a row alike but for what people drop: a capital, spaces, a full stop."""
    plain = (f"{stem} {number}" for number in range((count + 4) // 5))
    alike = [(name, name.capitalize(), f" {name}", f"{name}.", f"{name} ") for name in plain]
    return [name for five in alike for name in five][:count]


def cases(name: str, entry: str, inputs: Inputs, sizes: Iterable[Any]) -> list[Call]:
    """The calls of a check, smallest first; the random numbers depend on its name alone."""
    if not callable(inputs):
        return [_call(entry, arguments) for arguments in inputs]
    seed = crc32(name.encode())
    return [_call(entry, inputs(np.random.default_rng([seed, turn]), size)) for turn, size in enumerate(sizes)]


def drawn_calls(name: str, entry: str, inputs: Inputs, sizes: Sequence[Any], seed: int) -> list[Call]:
    """The call of the middle size for the attempt of this seed; none where the cases are listed."""
    if not callable(inputs) or not sizes:
        return []
    rng = np.random.default_rng([seed, crc32(name.encode())])
    return [_call(entry, inputs(rng, sizes[(len(sizes) - 1) // 2]))]


def _call(entry: str, arguments: Any) -> Call:
    return arguments if isinstance(arguments, Call) else Call(entry, tuple(arguments))
