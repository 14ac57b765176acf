"""A closure of bit masks: who reaches whom in the graph without the arrows that lead into guards (Warshall)."""


def suspect(readers, bad, guarded):
    names = list(dict.fromkeys([*readers, *(name for row in readers.values() for name in row), *bad]))
    place = {name: at for at, name in enumerate(names)}
    reach = [1 << at for at in range(len(names))]
    for table, row in readers.items():
        for name in row:
            if name not in guarded:
                reach[place[table]] |= 1 << place[name]
    for middle in range(len(names)):
        for start in range(len(names)):
            if reach[start] >> middle & 1:
                reach[start] |= reach[middle]
    mask = 0
    for name in bad:
        mask |= reach[place[name]]
    return {name for at, name in enumerate(names) if mask >> at & 1}


def inputs(rng, draw):
    count = int(rng.integers(1, 12))
    names = [("t", "T", "", "t ")[at % 4] + str(at // 4) for at in range(count)]
    readers = {}
    for start, end in rng.integers(0, count, (int(rng.integers(0, 2 * count + 1)), 2)).tolist():
        readers.setdefault(names[start], []).append(names[end])
    some = [[names[at] for at in rng.integers(0, count, int(rng.integers(0, 4)))] for _ in range(2)]
    return readers, *some
