# caught by: Up to three sizes, up to eleven requests
# Full batches for all, or a single batch that is large enough for all: padding after full batches is forgotten.
import math


def least_latency(batches, requests):
    least = [0] + [math.inf] * requests
    for waiting in range(1, requests + 1):
        for size, latency in batches:
            if size <= waiting:
                least[waiting] = min(least[waiting], least[waiting - size] + latency)
    alone = min((latency for size, latency in batches if size >= requests), default=math.inf)
    return min(least[requests], alone) if requests else 0
