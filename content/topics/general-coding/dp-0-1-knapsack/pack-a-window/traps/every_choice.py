# caught by: 100 documents, a window of 2,000 tokens that cannot be filled
# Takes or leaves each document by recursion and stops at a full window, which never comes: exponential.
def least_padding(lengths, window):
    best = window

    def go(place, left):
        nonlocal best
        if place == len(lengths) or best == 0:
            return
        needed = lengths[place] if left == window else lengths[place] + 1
        if needed <= left:
            best = min(best, left - needed)
            go(place + 1, left - needed)
        go(place + 1, left)

    go(0, window)
    return best
