# Python's sort, a counter for each expert, lists for answers.
import math
from collections import Counter


def pick(row, k):
    if k < 1 or k > len(row):
        raise ValueError("k")
    return sorted(range(len(row)), key=lambda e: (-row[e], e))[:k]


def soft(values):
    m = max(values)
    e = [math.exp(v - m) for v in values]
    return [x / sum(e) for x in e]


def route(logits, k, capacity):
    rows = [[float(v) for v in row] for row in logits]
    if capacity < 1:
        raise ValueError("capacity")
    choices = [pick(row, k) for row in rows]
    gates = [soft([row[e] for e in c]) for row, c in zip(rows, choices)]
    slots = [[-1] * k for _ in rows]
    used = Counter()
    for rank in range(k):
        for i, c in enumerate(choices):
            e = c[rank]
            if used[e] == capacity:
                gates[i][rank] = 0
            else:
                slots[i][rank] = used[e]
                used[e] += 1
    return [choices, gates, slots]


def balance_loss(logits, k):
    rows = [[float(v) for v in row] for row in logits]
    n, E = len(rows), len(rows[0])
    f = [0.0] * E
    for row in rows:
        for e in pick(row, k):
            f[e] += 1 / n / k
    p = [soft(row) for row in rows]
    P = [sum(row[e] for row in p) / n for e in range(E)]
    grads = []
    for row in p:
        mean = sum(a * b for a, b in zip(f, row))
        grads.append([E * q * (fe - mean) / n for q, fe in zip(row, f)])
    return E * sum(a * b for a, b in zip(f, P)), grads
