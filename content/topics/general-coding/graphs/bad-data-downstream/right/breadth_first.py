# Breadth first with a deque, and tables marked when their turn comes: an entry may wait more than once, but each table goes on once.
from collections import deque


def suspect(readers, bad, guarded):
    refusing = set(guarded) - set(bad)
    done, queue = set(), deque(bad)
    while queue:
        table = queue.popleft()
        if table in done or table in refusing:
            continue
        done.add(table)
        queue.extend(readers.get(table, []))
    return done
