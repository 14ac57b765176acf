# A heap of objects written by hand: three times as slow.
import math


class Entry:
    def __init__(self, time, item):
        self.time, self.item = time, item

    def __lt__(self, other):
        return self.time > other.time


def push(heap, entry):
    heap.append(entry)
    i = len(heap) - 1
    while i and heap[i] < heap[(i - 1) // 2]:
        heap[i], heap[(i - 1) // 2] = heap[(i - 1) // 2], heap[i]
        i = (i - 1) // 2


def pop(heap):
    heap[0], heap[-1] = heap[-1], heap[0]
    heap.pop()
    i, child = 0, 1
    while child < len(heap):
        if child + 1 < len(heap) and heap[child + 1] < heap[child]:
            child += 1
        if not heap[child] < heap[i]:
            break
        heap[i], heap[child] = heap[child], heap[i]
        i, child = child, 2 * child + 1


def weighted_reservoir_sample(stream, k, rng):
    if k < 0:
        raise ValueError("k must not be negative")
    heap = []
    for item, weight in stream:
        if not (weight >= 0 and math.isfinite(weight)):
            raise ValueError("weights must be finite and not negative")
        if weight:
            push(heap, Entry(rng.expovariate(1.0) / weight, item))
        if len(heap) > k:
            pop(heap)
    return [entry.item for entry in heap]
