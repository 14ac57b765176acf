"""The sum of distances from the middle of what counts, sorted anew."""


def leveling_costs(times, values, span):
    costs = []
    for now in range(len(times)):
        window = sorted(values[one] for one in range(now + 1) if times[one] > times[now] - span)
        middle = window[len(window) // 2]
        costs.append(sum(abs(value - middle) for value in window))
    return costs


def inputs(rng, draw):
    count = draw.length("times", 40)
    gaps = rng.choice([0, 1, 2, 7, 40], count)
    start = int(rng.choice([0, 10**9 - 40 * 40]))
    times = [start + int(gaps[: place + 1].sum()) for place in range(count)]
    most = int(rng.choice([0, 1, 5, 10**6]))
    return times, rng.integers(-most, most + 1, count).tolist(), int(rng.choice([1, 2, 5, 30, 10**9]))
