# caught by: Small generators, up to fourteen steps
# Takes the steps modulo the period from the first seed, as if all seeds repeated.
def seed_after(seed, shift, modulus, steps):
    def follow(value):
        return (value * value + shift) % modulus

    slow, fast = follow(seed), follow(follow(seed))
    while slow != fast:
        slow, fast = follow(slow), follow(follow(fast))
    period, fast = 1, follow(slow)
    while slow != fast:
        fast, period = follow(fast), period + 1
    for _ in range(steps % period):
        seed = follow(seed)
    return seed
