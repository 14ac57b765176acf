# caught by: The example in the statement
# A separator after the last document too: one token that is not needed.
def least_padding(lengths, window):
    reachable = [True] + [False] * window
    for length in lengths:
        for total in range(window, length, -1):
            if reachable[total - length - 1]:
                reachable[total] = True
    return window - max(total for total in range(window + 1) if reachable[total])
