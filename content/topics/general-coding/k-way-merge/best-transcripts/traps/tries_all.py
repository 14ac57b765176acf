# caught by: Priced right, in order, and nothing that comes before them is missing
# Goes through every transcript: exponential in the number of words.
import heapq
from itertools import product


def best_transcripts(options, k):
    choices = product(*(range(len(costs)) for costs in options))
    priced = ((sum(costs[at] for costs, at in zip(options, choice, strict=True)), choice) for choice in choices)
    return heapq.nsmallest(k, priced)
