# caught by: The example in the statement
# Begins with no calendar that a short job may follow, so that none begins with one.
def count_calendars(kinds, slots, modulus):
    short, *longer = kinds or [0]
    size = len(longer) + 2
    step = [[0] * size for _ in range(size)]
    step[-1][1 : size - 1] = longer
    step[0][1 : size - 1] = longer
    step[0][-1] = short
    for place in range(1, size - 1):
        step[place][place - 1] = 1
    state = [1] + [0] * (size - 1)
    while slots:
        if slots & 1:
            state = [sum(a * b for a, b in zip(row, state)) % modulus for row in step]
        step = [[sum(a * b for a, b in zip(row, column)) % modulus for column in zip(*step)] for row in step]
        slots >>= 1
    return state[0] % modulus
