# Merges runs two by two, lazily, in rounds: the newer of a pair wins, and deletions go only at the end.
def merged(newer, older):
    one, other = next(newer, None), next(older, None)
    while one is not None and other is not None:
        if one[0] <= other[0]:
            if one[0] == other[0]:
                other = next(older, None)
            yield one
            one = next(newer, None)
        else:
            yield other
            other = next(older, None)
    if one is not None:
        yield one
        yield from newer
    if other is not None:
        yield other
        yield from older


def compact(runs):
    runs = list(runs)
    while len(runs) > 1:
        rest = runs[-1:] if len(runs) % 2 else []
        runs = [merged(newer, older) for newer, older in zip(runs[::2], runs[1::2], strict=False)] + rest
    return [record for run in runs for record in run if record[1] is not None]
