# caught by: Up to three models each of three sizes
# Begins with a best sum of 0, which a pair may have.
def largest_pair(encoders, decoders, budget):
    best, count, high = 0, 0, len(decoders)
    run = {}
    for other in decoders:
        run[other] = run.get(other, 0) + 1
    for one in encoders:
        while high and one + decoders[high - 1] > budget:
            high -= 1
        if high:
            total = one + decoders[high - 1]
            if total > best:
                best, count = total, 0
            if total == best:
                count += run[decoders[high - 1]]
    return (best, count) if best else None
