"""For each pair a search over the pairs accepted so far, from both of its texts."""


def together(n, pairs, most):
    accepted, answers = [], []
    for one, other in pairs:
        here, there = reached(accepted, one), reached(accepted, other)
        if other not in here and len(here) + len(there) <= most:
            accepted.append((one, other))
            here |= there
        answers.append(other in here)
    return answers


def reached(pairs, text):
    found, before = {text}, 0
    while len(found) > before:
        before = len(found)
        for one, other in pairs:
            if one in found or other in found:
                found |= {one, other}
    return found


def inputs(rng, draw):
    n = int(rng.integers(1, 13))
    count = int(rng.integers(0, 20))
    return n, [tuple(pair) for pair in rng.integers(0, n, (count, 2)).tolist()], int(rng.integers(1, n + 2))
