from itertools import product

from sharpen import checks


def by_rounds(needs, cached):
    """Rounds over all jobs; None if one frees nobody while some are left."""
    done, plan = set(cached), []
    while any(job not in done for job in needs):
        wave = sorted(job for job in needs if job not in done and all(need in done for need in needs[job]))
        if not wave:
            return None
        plan.append(wave)
        done |= set(wave)
    return plan


def small():
    """All graphs of three jobs and those of four whose arrows lead down, where nothing waits in a circle."""
    graphs = [(3, edges) for edges in checks.graphs(3, directed=True)]
    graphs += [(4, [(max(edge), min(edge)) for edge in edges]) for edges in checks.graphs(4)]
    for (count, edges), cached in product(graphs, ([], ["b"], ["c", "a"])):
        needs = {job: ["cabd"[end] for start, end in edges if "cabd"[start] == job] for job in "cabd"[:count]}
        yield needs, cached


def jobs(rng, size):
    """Needs of earlier jobs, some twice; cached jobs may need later ones, in circles that hold up nobody."""
    count, entries, stored = size
    spelled = checks.names("job", count)
    names = [spelled[number] for number in rng.permutation(count)]
    cached = [names[at] for at in rng.integers(0, count, stored)]
    needs = {name: [] for name in sorted(names)}
    for _ in range(entries):
        one, other = sorted(rng.integers(0, count, 2).tolist())
        if one < other:
            needs[names[other]] += [names[one]] * int(rng.integers(1, 3))
        if names[one] in cached:
            needs[names[one]].append(names[other])
    return needs, cached


def planned(got, needs, cached):
    """Each job once, after all it needs, and right after one of them."""
    place = {}
    for at, wave in enumerate(got):
        if list(wave) != sorted(wave):
            return f"wave {at} is not sorted"
        for job in wave:
            if job in place or job not in needs or job in cached:
                what = (
                    "twice in the plan" if job in place else "in the plan, and is cached" if job in needs else "no job"
                )
                return f"{job!r} is {what}"
            place[job] = at
    there = set(cached)
    for job, wanted in needs.items():
        if job in there:
            continue
        if job not in place:
            return f"{job!r} has to run, and is in no wave"
        waits = [need for need in wanted if need not in there]
        last = max((place.get(need, -1) for need in waits), default=-1)
        if any(need not in place for need in waits) or place[job] != last + 1:
            return f"{job!r} is in wave {place[job]}; what it needs is done after wave {last}: it belongs in {last + 1}"
    return None


def chain(rng, size):
    """A chain whose last job comes first in the dict, each job naming two before it, and cached jobs beside it."""
    (count,) = size
    half = count // 2
    needs = {
        f"step {at}": [f"step {max(at - 1, 0)}", f"step {max(at - 2, 0)}", f"old {at}"] for at in range(half - 1, 0, -1)
    }
    needs |= {"step 0": []} | {f"old {at}": [f"step {at}"] for at in range(half)}
    return needs, [f"old {at}" for at in range(half)]


CIRCLES = [
    ({"a": ["a"]}, []),
    ({"a": ["b"], "b": ["a"]}, []),
    ({"a": ["b"], "b": ["c"], "c": ["a"], "d": []}, ["d"]),
    ({"a": [], "b": ["a", "d"], "c": ["b"], "d": ["c"], "e": ["a"]}, ["e"]),
    ({"a": [], "b": ["b", "a"], "c": ["a"]}, ["c"]),
    ({"a": ["b", "b"], "b": ["c"], "c": ["b"], "d": ["a"]}, ["a", "d"]),
    ({f"j{at}": [f"j{(at + 1) % 1200}"] for at in range(1200)}, []),
]

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call(
            "waves",
            {"load": [], "clean": ["load"], "count": ["load"], "split": ["clean"], "train": ["clean", "split"]},
            ["load"],
        ),
        [["clean", "count"], ["split"], ["train"]],
    ),
    checks.exhaustive(
        "Every graph of three jobs, and those of four",
        "waves",
        [args for args in small() if by_rounds(*args) is not None],
        expected=by_rounds,
    ),
    checks.oracle(
        "Random jobs, needed twice, and cycles through cached ones",
        "waves",
        jobs,
        [(1, 1, 1), (3, 3, 1), (5, 7, 1), (8, 12, 2), (20, 30, 3), (60, 120, 10), (150, 130, 20)],
        expected=by_rounds,
    ),
    checks.property(
        "Each job once, right after the last it needs",
        "waves",
        jobs,
        [(4, 5, 0), (9, 14, 2), (1200, 2000, 100), (2500, 1500, 10)],
        holds=planned,
    ),
    checks.error("Cycles raise ValueError", [checks.call("waves", *args) for args in CIRCLES]),
    checks.oracle("Nothing to run", "waves", [({}, []), ({"a": ["b"], "b": []}, ["a", "b"])]),
    checks.unchanged("The arguments are not changed", "waves", jobs, [(5, 7, 1), (20, 30, 3)]),
    checks.growth("10,000 waves, and as many cached jobs", "waves", chain, [(20_000,)], factor=30),
    checks.oracle(
        "A job without a name, names that are nearly alike, hundreds before one",
        "waves",
        [
            ({"": [], "a": [""], "b": ["a", ""]}, []),
            ({"ab": [], "c": [], "a": ["c"], "bc": ["a"], "x": ["ab", "c"], "y": ["a", "bc"]}, []),
            ({"": ["a"], "a": []}, []),
            ({"": ["a"], "a": ["b"], "b": []}, [""]),
            *(({f"a{mark}": ["a"], "a": [], "b": [f"a{mark}"]}, []) for mark in " ,|/$#*.\0\n"),
            ({"é": ["ü"], "ü": [], "Ł": ["A"], "A": ["é"]}, []),
            ({**{f"job {number}": [] for number in range(256)}, "z": [f"job {number}" for number in range(256)]}, []),
        ],
        same=checks.exactly(),
    ),
]
