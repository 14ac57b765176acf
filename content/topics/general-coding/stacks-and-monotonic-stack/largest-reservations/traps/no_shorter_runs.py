# caught by: Every calendar of up to six hours
# Keeps each full run for its own length only; for lengths that no full run has, nothing is said.
def reservations(free):
    n, stack = len(free), []
    best = [(0, 0)] * (n + 1)
    for hour in range(n + 1):
        while stack and (hour == n or free[stack[-1]] > free[hour]):
            gpus = free[stack.pop()]
            start = stack[-1] + 1 if stack else 0
            best[hour - start] = max(best[hour - start], (gpus, -start))
        stack.append(hour)
    return [(gpus, -start) for gpus, start in best[1:]]
