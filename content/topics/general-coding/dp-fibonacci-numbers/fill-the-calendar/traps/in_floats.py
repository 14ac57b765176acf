# caught by: Random calendars
# Exact in theory: the matrix is raised in floats and reduced by `%`, and beyond 53 bits the digits are gone.
def count_calendars(kinds, slots, modulus):
    short, *longer = kinds or [0]
    size = len(longer) + 2
    step = [[0.0] * size for _ in range(size)]
    step[-1][1 : size - 1] = map(float, longer)
    step[0][1 : size - 1] = map(float, longer)
    step[0][-1] = float(short)
    for place in range(1, size - 1):
        step[place][place - 1] = 1.0
    state = [1.0] + [0.0] * (size - 2) + [1.0]
    while slots:
        if slots & 1:
            state = [sum(a * b for a, b in zip(row, state)) % modulus for row in step]
        step = [[sum(a * b for a, b in zip(row, column)) % modulus for column in zip(*step)] for row in step]
        slots >>= 1
    return int(state[0] % modulus)
