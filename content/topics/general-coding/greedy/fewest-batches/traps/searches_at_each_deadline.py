# caught by: 20,000 requests
# Goes through all that is left at each first deadline: right, and quadratic.
def fewest_batches(requests, size):
    left, batches = sorted(requests, key=lambda pair: pair[1]), 0
    while left:
        moment, taken, rest = left[0][1], 0, []
        for pair in left:
            if taken < size and pair[0] <= moment:
                taken += 1
            else:
                rest.append(pair)
        left, batches = rest, batches + 1
    return batches
