# caught by: Enough is finished at that second, and not before
# The upper end is the largest number in the statement, but a slow annotator needs far longer.
def labels_done(annotators, labels):
    def finished(second):
        total = 0
        for pace, block, pause in annotators:
            cycles, rest = divmod(second, block * pace + pause)
            total += cycles * block + min(block, rest // pace)
        return total

    low, high = 0, 10**12
    while low < high:
        middle = (low + high) // 2
        if finished(middle) >= labels:
            high = middle
        else:
            low = middle + 1
    return low
