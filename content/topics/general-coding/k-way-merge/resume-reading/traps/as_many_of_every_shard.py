# caught by: The next 1,000 records of a million, which are not copied
# No more than `count` of a shard can be wanted, so as many of each are sorted; together that may be all there are.
def read_on(shards, positions, count):
    heads = [(time, number) for number, shard in enumerate(shards) for time in shard[positions[number] :][:count]]
    heads.sort()
    now = list(positions)
    for _, number in heads[:count]:
        now[number] += 1
    return [time for time, _ in heads[:count]], now
