"""Every set of shards, by the bits of a number, with the labels counted."""

from collections import Counter


def clean_sets(shards, required):
    kept = []
    for bits in range(2 ** len(shards)):
        chosen = [number for number in range(len(shards)) if bits >> number & 1]
        counts = Counter(label for number in chosen for label in shards[number])
        useful = all(any(label in required for label in shards[number]) for number in chosen)
        if useful and all(counts[label] == 1 for label in required) and max(counts.values(), default=0) <= 1:
            kept.append(chosen)
    return sorted(kept)


def inputs(rng, draw):
    names = list("abcdefg")[: rng.integers(1, 8)]
    required = [names[at] for at in rng.permutation(len(names))[: rng.integers(0, len(names) + 1)]]
    shards = []
    for _ in range(rng.integers(0, 9)):
        order = rng.permutation(len(names))[: rng.integers(0, min(3, len(names)) + 1)]
        shards.append([names[at] for at in order])
    return shards, required
