# caught by: 10 sizes, a batch of 2,000, 2 devices
# Keeps the number of micro-batches itself instead of its remainder: hundreds of times as many counts.
def plans(sizes, batch, devices):
    ways = [[0] * (batch + 1) for _ in range(batch + 1)]
    ways[0][0] = 1
    for size in sizes:
        for total in range(size, batch + 1):
            for number in range(1, total + 1):
                ways[total][number] += ways[total - size][number - 1]
    return sum(ways[batch][::devices])
