"""What may be done with amounts, and the words in which the rest is refused."""

import math
import operator
from collections.abc import Callable
from typing import TYPE_CHECKING

from sharpen.practice.design.units import dimension, kind, of_parts, parts, plain
from sharpen.practice.errors import BadCell

if TYPE_CHECKING:
    from pint import Quantity

LARGEST_POWER = 8
"""Of a unit: nothing on an envelope is in seconds to the ninth."""


def _whole(function: Callable[[float], float]) -> Callable[[float], float]:
    return lambda value: float(function(value))


FUNCTIONS: dict[str, Callable[[float], float]] = {
    "sqrt": math.sqrt, "log": math.log, "log2": math.log2, "log10": math.log10, "exp": math.exp,
    "ceil": _whole(math.ceil), "floor": _whole(math.floor), "round": _whole(round),
}  # fmt: skip
"""Of a plain number; sqrt takes a unit too."""
OF_SEVERAL = ("min", "max")
NAMES = (*FUNCTIONS, *OF_SEVERAL, "abs")


def kept(compute: Callable[..., "Quantity[float]"], *values: object) -> "Quantity[float]":
    """What is computed from the values, if a cell can have it. Raises BadCell."""
    try:
        found = compute(*values)
        fine = math.isfinite(found.magnitude)
    except (OverflowError, ZeroDivisionError):
        fine = False
    if not fine:
        raise BadCell("The result is too large a number.")
    if any(abs(power) > LARGEST_POWER for power in parts(found).values()):
        raise BadCell(f"The result has a unit to a power of more than {LARGEST_POWER}.")
    return found


def alike(left: "Quantity[float]", first: str, right: "Quantity[float]", second: str, verb: str) -> None:
    """Refuse, in words, to add or compare amounts of two dimensions."""
    if dimension(left) != dimension(right):
        raise BadCell(f"`{first}` is {kind(left)} and `{second}` {kind(right)}: they cannot be {verb}.")


def applied(name: str, value: "Quantity[float]", text: str) -> "Quantity[float]":
    """A function of one value. Raises BadCell where it has none."""
    if value.dimensionless:
        try:
            number = FUNCTIONS[name](plain(value))
        except (ValueError, OverflowError):
            raise BadCell(f"`{name}({text})` has no value.") from None
        return kept(of_parts, number, {})
    if name != "sqrt" or any(power % 2 for power in parts(value).values()) or value.magnitude < 0:
        wants = "an even power of a unit" if name == "sqrt" else "a plain number: divide by a unit first"
        raise BadCell(f"`{text}` is {kind(value)}, and `{name}` is of {wants}.")
    return kept(operator.pow, value, 0.5)
