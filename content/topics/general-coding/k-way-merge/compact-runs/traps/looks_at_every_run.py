# caught by: 6,000 runs
# Looks at the first record of every run for each one that it takes.
def compact(runs):
    heads = [next(run, None) for run in runs]
    result, last = [], None
    while any(heads):
        age = min((at for at, head in enumerate(heads) if head), key=lambda at: heads[at][0])
        key, value = heads[age]
        heads[age] = next(runs[age], None)
        if key != last and value is not None:
            result.append((key, value))
        last = key
    return result
