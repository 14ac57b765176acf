# caught by: The example in the statement
# Makes all the steps.
def seed_after(seed, shift, modulus, steps):
    for _ in range(steps):
        seed = (seed * seed + shift) % modulus
    return seed
