import numpy as np

from sharpen import checks


def fewest(slots):
    """By cycles: one with the free slot takes a move for each model, any other one more than that."""
    seen, total = [False] * len(slots), 0
    for start in range(len(slots)):
        length, with_free, at = 0, False, start
        while not seen[at]:
            seen[at] = True
            length, with_free, at = length + 1, with_free or at == 0, slots[at]
        if length > 1:
            total += length - 1 if with_free else length + 1
    return total


def carried_out(got, slots):
    """Whether the plan can be carried out, leads home, and is short."""
    now, free = list(slots), slots.index(0)
    for number, slot in enumerate(got):
        if not isinstance(slot, int) or not 0 <= slot < len(now):
            return f"there is no slot {slot}"
        if slot == free:
            return f"move number {number + 1} is from slot {slot}, which is free at that time"
        now[free], now[slot], free = now[slot], 0, slot
    astray = next((slot for slot, model in enumerate(now) if model != slot), None)
    if astray is not None:
        there = f"model {now[astray]} is in slot {astray}" if now[astray] else f"slot {astray} is free"
        return f"after the plan {there}"
    least = fewest(slots)
    return None if len(got) == least else f"the plan has {len(got)} moves; {least} are enough"


def crashed(rng, length):
    return (rng.permutation(length).tolist(),)


def nearly_home(rng, size):
    """A few cycles, most models at home, the free slot somewhere."""
    length, astray = size
    places = rng.permutation(length)[:astray]
    slots = np.arange(length)
    slots[places] = slots[np.roll(places, 1)]
    swapped = rng.permutation(length)[:2]
    slots[swapped] = slots[swapped[::-1]]
    return (slots.tolist(),)


def exchanged(length):
    """Slot 0 is free, and all others are exchanged in pairs."""
    slots = list(range(length))
    for slot in range(1, length - 1, 2):
        slots[slot], slots[slot + 1] = slot + 1, slot
    return (slots,)


CHECKS = [
    checks.example("The example in the statement", checks.call("moves", [2, 0, 1]), [2, 0]),
    checks.property(
        "Every order of up to five slots",
        "moves",
        [(order,) for order in checks.orders(5, 1)],
        holds=carried_out,
        empty=True,
    ),
    checks.property(
        "The plan can be carried out, leads home, and is the shortest",
        "moves",
        crashed,
        [1, 2, 3, 7, 20, 60, 200, 1000],
        holds=carried_out,
        empty=True,
    ),
    checks.property(
        "Few models are astray",
        "moves",
        nearly_home,
        [(4, 2), (9, 3), (40, 5), (300, 12)],
        holds=carried_out,
        empty=True,
    ),
    checks.oracle(
        "All at home",
        "moves",
        [([0],), (list(range(7)),), (list(range(2000)),)],
        expected=lambda _: [],
        drawn=False,
    ),
    checks.unchanged("The slots are not changed", "moves", [([2, 0, 1],), ([0, 2, 1, 4, 5, 3],), ([3, 2, 1, 0],)]),
    checks.growth(
        "30,000 slots",
        "moves",
        [exchanged(30_000), crashed(np.random.default_rng(2), 30_000)],
        factor=30,
        holds=carried_out,
    ),
]
