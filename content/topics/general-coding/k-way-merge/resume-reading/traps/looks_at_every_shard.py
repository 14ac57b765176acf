# caught by: 12,000 records of 20,000 shards
# Looks at the next record of every shard for each one that it reads.
def read_on(shards, positions, count):
    now, times = list(positions), []
    heads = [shard[at] if at < len(shard) else float("inf") for shard, at in zip(shards, now, strict=True)]
    while len(times) < count and heads:
        earliest = min(heads)
        if earliest == float("inf"):
            break
        number = heads.index(earliest)
        times.append(earliest)
        now[number] += 1
        heads[number] = shards[number][now[number]] if now[number] < len(shards[number]) else float("inf")
    return times, now
