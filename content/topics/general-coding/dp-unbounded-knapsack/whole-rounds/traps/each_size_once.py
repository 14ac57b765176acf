# caught by: Up to three sizes, batches up to nine, up to four devices
# The totals run downward, so that a size is used at most once.
def plans(sizes, batch, devices):
    ways = [[0] * devices for _ in range(batch + 1)]
    ways[0][0] = 1
    for size in sizes:
        for total in range(batch, size - 1, -1):
            for remainder in range(devices):
                ways[total][(remainder + 1) % devices] += ways[total - size][remainder]
    return ways[batch][0]
