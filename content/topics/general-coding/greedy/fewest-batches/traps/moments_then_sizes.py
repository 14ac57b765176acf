# caught by: The example in the statement
# Finds the fewest moments first, each request at the first of them, and divides each crowd by the size.
def fewest_batches(requests, size):
    crowds, last = [], None
    for arrival, deadline in sorted(requests, key=lambda pair: pair[1]):
        if last is None or arrival > last:
            last = deadline
            crowds.append(0)
        crowds[-1] += 1
    return sum(-(-crowd // size) for crowd in crowds)
