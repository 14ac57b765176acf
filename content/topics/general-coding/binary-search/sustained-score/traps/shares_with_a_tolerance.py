# caught by: Exactly the share, over ten thousand scores after as many low ones
# Adds up fractions and lets a billionth pass: over thousands of scores the rounding is larger.
def sustained(scores, length, percent):
    def holds(score):
        sums, total = [0], 0
        least = None
        for i, value in enumerate(scores, 1):
            total += (1 if value >= score else 0) - percent / 100
            sums.append(total)
            if i >= length:
                left = sums[i - length]
                least = left if least is None or left < least else least
                if total >= least - 1e-9:
                    return True
        return False

    values = sorted(set(scores))
    low, high = 0, len(values) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if holds(values[middle]):
            low = middle
        else:
            high = middle - 1
    return values[low]
