# caught by: Every four requests within four moments
# Runs a batch as soon as it is full, with whoever came first, and else at the first deadline.
def fewest_batches(requests, size):
    batches, waiting = 0, []
    for arrival, deadline in sorted(requests):
        if waiting and min(waiting) < arrival:
            batches, waiting = batches + 1, []
        waiting.append(deadline)
        if len(waiting) == size:
            batches, waiting = batches + 1, []
    return batches + bool(waiting)
