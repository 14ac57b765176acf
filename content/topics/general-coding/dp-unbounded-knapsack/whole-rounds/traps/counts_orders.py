# caught by: The example in the statement
# Totals outside and sizes inside: every order of the same micro-batches is counted.
def plans(sizes, batch, devices):
    ways = [[0] * devices for _ in range(batch + 1)]
    ways[0][0] = 1
    for total in range(1, batch + 1):
        for size in sizes:
            if size <= total:
                for remainder in range(devices):
                    ways[total][(remainder + 1) % devices] += ways[total - size][remainder]
    return ways[batch][0]
