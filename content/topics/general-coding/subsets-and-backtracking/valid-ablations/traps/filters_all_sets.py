# caught by: 40 components, and hardly more sets that make sense
# Builds all sets and keeps those that make sense: 2^40 of them.
from itertools import combinations


def ablations(needs, clashes):
    kept = []
    for count in range(len(needs) + 1):
        for chosen in combinations(range(len(needs)), count):
            inside = set(chosen)
            if all(inside.issuperset(needs[part]) for part in chosen):
                if not any(a in inside and b in inside for a, b in clashes):
                    kept.append(list(chosen))
    return sorted(kept)
