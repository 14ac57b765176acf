# caught by: Of a range of 51 bits, even and odd numbers are equally likely
# Scales a fraction of 53 bits as long as n has 51 at most, where there are only four or five fractions for each number.
def sample(n, k, rng):
    if not 0 <= k <= n:
        raise ValueError("k")
    got = set()
    for top in range(n - k, n):
        number = int(rng.random() * (top + 1)) if top < 2**51 else rng.randrange(top + 1)
        got.add(top if number in got else number)
    return got
