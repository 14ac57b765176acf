# caught by: Every four requests within four moments
# Takes along those that have waited longest, though others are due sooner.
from collections import deque


def fewest_batches(requests, size):
    arriving, waiting, batches = sorted(requests, reverse=True), deque(), 0
    for moment in sorted(deadline for _, deadline in requests):
        while arriving and arriving[-1][0] <= moment:
            waiting.append(arriving.pop())
        due = deque(pair for pair in waiting if pair[1] <= moment)
        while due:
            batches += 1
            batch = [due.popleft() for _ in range(min(size, len(due)))]
            for pair in batch:
                waiting.remove(pair)
            for _ in range(min(size - len(batch), len(waiting))):
                waiting.popleft()
            due = deque(pair for pair in waiting if pair[1] <= moment)
    return batches
