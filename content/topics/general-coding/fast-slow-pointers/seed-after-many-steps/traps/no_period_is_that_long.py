# caught by: Many different seeds
# Walks far enough to be on the cycle, and then looks for a period of at most 65,536; there are longer ones.
def seed_after(seed, shift, modulus, steps):
    walked = min(steps, 100_000)
    for _ in range(walked):
        seed = (seed * seed + shift) % modulus
    period, other = 1, (seed * seed + shift) % modulus
    while other != seed and period < 65_536:
        period, other = period + 1, (other * other + shift) % modulus
    for _ in range((steps - walked) % period):
        seed = (seed * seed + shift) % modulus
    return seed
