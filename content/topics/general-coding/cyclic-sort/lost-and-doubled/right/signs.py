# A sign at the home says that a number came; those that find it there already are collected.
def lost_and_doubled(numbers):
    n = len(numbers)
    numbers[:] = (number + 1 if 0 <= number < n else n + 1 for number in numbers)
    twice = set()
    for place in range(n):
        shard = abs(numbers[place]) - 1
        if shard < n:
            if numbers[shard] < 0:
                twice.add(shard)
            else:
                numbers[shard] = -numbers[shard]
    return [place for place in range(n) if numbers[place] > 0], sorted(twice)
