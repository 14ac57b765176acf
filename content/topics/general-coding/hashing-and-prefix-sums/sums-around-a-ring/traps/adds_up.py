# caught by: 50,000 questions of any length about 50,000 values
# Full rounds are multiplied, but the rest of each stretch is added up: up to a ring's length for each question.
def ring_sums(values, stretches):
    twice, n, total = [*values, *values], len(values), sum(values)
    return [length // n * total + sum(twice[start : start + length % n]) for start, length in stretches]
