# caught by: The example in the statement
# Moves both pointers after a match, so that equal sizes are paired one to one.
def largest_pair(encoders, decoders, budget):
    best, count, low, high = -1, 0, 0, len(decoders) - 1
    while low < len(encoders) and high >= 0:
        total = encoders[low] + decoders[high]
        if total > budget:
            high -= 1
            continue
        if total > best:
            best, count = total, 0
        if total == best:
            count += 1
            high -= 1
        low += 1
    return (best, count) if count else None
