# Halves the whole numbers between the smallest score and the largest, and never sorts.
def sustained(scores, length, percent):
    low, high = min(scores), max(scores)
    while low < high:
        wanted = (low + high + 1) // 2
        totals, total, lowest, lasts = [0], 0, 0, False
        for stop, score in enumerate(scores, 1):
            total += 100 * (score >= wanted) - percent
            totals.append(total)
            if stop >= length:
                lowest = min(lowest, totals[stop - length])
                if total >= lowest:
                    lasts = True
                    break
        if lasts:
            low = wanted
        else:
            high = wanted - 1
    return low
