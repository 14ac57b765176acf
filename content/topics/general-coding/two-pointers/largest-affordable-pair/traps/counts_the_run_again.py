# caught by: 40,000 models each, of few sizes
# Two pointers, but the run of equal decoders is counted for each encoder anew: quadratic where sizes repeat.
def largest_pair(encoders, decoders, budget):
    best, count, high = -1, 0, len(decoders) - 1
    for one in encoders:
        while high >= 0 and one + decoders[high] > budget:
            high -= 1
        if high < 0:
            break
        total = one + decoders[high]
        if total > best:
            best, count = total, 0
        if total == best:
            at = high
            while at >= 0 and decoders[at] == decoders[high]:
                count, at = count + 1, at - 1
    return (best, count) if count else None
