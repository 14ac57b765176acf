"""The product of the series 1 + x**s y + x**2s y**2 + ..., by its coefficients up to the batch."""


def plans(sizes, batch, devices):
    series = {(0, 0): 1}
    for size in sizes:
        grown = {}
        for more in range(batch // size + 1):
            for (total, number), ways in series.items():
                if total + more * size <= batch:
                    key = total + more * size, (number + more) % devices
                    grown[key] = grown.get(key, 0) + ways
        series = grown
    return series.get((batch, 0), 0)


def inputs(rng, draw):
    largest = int(rng.choice([3, 8, 30, 2000]))
    count = int(rng.integers(0, min(largest, 6) + 1))
    sizes = rng.permutation(largest)[:count] + 1
    return sizes.tolist(), int(rng.integers(0, 40)), int(rng.integers(1, 17))
