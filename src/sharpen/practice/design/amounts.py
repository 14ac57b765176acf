"""An amount as people write it: `23,148 per second`, `400 GB`, `$1.2 million per day`.

What is printed can be read again as an expression, and is then the same to four digits.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from sharpen.practice.design.units import SCALES, TIMES, of_parts, parts, plain

if TYPE_CHECKING:
    from pint import Quantity

GREAT = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
LARGEST, SMALLEST = 1e15, 1e-4
"""Numbers beyond these are printed with an exponent."""

LADDERS = (
    tuple(f"{scale}B" for scale in ("", "k", "M", "G", "T", "P", "E")),
    tuple(f"{scale}b" for scale in ("", "k", "M", "G", "T", "P", "E")),
    tuple(f"{scale}B" for scale in ("", *(scale for scale in SCALES if scale.endswith("i")))),
    tuple(f"{scale}b" for scale in ("", *(scale for scale in SCALES if scale.endswith("i")))),
)
CLOCK = tuple(name.replace("µ", "u") for name in TIMES if name not in ("week", "month"))
WORDS = {"B": ("byte", "bytes"), "b": ("bit", "bits"), "us": ("µs", "µs"), "dollar": ("$", "$")} | {
    name: (name, f"{name}s") for name in ("hour", "day", "week", "month", "year")
}
"""Units that are written out where they stand alone: one of them, several of them."""
SYMBOLS, PER = {"us": "µs", "dollar": "$"}, {"s": "second"}


def number(value: float) -> str:
    """A number with separators, or in millions and more; whole from a thousand on, else four digits."""
    size = abs(value)
    if size and not SMALLEST <= size < LARGEST:
        digits, _, power = f"{value:.3e}".partition("e")
        return f"{digits.rstrip('0').rstrip('.')}e{int(power)}"
    for factor, word in GREAT:
        if size >= factor * 0.9999995:
            return f"{float(f'{value / factor:.4g}'):.6g} {word}"
    return f"{value:,.0f}" if size >= 999.95 else f"{float(f'{value:.4g}'):g}"


def shown(amount: "Quantity[float]") -> str:
    """A quantity in the unit it was written in, or in a handier one where its number is unwieldy."""
    if amount.dimensionless:
        return number(plain(amount))
    amount = _handy(amount)
    above = [(name, power) for name, power in parts(amount).items() if power > 0]
    below = [(name, -power) for name, power in parts(amount).items() if power < 0]
    digits = number(amount.magnitude)
    if not above or above == [("dollar", 1)]:
        return (_money(digits) if above else digits) + "".join(f" per {_symbol(*part, PER)}" for part in below)
    if not below and len(above) == 1 and above[0][1] == 1:
        one, many = WORDS.get(above[0][0], (above[0][0],) * 2)
        return f"{digits} {one if digits == '1' else many}"
    return f"{digits} {'*'.join(_symbol(*part) for part in above)}" + "".join(f"/{_symbol(*part)}" for part in below)


def in_unit(value: float, unit: str) -> str:
    """A number with the unit that was asked for, as it was written."""
    unit, digits = unit.strip(), number(value)
    if unit.startswith("$"):
        return f"{_money(digits)}{unit[1:]}"
    if per := re.fullmatch(r"(?:1\s*/|per\b)\s*(.+)", unit):
        return f"{digits} per {PER.get(per[1], per[1])}"
    return f"{digits}{unit}" if unit in ("", "%") else f"{digits} {unit}"


def _money(digits: str) -> str:
    return f"-${digits[1:]}" if digits.startswith("-") else f"${digits}"


def _symbol(name: str, power: int, spelled: Mapping[str, str] = MappingProxyType({})) -> str:
    return spelled.get(name, SYMBOLS.get(name, name)) + (f"**{power}" if power != 1 else "")


def _handy(amount: "Quantity[float]") -> "Quantity[float]":
    """The same amount with a number from 1 to 1,000, where a change of one unit gives it."""
    powers, size = parts(amount), _size(amount)
    if size == 0 or 1 <= size < 999.95:
        return amount
    for name, ladder in [(name, ladder) for name in powers for ladder in LADDERS if name in ladder]:
        if powers[name] == 1:
            return _on(ladder, name, amount)
    if powers in ({"s": 1}, *({name: 1} for name in CLOCK)):
        return _on(CLOCK, next(iter(powers)), amount)
    if size < 1 and "dollar" not in powers:
        for name in CLOCK:
            if powers.get(name) == -1:
                return _on(CLOCK, name, amount)
    return amount


def _on(ladder: tuple[str, ...], name: str, amount: "Quantity[float]") -> "Quantity[float]":
    """The amount with `name` replaced by the rung of its ladder that gives the smallest number from 1 on."""
    rest = parts(amount)
    power = rest.pop(name)
    tried = [amount.to(of_parts(1.0, rest | {rung: power}).units) for rung in ladder]
    enough = [one for one in tried if abs(one.magnitude) >= 0.99995]
    return min(enough, key=_size) if enough else max(tried, key=_size)


def _size(amount: "Quantity[float]") -> float:
    return abs(float(amount.magnitude))
