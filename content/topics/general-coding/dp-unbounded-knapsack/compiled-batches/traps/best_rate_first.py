# caught by: Up to three sizes, up to eleven requests
# Greedy: full batches of the best time for a request, then of the next best, and at the end whatever is quickest.
def least_latency(batches, requests):
    total = 0
    for size, latency in sorted(batches, key=lambda one: one[1] / one[0]):
        total += requests // size * latency
        requests %= size
    if requests:
        total += min(latency for size, latency in batches if size >= requests) if max(batches)[0] >= requests else 0
    return total
