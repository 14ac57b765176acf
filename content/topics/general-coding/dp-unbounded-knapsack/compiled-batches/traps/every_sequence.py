# caught by: 1,500 requests, 12 sizes
# Tries every collection of batches and gives up what is slower than the best so far: exponential.
import math


def least_latency(batches, requests):
    ordered = sorted(batches, reverse=True)
    best = math.inf

    def go(place, left, time):
        nonlocal best
        if left <= 0:
            best = min(best, time)
        elif place < len(ordered) and time < best:
            size, latency = ordered[place]
            for count in range(-(-left // size), -1, -1):
                go(place + 1, left - count * size, time + count * latency)

    go(0, requests, 0)
    return best
