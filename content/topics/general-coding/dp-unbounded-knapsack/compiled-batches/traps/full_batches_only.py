# caught by: Up to three sizes, up to eleven requests
# Coin change: only totals that full batches reach, so that padding is never used.
import math


def least_latency(batches, requests):
    least = [0] + [math.inf] * requests
    for waiting in range(1, requests + 1):
        for size, latency in batches:
            if size <= waiting:
                least[waiting] = min(least[waiting], least[waiting - size] + latency)
    return least[requests]
