# Loops, lists and dictionaries; the product over the answers that passed.
def pass_at_k(samples, correct, k):
    if k < 1 or any(n < k for n in samples):
        raise ValueError(f"no {k} samples in each task")
    total = 0.0
    for n, c in zip(samples, correct, strict=True):
        failed = 1.0
        for m in range(n - c + 1, n + 1):
            failed *= max(m - k, 0) / m
        total += 1 - failed
    return total / len(samples)


def calibration_error(confidences, correct, bins=10):
    held = {}
    for sure, right in zip(confidences, correct, strict=True):
        low, high = 1, bins
        while low < high:
            middle = (low + high) // 2
            if sure <= middle / bins:
                high = middle
            else:
                low = middle + 1
        count, hits, total = held.get(low, (0, 0, 0.0))
        held[low] = count + 1, hits + int(right), total + float(sure)
    gaps = [(count, abs(hits / count - total / count)) for count, hits, total in held.values()]
    return sum(count * gap for count, gap in gaps) / len(confidences), max(gap for _, gap in gaps)
