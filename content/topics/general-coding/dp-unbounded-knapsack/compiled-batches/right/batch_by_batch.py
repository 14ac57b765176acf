# The batches outside and the totals inside, over those that no larger batch beats.
import math


def least_latency(batches, requests):
    useful, quickest = [], math.inf
    for size, latency in sorted(batches, key=lambda one: (-one[0], one[1])):
        if latency < quickest:
            useful.append((size, latency))
            quickest = latency
    least = [0] + [math.inf] * requests
    for size, latency in useful:
        for waiting in range(1, requests + 1):
            least[waiting] = min(least[waiting], latency + least[max(0, waiting - size)])
    return least[requests]
