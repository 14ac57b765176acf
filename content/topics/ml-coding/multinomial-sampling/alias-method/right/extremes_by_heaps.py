# Fills the smallest from the largest, O(K log K), on lists; one uniform number decides on column and coin.
import heapq

import numpy as np


def build_alias(weights):
    weights = [float(weight) for weight in weights]
    if not all(weight >= 0 for weight in weights) or not any(weights):
        raise ValueError("weights must not be negative, and one of them must be positive")
    count, largest = len(weights), max(weights)
    total = sum(weight / largest for weight in weights)
    height = [count * (weight / largest) / total for weight in weights]
    short = [(h, i) for i, h in enumerate(height) if h < 1]
    tall = [(-h, i) for i, h in enumerate(height) if h >= 1]
    heapq.heapify(short)
    heapq.heapify(tall)
    prob, alias = [1.0] * count, list(range(count))
    while short and tall:
        low, s = heapq.heappop(short)
        high, t = heapq.heappop(tall)
        prob[s], alias[s] = low, t
        left = (low - high) - 1
        heapq.heappush(*((short, (left, t)) if left < 1 else (tall, (-left, t))))
    return prob, alias


def draw_alias(prob, alias, size, rng):
    place = rng.random(size) * len(prob)
    column = place.astype(int)
    return np.where(place - column < np.asarray(prob)[column], column, np.asarray(alias)[column]).tolist()
