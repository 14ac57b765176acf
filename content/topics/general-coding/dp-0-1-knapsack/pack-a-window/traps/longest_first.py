# caught by: The example in the statement
# Greedy: the longest document that still fits, then the next. Nobody promises that it leaves room for good partners.
def least_padding(lengths, window):
    left, first = window, True
    for length in sorted(lengths, reverse=True):
        needed = length if first else length + 1
        if needed <= left:
            left, first = left - needed, False
    return left
