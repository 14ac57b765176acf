# caught by: The seeds seen are not stored
# Keeps every seed with its place: right, and memory grows with their number.
def seed_after(seed, shift, modulus, steps):
    places, seeds = {}, []
    while seed not in places:
        places[seed] = len(seeds)
        seeds.append(seed)
        seed = (seed * seed + shift) % modulus
    tail = places[seed]
    if steps < tail:
        return seeds[steps]
    return seeds[tail + (steps - tail) % (len(seeds) - tail)]
