# Floyd's three walks: the meeting, the entry of the cycle, once around.
def seed_after(seed, shift, modulus, steps):
    def follow(value):
        return (value**2 + shift) % modulus

    slow = fast = seed
    while True:
        slow, fast = follow(slow), follow(follow(fast))
        if slow == fast:
            break
    entry, tail = seed, 0
    while entry != slow:
        entry, slow, tail = follow(entry), follow(slow), tail + 1
    around, period = follow(entry), 1
    while around != entry:
        around, period = follow(around), period + 1
    if steps < tail:
        value, left = seed, steps
    else:
        value, left = entry, (steps - tail) % period
    while left:
        value, left = follow(value), left - 1
    return value
