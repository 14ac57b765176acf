# caught by: 40,000 models each, of few sizes
# Looks at every pair.
def largest_pair(encoders, decoders, budget):
    best, count = -1, 0
    for one in encoders:
        for other in decoders:
            if best < one + other <= budget:
                best, count = one + other, 0
            count += one + other == best
    return (best, count) if count else None
