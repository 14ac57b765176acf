# caught by: A trillion labels, the last one shortly before a pause ends
# Cycles are counted by a division that is cut off; near 10**18 the quotient of floats is rounded up to the next cycle.
def labels_done(annotators, labels):
    def finished(second):
        total = 0
        for pace, block, pause in annotators:
            cycle = pace * block + pause
            cycles = int(second / cycle)
            rest = second - cycles * cycle
            total += cycles * block + min(block, rest // pace)
        return total

    low, high = 0, 2 * 10**18
    while low < high:
        middle = (low + high) // 2
        if finished(middle) >= labels:
            high = middle
        else:
            low = middle + 1
    return low
