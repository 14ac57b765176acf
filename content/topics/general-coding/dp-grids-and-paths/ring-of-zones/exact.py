"""The cheapest sum, with minima over whole tables of what a move costs between any two zones (min-plus products)."""


def cheapest_run(prices, fee):
    zones = range(len(prices[0]))
    cost = [
        [0 if a == b else fee if (a - b) % len(zones) in (1, len(zones) - 1) else None for b in zones] for a in zones
    ]
    after = [list(prices[-1])]
    for hour in reversed(prices[:-1]):
        later = after[-1]
        after.append([hour[a] + min(cost[a][b] + later[b] for b in zones if cost[a][b] is not None) for a in zones])
    return min(after[-1])


def inputs(rng, draw):
    most = int(rng.choice([1, 3, 20, 10**6]))
    shape = draw.length("prices", 12), int(rng.integers(1, 8))
    return rng.integers(0, most + 1, shape).tolist(), int(rng.integers(0, most + 1))
