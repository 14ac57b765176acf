# A search with a deque over pairs of places, steps without error first.
from collections import deque


def word_errors(reference, heard):
    n, m = len(reference), len(heard)
    queue, done = deque([(0, 0, 0)]), set()
    while queue:
        errors, i, j = queue.popleft()
        if (i, j) == (n, m):
            return errors
        if (i, j) in done:
            continue
        done.add((i, j))
        if i < n and j < m and reference[i] == heard[j]:
            queue.appendleft((errors, i + 1, j + 1))
        if i + 1 < n and j < m and reference[i] + reference[i + 1] == heard[j]:
            queue.appendleft((errors, i + 2, j + 1))
        if j + 1 < m and i < n and heard[j] + heard[j + 1] == reference[i]:
            queue.appendleft((errors, i + 1, j + 2))
        if i < n:
            queue.append((errors + 1, i + 1, j))
        if j < m:
            queue.append((errors + 1, i, j + 1))
        if i < n and j < m:
            queue.append((errors + 1, i + 1, j + 1))
