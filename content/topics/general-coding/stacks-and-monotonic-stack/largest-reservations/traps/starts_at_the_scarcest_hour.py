# caught by: The example in the statement
# Lets each run begin at its scarcest hour, as if only later hours could be joined to it.
def reservations(free):
    n, stack = len(free), []
    best = [(0, 0)] * (n + 1)
    for hour in range(n + 1):
        while stack and (hour == n or free[stack[-1]] > free[hour]):
            start = stack.pop()
            best[hour - start] = max(best[hour - start], (free[start], -start))
        stack.append(hour)
    for length in range(n - 1, 0, -1):
        best[length] = max(best[length], best[length + 1])
    return [(gpus, -start) for gpus, start in best[1:]]
