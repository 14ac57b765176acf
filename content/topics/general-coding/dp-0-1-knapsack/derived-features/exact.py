"""Every set of features in which parents are, by its bits."""

from sharpen.checks import Difference, show


def best_features(parents, costs, values, budget):
    choices = []
    for bits in range(1 << len(parents)):
        chosen = [feature for feature in range(len(parents)) if bits >> feature & 1]
        closed = all(parents[feature] < 0 or bits >> parents[feature] & 1 for feature in chosen)
        if closed and sum(costs[feature] for feature in chosen) <= budget:
            choices.append((sum(values[feature] for feature in chosen), chosen))
    best = max(choices)[0]
    return [chosen for value, chosen in choices if value == best]


def _one_of(right, got):
    return (
        None
        if got in right
        else Difference("", show(right), show(got), "another choice is better, or this is not allowed")
    )


same = {"best_features": _one_of}


def inputs(rng, draw):
    count = int(rng.integers(0, 9))
    reach = int(rng.integers(1, count + 1)) if count else 1
    parents = [int(rng.integers(max(-1, feature - reach), feature)) for feature in range(count)]
    dearest = int(rng.choice([0, 1, 3, 9, 200]))
    most = int(rng.choice([1, 4, 10**9]))
    costs = rng.integers(0, dearest + 1, count).tolist()
    return (
        parents,
        costs,
        rng.integers(-most, most + 1, count).tolist(),
        int(rng.integers(0, min(800, 3 * dearest) + 1)),
    )
