"""For each length, the most GPUs by trying numbers from the top, and the first start at which they are free."""


def reservations(free):
    table = []
    for hours in range(1, len(free) + 1):
        starts = range(len(free) - hours + 1)
        for gpus in sorted(set(free), reverse=True):
            fitting = [start for start in starts if all(count >= gpus for count in free[start : start + hours])]
            if fitting:
                table.append((gpus, fitting[0]))
                break
    return table


def inputs(rng, draw):
    most = int(rng.choice([0, 1, 2, 5, 100, 10**6]))
    return (rng.integers(0, most + 1, draw.length("free", 14)).tolist(),)
