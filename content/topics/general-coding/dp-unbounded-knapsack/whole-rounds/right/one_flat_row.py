# Totals and remainders in one flat row, for sizes from the largest to the smallest; remainders are counted down.
def plans(sizes, batch, devices):
    row = [0] * ((batch + 1) * devices)
    row[0] = 1
    for size in sorted(sizes, reverse=True):
        for at in range(size * devices, len(row)):
            total, remainder = divmod(at, devices)
            row[at] += row[(total - size) * devices + (remainder + 1) % devices]
    return row[batch * devices]
