# caught by: More plans than 64 bits can count
# Keeps counts in 64 bits: there are far more plans.
def plans(sizes, batch, devices):
    ways = [[0] * devices for _ in range(batch + 1)]
    ways[0][0] = 1
    for size in sizes:
        for total in range(size, batch + 1):
            for rest in range(devices):
                more = ways[total - size][rest]
                ways[total][(rest + 1) % devices] = (ways[total][(rest + 1) % devices] + more) % 2**64
    return ways[batch][0]
