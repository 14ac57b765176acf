"""The wave of a job as the longest chain of needs below it, by recursion."""


def waves(needs, cached):
    def wave(job, path):
        if job in path:
            raise ValueError
        return 1 + max((wave(need, [*path, job]) for need in needs[job] if need not in cached), default=-1)

    place = {job: wave(job, []) for job in needs if job not in cached}
    return [sorted(job for job in place if place[job] == at) for at in range(max(place.values(), default=-1) + 1)]


def inputs(rng, draw):
    count = int(rng.integers(0, 9))
    names = [["x", "X", "", "x1", "x10", "x2", "é", "z", "Z"][at] for at in rng.permutation(9)[:count]]
    needs = {name: [] for name in rng.permutation(names).tolist()}
    for _ in range(int(rng.integers(0, 2 * count + 1))):
        one, other = sorted(rng.integers(0, count, 2).tolist())
        if one < other or rng.random() < 0.2:
            needs[names[other]].append(names[one])
        if rng.random() < 0.05:
            needs[names[one]].append(names[other])
    return needs, [name for name in names if rng.random() < 0.25]
