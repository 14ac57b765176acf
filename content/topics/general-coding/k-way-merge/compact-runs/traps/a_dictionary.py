# caught by: 30,000 keys, nearly all deleted, are not kept in memory
# Fills a dictionary from the oldest run to the newest: every key is in memory at once.
def compact(runs):
    values = {}
    for run in reversed(runs):
        values.update(run)
    return [(key, values[key]) for key in sorted(values) if values[key] is not None]
