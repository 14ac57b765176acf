from sharpen import checks


def every_start(free):
    """Every start for every length."""
    table, least = [], list(free)
    for hours in range(1, len(free) + 1):
        least = [min(least[start], free[start + hours - 1]) for start in range(len(free) - hours + 1)]
        table.append((max(least), least.index(max(least))))
    return table


SMALL = [(free,) for free in checks.lists((0, 1, 2), 6)] + [(free,) for free in checks.orders(6, 4)]


def calendars(rng, size):
    length, most = size
    return (rng.integers(0, most + 1, length).tolist(),)


def shaped(rng, size):
    length, shape = size
    up, half = list(range(length)), length // 2
    return (
        {
            "rising": up,
            "falling": up[::-1],
            "a hill": [length - abs(hour - half) for hour in up],
            "noise": rng.integers(0, 10**6 + 1, length).tolist(),
        }[shape],
    )


def possible(got, free):
    """Each pair is possible, and no longer run has more GPUs than a shorter one."""
    if len(got) != len(free):
        return f"{len(got)} pairs for {len(free)} lengths"
    before = max(free)
    for hours, (gpus, start) in enumerate(got, 1):
        if not 0 <= start <= len(free) - hours:
            return f"a run of {hours} hours that begins at {start} does not lie within the {len(free)} hours"
        least = min(free[start : start + hours])
        if gpus > least:
            return f"from hour {start} only {least} GPUs are free for {hours} hours, not {gpus}"
        if gpus > before:
            return f"{gpus} GPUs for {hours} hours are more than the {before} for a run one hour shorter"
        before = gpus
    if got[0][0] != max(free):
        return f"for one hour there are {max(free)} GPUs, not {got[0][0]}"
    return (
        None if tuple(got[-1]) == (min(free), 0) else f"for all hours there are {min(free)} GPUs, from 0; not {got[-1]}"
    )


CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("reservations", [2, 1, 2, 5, 3]),
        [(5, 3), (3, 3), (2, 2), (1, 0), (1, 0)],
    ),
    checks.exhaustive("Every calendar of up to six hours", "reservations", SMALL, expected=every_start),
    checks.oracle(
        "Random calendars",
        "reservations",
        calendars,
        [(1, 0), (3, 3), (12, 3), (40, 10), (60, 10**6), (120, 30)],
        expected=every_start,
        same=checks.exactly(),
    ),
    checks.property(
        "Every run of the table is possible, and longer ones have no more GPUs",
        "reservations",
        calendars,
        [(1, 5), (8, 3), (200, 10**6)],
        holds=possible,
    ),
    checks.unchanged("The calendar is not changed", "reservations", calendars, [(1, 3), (12, 3), (60, 10)]),
    checks.growth(
        "Thousands of hours: rising, falling, a hill, noise",
        "reservations",
        shaped,
        [(10_000, "rising"), (10_000, "falling"), (10_000, "a hill"), (15_000, "noise")],
        factor=30,
        same=checks.exactly(),
    ),
    checks.oracle(
        "A million GPUs, and next to it",
        "reservations",
        [([10**6] * 3,), ([10**6, 10**6 - 1, 10**6],), ([10**6 - 1, 10**6, 0],), ([0, 0, 10**6],), ([0] * 4,)],
        expected=every_start,
        same=checks.exactly(),
    ),
]
