"""The least over all orders."""

from itertools import permutations


def least_memory(jobs, held):
    def need(order):
        now, most = held, [held]
        for peak, change in order:
            most.append(now + peak)
            now += change
        return max(most)

    return min(map(need, permutations(jobs)))


def inputs(rng, draw):
    count, most = int(rng.integers(0, 7)), int(rng.choice([1, 3, 10, 10**9]))
    peaks = [int(rng.integers(0, most + 1)) for _ in range(count)]
    jobs = [(peak, int(rng.integers(-most, peak + 1))) for peak in peaks]
    return jobs, int(-sum(min(change, 0) for _, change in jobs) + rng.integers(0, 2))
