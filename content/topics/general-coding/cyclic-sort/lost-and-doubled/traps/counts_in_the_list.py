# caught by: 30,000 numbers
# Counts each shard in the list: quadratic.
def lost_and_doubled(numbers):
    lost, doubled = [], []
    for shard in range(len(numbers)):
        count = numbers.count(shard)
        if count == 0:
            lost.append(shard)
        elif count > 1:
            doubled.append(shard)
    return lost, doubled
