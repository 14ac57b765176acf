# Distinct sizes with their counts, and two pointers over those.
from collections import Counter


def largest_pair(encoders, decoders, budget):
    small, large = list(Counter(encoders).items()), list(Counter(decoders).items())
    found, low, high = Counter(), 0, len(large) - 1
    while low < len(small) and high >= 0:
        total = small[low][0] + large[high][0]
        if total > budget:
            high -= 1
        else:
            found[total] += small[low][1] * large[high][1]
            low += 1
    return max(found.items()) if found else None
