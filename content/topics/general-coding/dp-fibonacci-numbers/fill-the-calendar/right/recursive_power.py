# A matrix over (slots looked back, last job short or not), raised by recursion.
def count_calendars(kinds, slots, modulus):
    most = max(1, len(kinds))
    size = 2 * most
    step = [[0] * size for _ in range(size)]
    for length, count in enumerate(kinds, 1):
        ends = 0 if length == 1 else 1
        for before in (0, 1):
            if not (length == 1 and before == 0):
                step[ends][2 * (length - 1) + before] = count
    for place in range(2, size):
        step[place][place - 2] = 1

    def times(one, other):
        return [[sum(a * b for a, b in zip(row, column)) % modulus for column in zip(*other)] for row in one]

    def power(n):
        if n == 0:
            return [[int(i == j) for j in range(size)] for i in range(size)]
        half = power(n // 2)
        whole = times(half, half)
        return times(whole, step) if n % 2 else whole

    final = power(slots)
    return (final[0][1] + final[1][1]) % modulus
