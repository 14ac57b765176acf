"""A sweep over events: a stretch lasts while some job keeps the machine on."""


def awake(jobs, grace):
    events = sorted([(start, -1) for start, _ in jobs] + [(stop + grace, 1) for _, stop in jobs])
    stretches, running, begun = [], 0, None
    for time, kind in events:
        if running == 0:
            begun = time
        running -= kind
        if running == 0:
            stretches.append((begun, time))
    return stretches


def inputs(rng, draw):
    span = int(rng.choice([4, 30, 10**9 - 10**6]))
    starts = rng.integers(0, span, draw.length("jobs", 20)).tolist()
    longest = int(rng.choice([1, 6, 10**5]))
    return [(start, start + int(rng.integers(longest))) for start in starts], int(rng.choice([0, 1, 5, 10**6]))
