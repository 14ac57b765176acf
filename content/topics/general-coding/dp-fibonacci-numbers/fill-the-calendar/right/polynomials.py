# One recurrence instead of two, and the power of x modulo its characteristic polynomial.
def count_calendars(kinds, slots, modulus):
    short, *longer = kinds or [0]
    order = len(longer) + 2
    back = [0] * order
    for place, count in enumerate(longer, 1):
        back[place] += count
        back[place + 1] += short * count
    first = [1, short]
    while len(first) < order + 2:
        first.append(sum(c * first[len(first) - 1 - j] for j, c in enumerate(back) if j < len(first)))
    if slots < 2:
        return first[slots] % modulus

    def times(one, other):
        result = [0] * (2 * order)
        for i, a in enumerate(one):
            for j, b in enumerate(other):
                result[i + j] += a * b
        while len(result) > order:
            top = result.pop()
            for j, c in enumerate(back):
                result[len(result) - 1 - j] += c * top
        return [value % modulus for value in result]

    power = [1] + [0] * (order - 1)
    for bit in bin(slots - 2)[2:]:
        power = times(power, power)
        if bit == "1":
            power = times(power, [0, 1] + [0] * (order - 2))
    return sum(a * b for a, b in zip(power, first[2:])) % modulus
