import statistics

from sharpen import checks


def numbers(rng, size):
    return [float(value) for value in rng.normal(scale=10, size=size)], -4.0, 7.0


def by_sorting(values, low, high):
    return statistics.fmean(sorted([low, value, high])[1] for value in values)


def inside(got, values, low, high):
    return None if low <= got <= high else f"the mean {got} of {values} lies outside [{low}, {high}]"


CHECKS = [
    checks.example("The example in the statement", checks.call("clipped_mean", [1, 5, 12], 2, 9), 16 / 3),
    checks.oracle("Random numbers", "clipped_mean", numbers, [1, 2, 3, 20, 20], expected=by_sorting),
    checks.property("The mean lies between the bounds", "clipped_mean", numbers, [1, 5], holds=inside),
    checks.error("No values", [checks.call("clipped_mean", [], 0, 1)]),
]
