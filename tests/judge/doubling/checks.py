from sharpen import checks


def values(rng, size):
    return (rng.normal(size=size),)


def sums(ask, values):
    return None if abs(sum(ask(values)) - 2 * sum(values)) < 1e-6 else "the sum is not doubled"


CHECKS = [
    checks.example("The example", checks.call("double", [1, 2, 3]), [2, 4, 6]),
    checks.oracle("Random values", "double", values, [1, 2, 50]),
    checks.relation("The sum doubles", "double", values, [3, 10], holds=sums),
    checks.unchanged("The input stays as it is", "double", values, [4]),
]
