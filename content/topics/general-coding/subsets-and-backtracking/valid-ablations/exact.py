"""Every set of components, by the bits of a number, kept if it makes sense."""


def ablations(needs, clashes):
    kept = []
    for bits in range(2 ** len(needs)):
        chosen = [part for part in range(len(needs)) if bits >> part & 1]
        fed = all(other in chosen for part in chosen for other in needs[part])
        if fed and not any(a in chosen and b in chosen for a, b in clashes):
            kept.append(chosen)
    return sorted(kept)


def inputs(rng, draw):
    count = int(rng.integers(0, 9))
    needs = [[int(n) for n in rng.permutation(part)[: rng.integers(0, min(part, 3) + 1)]] for part in range(count)]
    pairs = [tuple(map(int, rng.permutation(count)[:2])) for _ in range(rng.integers(0, 6))] if count > 1 else []
    return needs, pairs
