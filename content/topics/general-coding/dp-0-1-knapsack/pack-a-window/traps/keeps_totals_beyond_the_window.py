# caught by: 100 documents, a window that few of them fit
# Keeps every total, also those that no window holds: O(n * sum of the lengths) instead of O(n * window).
def least_padding(lengths, window):
    totals = {0}
    for length in lengths:
        totals |= {total + length + 1 for total in totals}
    fullest = max(total for total in totals if total <= window + 1)
    return min(window, window + 1 - fullest)
