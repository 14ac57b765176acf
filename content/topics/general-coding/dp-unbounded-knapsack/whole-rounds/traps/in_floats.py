# caught by: 10 sizes, a batch of 2,000, 2 devices
# Counts with floats, whose digits end after the sixteenth.
def plans(sizes, batch, devices):
    ways = [[0.0] * devices for _ in range(batch + 1)]
    ways[0][0] = 1.0
    for size in sizes:
        for total in range(size, batch + 1):
            for remainder in range(devices):
                ways[total][(remainder + 1) % devices] += ways[total - size][remainder]
    return int(ways[batch][0])
