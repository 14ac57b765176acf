# The last second with too few, built from its highest bit down.
def labels_done(annotators, labels):
    def enough(second):
        count = 0
        for pace, block, pause in annotators:
            length = block * pace + pause
            count += second // length * block + min(block, second % length // pace)
        return count >= labels

    if enough(0):
        return 0
    second = 0
    for bit in reversed(range(64)):
        if not enough(second | 1 << bit):
            second |= 1 << bit
    return second + 1
