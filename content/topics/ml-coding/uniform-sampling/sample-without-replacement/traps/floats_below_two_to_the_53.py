# caught by: Of a range of 51 bits, even and odd numbers are equally likely
# Scales a fraction where n is below 2**53: with almost as many numbers as fractions some come twice as often.
def sample(n, k, rng):
    if k < 0 or n < k:
        raise ValueError("k")
    got = set()
    while len(got) < k:
        got.add(int(rng.random() * n) if n < 2**53 else rng.randrange(n))
    return tuple(got)
