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


ALIKE = [" {}", "{}.", "{} ", *(form for sign in ",|/" for form in (f"{{}}{sign}", f"{sign}{{}}")), "{}\0.", "\0{}"]
ALIKE += ["{}$", "{}#", "{}*", "{}é", "{}ü", "{}a", "{}{{", "{}A", "{}Ł"]
"""Forms of a name that are one for who strips, cuts or joins names, or knows few letters. None ends with the character
0, which an array of texts forgets."""


def names(stem: str, count: int) -> list[str]:
    """So many different names, twenty-two in a row alike but for what people drop or take for a sign of their own:
    a capital, spaces, a full stop, separators, marks of an end, letters beyond the alphabet."""
    groups = range(count // (len(ALIKE) + 2) + 1)
    plain = [f"{stem} {number}" for number in groups]
    return [one for name in plain for one in (name, name.capitalize(), *(form.format(name) for form in ALIKE))][:count]


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
