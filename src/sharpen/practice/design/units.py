"""The units of back-of-the-envelope arithmetic, as people write them in a design interview.

pint computes with them, from these definitions alone: its own table reads `Mb` as a megabarn, `M` as molar and
`k` as a constant of physics, and takes longer to load. Words are looked up here, in their own case, so nothing
that a learner writes is ever parsed by pint. The registry is made when it is first asked for, since importing
pint takes a third of a second.
"""

import threading
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pint import Quantity, UnitRegistry

SCALES = {
    "k": 1e3, "M": 1e6, "G": 1e9, "T": 1e12, "P": 1e15, "E": 1e18,
    "Ki": 2.0**10, "Mi": 2.0**20, "Gi": 2.0**30, "Ti": 2.0**40, "Pi": 2.0**50, "Ei": 2.0**60,
}  # fmt: skip
SCALE_NAMES = {"k": "kilo", "M": "mega", "G": "giga", "T": "tera", "P": "peta", "E": "exa"}

TIMES = {
    "ns": (1e-9, "nanosecond nanoseconds nsec"),
    "µs": (1e-6, "us μs microsecond microseconds usec"),
    "ms": (1e-3, "millisecond milliseconds msec msecs"),
    "s": (1.0, "sec secs second seconds"),
    "min": (60.0, "mins minute minutes"),
    "hour": (3600.0, "h hr hrs hours"),
    "day": (86_400.0, "d days"),
    "week": (7 * 86_400.0, "weeks wk"),
    "month": (30 * 86_400.0, "months mo"),
    "year": (365 * 86_400.0, "years yr yrs"),
}
"""Name of each unit: its seconds, and how else people write it. A month has 30 days, a year 365."""

COUNTED = """ad answer appeal batch broadcast call candidate card category character chunk class click cluster comment
connection conversion cookie core CPU creator customer decision device dimension document driver edge embedding epoch
event example expert feature file FLOP follower frame GPU head host house image impression index instance item job key
label language layer like line listing machine member message metric model neighbor node object op order page pair
param parameter partition patch photo phrase pipeline pixel point post prediction product query read record replica
report request result retry review reviewer rider row sample segment seller sentence server session shard slot speaker
step story stream subscriber task ticket time token TPU transaction trip user utterance variant vector video view
viewer visit visitor word worker write x"""
IRREGULAR = "children DAU indices MAU people person persons"
"""What is counted: singular and plural, all of it is the plain number 1."""

MULTIPLIERS = {
    "k": 1e3, "K": 1e3, "thousand": 1e3, "M": 1e6, "mn": 1e6, "million": 1e6, "millions": 1e6,
    "B": 1e9, "bn": 1e9, "Bn": 1e9, "billion": 1e9, "billions": 1e9,
    "T": 1e12, "tn": 1e12, "trillion": 1e12, "trillions": 1e12,
}  # fmt: skip
"""What stands for a power of a thousand right after a number."""

AMBIGUOUS = {
    "m": "`m` may be million or minutes: write `M` or `min`.",
    "mb": "`mb` may be megabytes or megabits: write `MB` or `Mb`.",
    "gb": "`gb` may be gigabytes or gigabits: write `GB` or `Gb`.",
    "tb": "`tb` may be terabytes or terabits: write `TB` or `Tb`.",
    "pb": "`pb` may be petabytes or petabits: write `PB` or `Pb`.",
    "G": "`G` alone is not read: write `GB`, `Gb` or `billion`.",
    "flops": "`flops` may be a count or a rate: write `FLOPs` (a count) or `FLOPS` (per second).",
    "mbps": "`mbps` may be megabytes or megabits per second: write `MB/s` or `Mbps`.",
    "gbps": "`gbps` may be gigabytes or gigabits per second: write `GB/s` or `Gbps`.",
}

KINDS = {
    "": "a plain number",
    "[time]": "a time",
    "[data]": "an amount of data",
    "[money]": "an amount of money",
    "/[time]": "a rate",
    "[data]/[time]": "an amount of data per time",
    "[money]/[time]": "an amount of money per time",
    "[money]/[data]": "an amount of money per data",
}

Word = tuple[float, dict[str, int]]
"""A word's factor, and the units of the registry with their exponents."""


@cache
def words() -> dict[str, Word]:
    """Every word that is a unit, in its own case, with what it means."""
    known: dict[str, Word] = dict.fromkeys(COUNTED.split(), (1.0, {}))
    known |= dict.fromkeys([*map(_plural, known), *IRREGULAR.split()], (1.0, {}))
    known |= {"%": (0.01, {}), "percent": (0.01, {})}
    known |= dict.fromkeys(("$", "USD", "dollar", "dollars"), (1.0, {"dollar": 1}))
    known |= dict.fromkeys(("cent", "cents"), (0.01, {"dollar": 1}))
    known |= dict.fromkeys(("QPS", "qps", "RPS", "rps", "TPS", "tps", "Hz"), (1.0, {"s": -1}))
    known["FLOPS"] = (1.0, {"s": -1})
    for letter in "kMGTPE":
        known |= dict.fromkeys((f"{letter}FLOP", f"{letter}FLOPs"), (SCALES[letter], {}))
        known[f"{letter}FLOPS"] = (SCALES[letter], {"s": -1})
    for name, (_, others) in TIMES.items():
        known |= dict.fromkeys((name, *others.split()), (1.0, {_plain(name): 1}))
    for base, long in (("b", "bit"), ("B", "byte")):
        known |= dict.fromkeys((base, long, f"{long}s"), (1.0, {base: 1}))
        known[f"{base}ps"] = (1.0, {base: 1, "s": -1})
        for scale in SCALES:
            unit = f"{scale}{base}"
            forms = [unit] + [f"{scale}{word}{s}" for word in (long, long.title()) for s in ("", "s")]
            if scale in SCALE_NAMES:
                forms += [f"{SCALE_NAMES[scale]}{long}", f"{SCALE_NAMES[scale]}{long}s"]
            forms += [f"K{form[1:]}" for form in forms if form[0] == "k" and scale == "k"]
            known |= dict.fromkeys(forms, (1.0, {unit: 1}))
            known |= {f"{form}ps": (1.0, {unit: 1, "s": -1}) for form in (unit, unit.replace("k", "K"))}
    return known


def _plural(one: str) -> str:
    if one[-1] == "y" and one[-2] not in "aeo":
        return f"{one[:-1]}ies"
    return f"{one}es" if one.endswith(("s", "x", "sh", "ch")) else f"{one}s"


def _plain(name: str) -> str:
    """The name of a unit in the registry, which is happier without Greek."""
    return name.replace("µ", "u")


_making = threading.Lock()


def registry() -> "UnitRegistry[float]":
    """The one registry: quantities of two cannot be added, so threads must not make two."""
    with _making:
        return _registry()


@cache
def _registry() -> "UnitRegistry[float]":
    import pint

    made: UnitRegistry[float] = pint.UnitRegistry(None, auto_reduce_dimensions=True)
    for line in ("s = [time]", "B = [data]", "b = 0.125 * B", "dollar = [money]"):
        made.define(line)
    for name, (seconds, _) in TIMES.items():
        if name != "s":
            made.define(f"{_plain(name)} = {seconds!r} * s")
    for scale, factor in SCALES.items():
        made.define(f"{scale}B = {factor!r} * B")
        made.define(f"{scale}b = {factor / 8!r} * B")
    return made


def meaning(word: str) -> Word | None:
    """What a word stands for, also with a capital letter (`Users`); None if it is no unit."""
    return words().get(word) or (words().get(word.lower()) if len(word) > 3 and word.istitle() else None)


def of_parts(amount: float, parts: dict[str, int]) -> "Quantity[float]":
    """An amount of units of the registry, by name and exponent."""
    units = registry()
    return units.Quantity(amount, units.UnitsContainer(parts))


def plain(amount: "Quantity[float]") -> float:
    """The number that a quantity without dimension is: 1 KiB / 1 kB is 1.024."""
    return float(amount.to_base_units().magnitude)


def parts(amount: "Quantity[float]") -> dict[str, int]:
    """The units of a quantity, by name, with their exponents."""
    return {name: round(float(power.real)) for name, power in amount.unit_items()}


def dimension(amount: "Quantity[float]") -> str:
    """The dimension in one line, such as `[data]/[time]`; empty for a plain number."""
    powers = [(name, round(float(power.real))) for name, power in sorted(amount.dimensionality.items())]
    above = "*".join(_power(name, power) for name, power in powers if power > 0)
    return above + "".join(f"/{_power(name, -power)}" for name, power in powers if power < 0)


def kind(amount: "Quantity[float]") -> str:
    """What a quantity is, in words: "a time", "an amount of data"."""
    found = dimension(amount)
    return KINDS.get(found, f"an amount of {found.replace('[', '').replace(']', '')}")


def _power(name: str, power: int) -> str:
    return name if power == 1 else f"{name}**{power}"
