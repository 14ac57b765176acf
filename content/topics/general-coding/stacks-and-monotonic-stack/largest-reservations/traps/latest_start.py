# caught by: Every calendar of up to six hours
# Compares the pairs as they are, so that of equally many GPUs the latest start wins.
def reservations(free):
    n, stack = len(free), []
    best = [(0, 0)] * (n + 1)
    for hour in range(n + 1):
        while stack and (hour == n or free[stack[-1]] > free[hour]):
            gpus = free[stack.pop()]
            start = stack[-1] + 1 if stack else 0
            best[hour - start] = max(best[hour - start], (gpus, start))
        stack.append(hour)
    for length in range(n - 1, 0, -1):
        best[length] = max(best[length], best[length + 1])
    return best[1:]
