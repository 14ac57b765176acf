# A shuffle that keeps only what it moved, with random integers put together from floats.
def below(n, rng):
    drawn = n
    while drawn >= n:
        drawn = 0
        for _ in range(-(-n.bit_length() // 32)):
            drawn = drawn << 32 | int(rng.random() * 2**32)
        drawn >>= -n.bit_length() % 32
    return drawn


def sample(n, k, rng):
    if k < 0 or k > n:
        raise ValueError("k must be between 0 and n")
    moved, chosen = {}, []
    for i in range(k):
        j = i + below(n - i, rng)
        chosen.append(moved.get(j, j))
        moved[j] = moved.pop(i, i)
    return tuple(chosen)
