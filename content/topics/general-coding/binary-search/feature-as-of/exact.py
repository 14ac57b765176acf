"""The newest value before each moment, by going through all of them."""


def as_of(times, values, moments, max_age):
    found = []
    for moment in moments:
        best = None
        for time, value in zip(times, values, strict=True):
            if time < moment and time >= moment - max_age:
                best = value
        found.append(best)
    return found


def inputs(rng, draw):
    count, asked = draw.length("times", 12), draw.length("moments", 12)
    times = sorted(int(t) for t in draw("times", count)) if count else []
    near = [time + int(step) for time in times for step in (-1, 0, 1, 2)]
    moments = [int(t) for t in draw("moments", asked)] if asked else []
    max_age = int(rng.choice([1, 2, 3, 6, 10**6, 10**9]))
    return times, list(range(count)), [*moments, *near], max_age
