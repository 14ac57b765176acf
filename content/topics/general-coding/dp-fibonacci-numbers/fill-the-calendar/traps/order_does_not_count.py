# caught by: The example in the statement
# Counts collections of jobs, kind by kind, as when giving change.
def count_calendars(kinds, slots, modulus):
    slots = min(slots, 10_000)
    ways = [1] + [0] * slots
    for length, count in enumerate(kinds, 1):
        for _ in range(count):
            for total in range(length, slots + 1):
                ways[total] = (ways[total] + ways[total - length]) % modulus
    return ways[slots] % modulus
