# caught by: Up to three sizes, up to eleven requests
# The row is filled downward as in the 0/1 knapsack: each size runs at most once.
import math


def least_latency(batches, requests):
    least = [0] + [math.inf] * requests
    for size, latency in batches:
        for waiting in range(requests, 0, -1):
            least[waiting] = min(least[waiting], latency + least[max(0, waiting - size)])
    return least[requests]
