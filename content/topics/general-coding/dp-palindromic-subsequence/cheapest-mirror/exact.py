"""The heaviest mirror over every set of what stays; for longer stacks pair by pair, from the outermost inward."""

from functools import cache


def cheapest_mirror(widths, costs):
    count = len(widths)
    if count <= 8:
        kept = [[place for place in range(count) if bits >> place & 1] for bits in range(1 << count)]
        mirrors = [
            places for places in kept if all(widths[a] == widths[b] for a, b in zip(places, places[::-1], strict=True))
        ]
        return sum(costs) - max(sum(costs[place] for place in places) for places in mirrors)

    @cache
    def heaviest(low, high):
        """Of mirrors strictly between two layers."""
        best = max((costs[place] for place in range(low + 1, high)), default=0)
        for a in range(low + 1, high):
            for b in range(a + 1, high):
                if widths[a] == widths[b]:
                    best = max(best, costs[a] + costs[b] + heaviest(a, b))
        return best

    return sum(costs) - heaviest(-1, count)


def inputs(rng, draw):
    count = int(rng.integers(0, 9)) if rng.random() < 0.9 else int(rng.integers(9, 16))
    widths = (10 ** rng.integers(0, rng.integers(1, 7), count)).tolist()
    return widths, rng.integers(0, int(rng.choice([1, 3, 30, 10**6])) + 1, count).tolist()
