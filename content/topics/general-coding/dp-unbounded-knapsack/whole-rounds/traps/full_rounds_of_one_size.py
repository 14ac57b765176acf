# caught by: The example in the statement
# Lets every round consist of micro-batches of the same size, as if the sizes were `devices` times as large.
def plans(sizes, batch, devices):
    ways = [1] + [0] * batch
    for size in sizes:
        for total in range(size * devices, batch + 1):
            ways[total] += ways[total - size * devices]
    return ways[batch]
