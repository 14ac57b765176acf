# caught by: A quadrillion slots
# The recurrence in a loop: right, and a quadrillion steps.
def count_calendars(kinds, slots, modulus):
    short, *longer = kinds or [0]
    counts, other = [0] * len(longer) + [1], 1
    for _ in range(slots):
        newest = sum(count * before for count, before in zip(longer, reversed(counts[:-1]))) % modulus
        counts = [*counts[1:], (newest + short * other) % modulus]
        other = newest
    return counts[-1] % modulus
