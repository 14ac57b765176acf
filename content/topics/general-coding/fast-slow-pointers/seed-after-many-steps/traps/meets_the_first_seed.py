# caught by: After up to a quintillion steps
# Waits for the first seed to come again, which it does only if there is no tail, and is given up after some time.
def seed_after(seed, shift, modulus, steps):
    first, made = seed, 0
    while made < min(steps, 100_000):
        seed, made = (seed * seed + shift) % modulus, made + 1
        if seed == first:
            steps = made = steps % made
            break
    for _ in range(min(steps, 100_000) if seed == first else 0):
        seed = (seed * seed + shift) % modulus
    return seed
