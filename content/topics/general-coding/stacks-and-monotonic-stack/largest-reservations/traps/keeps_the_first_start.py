# caught by: Every calendar of up to six hours
# A longer run with as many GPUs and an earlier start is not carried down to shorter lengths.
def reservations(free):
    n, stack = len(free), []
    best = [(0, 0)] * (n + 1)
    for hour in range(n + 1):
        while stack and (hour == n or free[stack[-1]] > free[hour]):
            gpus = free[stack.pop()]
            start = stack[-1] + 1 if stack else 0
            best[hour - start] = max(best[hour - start], (gpus, -start))
        stack.append(hour)
    for length in range(n - 1, 0, -1):
        if best[length + 1][0] > best[length][0]:
            best[length] = best[length + 1]
    return [(gpus, -start) for gpus, start in best[1:]]
