# Brent's algorithm finds the period, then the tail is walked.
def seed_after(seed, shift, modulus, steps):
    follow = lambda value: (value * value + shift) % modulus  # noqa: E731
    power = period = 1
    kept, value = seed, follow(seed)
    while kept != value:
        if power == period:
            kept, power, period = value, 2 * power, 0
        value = follow(value)
        period += 1
    ahead, tail, behind = seed, 0, seed
    for _ in range(period):
        ahead = follow(ahead)
    while ahead != behind:
        ahead, behind, tail = follow(ahead), follow(behind), tail + 1
    if steps > tail:
        steps = tail + (steps - tail) % period
    for _ in range(steps):
        seed = follow(seed)
    return seed
