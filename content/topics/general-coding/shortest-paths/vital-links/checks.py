from sharpen import checks


def shortest(links, source, target):
    """The length of a shortest path, by rounds over all links; None if there is no path."""
    best, before = {source: 0}, None
    while best != before:
        before = dict(best)
        for origin, end, length in links:
            if origin in best:
                best[end] = min(best[origin] + length, best.get(end, best[origin] + length))
    return best.get(target)


def by_taking_down(links, source, target):
    """Each link taken down, and a search without it."""
    whole = shortest(links, source, target)
    others = (links[:place] + links[place + 1 :] for place in range(len(links)))
    return [place for place, left in enumerate(others) if shortest(left, source, target) != whole]


def small():
    """Graphs of four centers without links into the source or out of the target, and all of three."""
    inner = [(0, 1), (0, 2), (0, 3), (1, 2), (2, 1), (1, 3), (2, 3)]
    for mask in range(1 << len(inner)):
        edges = [edge for at, edge in enumerate(inner) if mask >> at & 1]
        for lengths in ((1, 1, 1), (1, 2, 3), (2, 1, 3)):
            links = [
                ("abcd"[one], "abcd"[other], lengths[other - one - 1] if other > one else 1) for one, other in edges
            ]
            yield links, "a", "d"
    for edges in checks.graphs(3, directed=True):
        for target in "ab":
            yield [("abc"[one], "abc"[other], 1) for one, other in edges] * 2, "a", target
            yield [("abc"[one], "abc"[other], 1 + other) for one, other in edges], "a", target


def network(rng, size):
    """Centers on a line, most links as long as the way between: many shortest paths, some links twice, loops."""
    centers, count, spread = size
    names = checks.names("center", centers)
    place = [0, *sorted(rng.integers(1, spread, centers - 2).tolist()), spread] if centers > 1 else [0]
    links = []
    for _ in range(count):
        one = int(rng.integers(centers))
        other = min(int(rng.integers(one - 1, one + 5)), centers - 1)
        exact = rng.random() < 0.9 and place[max(other, 0)] > place[one]
        length = place[other] - place[one] if exact else int(rng.integers(1, spread + 1))
        links += [(names[one], names[max(other, 0)], length)] * int(1 + (rng.random() < 0.15))
    return [links[at] for at in rng.permutation(len(links))], names[0], names[-1]


def ways_around(number, beside):
    """As many ways of one length as a number says, over links that come twice, and a link beside them or not."""
    bits = number.bit_length()
    links = [("s", "goal", bits + 1)] if beside else []
    links += [("s", "x0", 1)]
    for bit in range(bits):
        if number >> bit & 1:
            links.append((f"x{bit}", "goal", bits - bit))
        links += [(f"x{bit}", f"x{bit + 1}", 1)] * 2 if bit + 1 < bits else []
    return [*links, ("goal", "end", 1)], "s", "end"


def ladder(rng, size):
    """A row of squares with one way or two around each, and longer links that skip parts."""
    (squares,) = size
    links = []
    for at in range(squares):
        links += [(f"r{at}", f"u{at}", 10**8), (f"u{at}", f"s{at}", 2)]
        links += [(f"r{at}", f"s{at}", 10**8 + 2)] if at % 3 else [(f"r{at}", f"s{at}", 10**8 + 3)]
        links += [(f"s{at}", f"r{at + 1}", 7)]
        links += [(f"s{at}", f"r{at + 2}", 10**8 + 16)] if at % 5 == 0 else [(f"r{at + 1}", f"s{at}", 3)]
    return [links[at] for at in rng.permutation(len(links))], "r0", f"r{squares}"


def fan(rng, size):
    """A row of links, and thousands of centers that wait far behind its end for their turn."""
    steps, leaves = size
    links = [(f"r{at}", f"r{at + 1}", 1 + at % 2) for at in range(steps)]
    links += [("r0", f"leaf {at}", 9 * steps + int(far)) for at, far in enumerate(rng.permutation(leaves))]
    links += [(f"r{at}", f"r{at + 2}", 3) for at in range(0, steps - 2, 7)]
    return [links[at] for at in rng.permutation(len(links))], "r0", f"r{steps}"


def hub(ways):
    """Each way into the hub is a little shorter than those before it, and as many links lead out."""
    links = [("start", f"in {at}", 1 + at) for at in range(ways)]
    links += [(f"in {at}", "hub", 10**6 - 2 * at) for at in range(ways)]
    return [*links, *[("hub", f"out {at}", 1) for at in range(ways)], ("hub", "end", 1)], "start", "end"


def backwards(ask, links, source, target):
    """Turned around as a whole, a network has the same vital links; and the answer names places, in order."""
    got = list(ask(links, source, target))
    if got != sorted(set(got)) or not set(got) <= set(range(len(links))):
        return f"{checks.show(got, longest=80)} is not a sorted list of places from 0 to {len(links) - 1}"
    turned = list(ask([(end, origin, length) for origin, end, length in links], target, source))
    if turned == got:
        return None
    only = next(place for place in sorted({*got, *turned}) if (place in got) != (place in turned))
    ways = ("as given", "turned around") if only in got else ("turned around", "as given")
    return f"link {only} is vital with the network {ways[0]}, and not with it {ways[1]}"


CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call(
            "vital",
            [("a", "x", 2), ("x", "b", 3), ("x", "b", 3), ("a", "b", 5), ("a", "c", 9), ("b", "c", 1)],
            "a",
            "c",
        ),
        [5],
    ),
    checks.exhaustive("Small networks, each link taken down", "vital", small(), expected=by_taking_down),
    checks.oracle(
        "Networks with many shortest paths",
        "vital",
        network,
        [(1, 1, 2), (2, 2, 3), (4, 6, 5), (6, 12, 6), (8, 20, 9), (12, 26, 20), (20, 40, 40), (40, 70, 10**9)],
        expected=by_taking_down,
        same=checks.exactly(),
    ),
    checks.growth("1,600 squares in a row", "vital", ladder, [(1600,)], factor=30, same=checks.exactly()),
    checks.growth(
        "Thousands of centers behind the end", "vital", fan, [(4900, 5000)], factor=30, same=checks.exactly()
    ),
    checks.growth(
        "A hub that is found again and again, by shorter ways",
        "vital",
        [hub(4_900)],
        factor=15,
        same=checks.exactly(),
    ),
    checks.relation(
        "The same links are vital with all directions turned around",
        "vital",
        ladder,
        [(1,), (4,), (20,), (150,)],
        holds=backwards,
    ),
    checks.oracle(
        "Exponentially many paths, beside a link or not",
        "vital",
        [
            ways_around(number, beside)
            for number in (3 * 2**64, 2**1100 + 1, 10**9 + 7, 998_244_353, 2**61 - 1)
            for beside in (True, False)
        ],
        expected=lambda links, *_: [len(links) - 1] if links[0][1] == "goal" else [0, len(links) - 1],
        same=checks.exactly(),
    ),
    checks.oracle(
        "No path, no links, nowhere to go",
        "vital",
        [
            ([], "a", "b"),
            ([], "a", "a"),
            ([("a", "a", 1), ("b", "a", 2)], "a", "b"),
            ([("a", "b", 1), ("b", "a", 1)], "a", "a"),
            ([("a", "b", 10**9)], "a", "b"),
        ],
        same=checks.exactly(),
    ),
    checks.oracle(
        "5,000 links of the greatest length, one after another",
        "vital",
        [([(f"r{at}", f"r{at + 1}", 10**9) for at in range(5000)], "r0", "r5000")],
        expected=lambda links, *_: list(range(len(links))),
        same=checks.exactly(),
    ),
    checks.unchanged("`links` is not changed", "vital", ladder, [(3,), (8,)]),
    checks.oracle(
        "Names that are one once they are joined or cut",
        "vital",
        [
            *(
                ([(f"a{mark}", "b", 5), ("a", f"{mark}b", 5), ("b", "c", 1), ("a", "c", 1)], f"a{mark}", end)
                for mark in " ,|/$#*.\0\n"
                for end in ("b", f"{mark}b", "c")
            ),
            ([("é", "ü", 5), ("ü", "Ł", 1), ("A", "z", 1)], "é", "z"),
            ([("é", "Ł", 5)], "ü", "A"),
            ([("é", "Ł", 5)], "é", "Ł"),
        ],
        same=checks.exactly(),
    ),
]
