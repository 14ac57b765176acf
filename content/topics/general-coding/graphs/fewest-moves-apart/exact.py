"""Union-find over servers and their opposites; the sides of a group are counted at the end."""


def moved(n, apart):
    leader = list(range(2 * n))

    def find(vertex):
        return vertex if leader[vertex] == vertex else find(leader[vertex])

    for one, other in apart:
        for a, b in ((one, other + n), (other, one + n)):
            a, b = find(a), find(b)
            leader[max(a, b)] = min(a, b)
    if any(find(server) == find(server + n) for server in range(n)):
        return None
    leaving = []
    for first in range(n):
        with_it = [server for server in range(n) if find(server) == find(first)]
        against = [server for server in range(n) if find(server) == find(first + n)]
        if min(with_it + against) == first:
            leaving += with_it if len(with_it) < len(against) else against
    return sorted(leaving)


def inputs(rng, draw):
    n = int(rng.integers(0, 13))
    order = rng.permutation(n).tolist()
    cut = int(rng.integers(0, n + 1))
    pairs = [(a, b) if rng.random() < 0.5 else (b, a) for a in order[:cut] for b in order[cut:]]
    apart = [pair for pair in pairs if rng.random() < 1.4 / n]
    if n and rng.random() < 0.2:
        apart.append(tuple(rng.integers(0, n, 2).tolist()))
    return n, apart
