# A merge sort whose comparisons are draws: O(n log n), some fifteen times the time of swapping.
def shuffle(items, uniform):
    if len(items) < 2:
        return list(items)
    half = len(items) // 2
    left, right = shuffle(items[:half], uniform), shuffle(items[half:], uniform)
    i, j, shuffled = 0, 0, []
    while i < len(left) and j < len(right):
        if uniform() * (len(left) - i + len(right) - j) < len(left) - i:
            shuffled.append(left[i])
            i += 1
        else:
            shuffled.append(right[j])
            j += 1
    return shuffled + left[i:] + right[j:]
