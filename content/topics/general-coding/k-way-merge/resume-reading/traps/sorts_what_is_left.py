# caught by: The next 1,000 records of a million, which are not copied
# Sorts all that is left, however few are to be read.
def read_on(shards, positions, count):
    left = [(time, number) for number, shard in enumerate(shards) for time in shard[positions[number] :]]
    left.sort()
    now = list(positions)
    for _, number in left[:count]:
        now[number] += 1
    return [time for time, _ in left[:count]], now
