# caught by: The example in the statement
# Any job may follow any other: the usual recurrence, without the rule about jobs of one slot.
def count_calendars(kinds, slots, modulus):
    size = max(1, len(kinds))
    step = [[0] * size for _ in range(size)]
    step[0][: len(kinds)] = kinds
    for place in range(1, size):
        step[place][place - 1] = 1
    state = [1] + [0] * (size - 1)
    while slots:
        if slots & 1:
            state = [sum(a * b for a, b in zip(row, state)) % modulus for row in step]
        step = [[sum(a * b for a, b in zip(row, column)) % modulus for column in zip(*step)] for row in step]
        slots >>= 1
    return state[0] % modulus
