"""Every transcript, its cost counted up, and sorted."""


def best_transcripts(options, k):
    every = [(0, ())]
    for costs in options:
        every = [(total + cost, (*choices, at)) for total, choices in every for at, cost in enumerate(costs)]
    every.sort()
    return every[:k]


def inputs(rng, draw):
    words = min(draw.length("options", 5), 5)
    most = int(rng.choice([0, 1, 2, 10, 10**6]))
    options = [sorted(rng.integers(0, most + 1, rng.integers(1, 5)).tolist()) for _ in range(words)]
    return options, int(rng.integers(1, 30))
