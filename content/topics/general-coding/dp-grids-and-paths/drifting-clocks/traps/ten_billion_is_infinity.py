# caught by: 5,000 samples as far apart as can be
# 10,000,000,000 for infinity: with stalls a pairing may cost more.
def align(a, b, band, stall):
    many = 10**10
    if abs(len(a) - len(b)) > band:
        return None
    width = 2 * band + 1
    row = [many] * width
    row[band] = 0
    for i, sample in enumerate(a):
        before, row = row, [many] * width
        for k in range(max(0, band - i), min(width, len(b) - i + band)):
            up = before[k + 1] + stall if k + 1 < width else many
            left = row[k - 1] + stall if k else many
            row[k] = min(before[k], up, left) + abs(sample - b[i - band + k])
    return row[len(b) - len(a) + band]
