"""By the longest subsequence that a trace has in common with its reverse, for each part before and after a record."""


def extra_record(trace):
    def mirrored(records):
        n = len(records)
        longest = [0] * (n + 1)
        for one in records:
            row = [0]
            for place, other in enumerate(reversed(records)):
                row.append(longest[place] + 1 if one == other else max(row[-1], longest[place + 1]))
            longest = row
        return longest[-1] == n

    return next((i for i in range(len(trace)) if mirrored(trace[:i] + trace[i + 1 :])), None)


def inputs(rng, draw):
    names = ["a", "b", "A", "a ", "é", ""]
    half = [names[number] for number in rng.integers(0, rng.integers(1, 7), draw.length("trace", 6))]
    trace = half + half[: len(half) - int(rng.integers(2)) * bool(half)][::-1]
    for _ in range(rng.integers(3)):
        trace.insert(int(rng.integers(len(trace) + 1)), names[rng.integers(6)])
    return (trace[:12],)
