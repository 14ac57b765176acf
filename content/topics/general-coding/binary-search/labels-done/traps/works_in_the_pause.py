# caught by: The example in the statement
# The rest of a cycle is divided by the pace, though most of it may be the pause.
def labels_done(annotators, labels):
    def finished(second):
        total = 0
        for pace, block, pause in annotators:
            cycles, rest = divmod(second, block * pace + pause)
            total += cycles * block + rest // pace
        return total

    low, high = 0, 1
    while finished(high) < labels:
        high *= 2
    while low < high:
        middle = (low + high) // 2
        if finished(middle) >= labels:
            high = middle
        else:
            low = middle + 1
    return low
