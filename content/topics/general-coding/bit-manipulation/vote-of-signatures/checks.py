from sharpen import checks

WHOLE = 2**64 - 1


def by_letters(signatures, most):
    """The signatures as rows of 64 letters, and their columns."""
    rows = [f"{signature:064b}" for signature in signatures]
    voted = "".join("1" if column.count("1") > column.count("0") else "0" for column in zip(*rows, strict=True))
    far = [at for at, row in enumerate(rows) if sum(a != b for a, b in zip(row, voted, strict=True)) > most]
    return int(voted, 2), far


SMALL = [(signatures, most) for signatures in checks.lists((0, 1, 2, 3, 6), 4, 1) for most in (0, 1, 2)]


def clusters(rng, size):
    """Documents near a common signature, some of them far, with as many as possible at the edge of `most`."""
    count, most, share = size
    center = int(rng.integers(0, 2**64, dtype="uint64"))
    found = []
    for _ in range(count):
        far = (
            int(rng.integers(0, 65))
            if rng.random() < share
            else int(rng.integers(max(0, most - 1), min(64, most + 2) + 1))
        )
        places = rng.permutation(64)[:far].tolist()
        found.append(center ^ sum(1 << place for place in places))
    return found, most


def any_numbers(rng, size):
    count, most = size
    return [int(number) for number in rng.integers(0, 2**64, count, dtype="uint64")], most


def voted_for(got, signatures, most):
    """Whether each place went to the majority, and the strays are those that are farther than `most`."""
    if not isinstance(got, tuple | list) or len(got) != 2:
        return f"expected a pair of a signature and a list, got {checks.show(got, longest=80)}"
    cluster, far = got
    if not isinstance(cluster, int) or not 0 <= cluster <= WHOLE:
        return f"expected a signature of 64 bits, got {checks.show(cluster, longest=80)}"
    for place in range(64):
        ones = sum(signature >> place & 1 for signature in signatures)
        if (cluster >> place & 1) != (2 * ones > len(signatures)):
            return (
                f"{ones} of {len(signatures)} have a one in place {place}, and the signature has {cluster >> place & 1}"
            )
    wrong = next((at for at, one in enumerate(signatures) if ((one ^ cluster).bit_count() > most) != (at in far)), None)
    if wrong is not None:
        return f"document {wrong} differs in {(signatures[wrong] ^ cluster).bit_count()} places; `most` is {most}"
    return (
        None
        if list(far) == sorted(set(far))
        else f"the strays {checks.show(far, longest=80)} are not in ascending order"
    )


CHECKS = [
    checks.example("The example in the statement", checks.call("strays", [0b0011, 0b0011, 0b1100], 3), (3, [2])),
    checks.exhaustive("Every cluster of up to four small signatures", "strays", SMALL, expected=by_letters),
    checks.oracle(
        "Random clusters",
        "strays",
        clusters,
        [(1, 0, 0), (2, 1, 0.5), (3, 5, 0.3), (6, 20, 0.3), (7, 31, 0.5), (40, 3, 0.2), (101, 10, 0.1), (150, 0, 0.02)],
        expected=by_letters,
        same=checks.exactly(),
    ),
    checks.oracle(
        "All ones, all zeros, one place at either end, nearly all of 5,000",
        "strays",
        [
            ([WHOLE], 0),
            ([0], 0),
            ([WHOLE, 0], 63),
            ([WHOLE, 0], 64),
            ([2**63, 2**63, 1], 1),
            ([1, 1, 2**63], 1),
            ([0, 0, WHOLE], 63),
            ([0, 0, WHOLE], 64),
            ([WHOLE] * 4500 + [0] * 500, 63),
        ],
        expected=by_letters,
        same=checks.exactly(),
    ),
    checks.property(
        "Each place goes to the majority, and the strays are those farther than `most`",
        "strays",
        any_numbers,
        [(3, 30), (8, 32), (60, 31), (150, 33), (1200, 24)],
        holds=voted_for,
    ),
    checks.oracle("Thousands of documents", "strays", any_numbers, [(2_500, 30)], same=checks.exactly(), drawn=False),
    checks.unchanged("The list is not changed", "strays", clusters, [(6, 20, 0.3), (40, 3, 0.2)]),
]
