# caught by: Small generators, up to fourteen steps
# Takes the number of turns until the meeting for the length of the tail, and begins one step off.
def seed_after(seed, shift, modulus, steps):
    def follow(value):
        return (value * value + shift) % modulus

    slow = fast = seed
    turns = 0
    while True:
        slow, fast = follow(slow), follow(follow(fast))
        if slow == fast:
            break
        turns += 1
    period, fast = 1, follow(slow)
    while slow != fast:
        fast, period = follow(fast), period + 1
    if steps < turns:
        slow, steps = seed, steps
    else:
        steps = (steps - turns) % period
    for _ in range(steps):
        slow = follow(slow)
    return slow
