# The ends of every full run in two passes; equal numbers end no run on either side.
def reservations(free):
    def ends(order):
        found, stack = {}, []
        for hour in order:
            while stack and free[stack[-1]] >= free[hour]:
                stack.pop()
            found[hour] = stack[-1] if stack else None
            stack.append(hour)
        return found

    n = len(free)
    before, after = ends(range(n)), ends(reversed(range(n)))
    most, start = [0] * (n + 2), [0] * (n + 2)
    for hour in range(n):
        first = 0 if before[hour] is None else before[hour] + 1
        hours = (n if after[hour] is None else after[hour]) - first
        if free[hour] > most[hours]:
            most[hours], start[hours] = free[hour], first
    for hours in range(n - 1, 0, -1):
        if most[hours + 1] > most[hours]:
            most[hours], start[hours] = most[hours + 1], start[hours + 1]
        elif most[hours + 1] == most[hours]:
            start[hours] = min(start[hours], start[hours + 1])
    return [[most[hours], start[hours]] for hours in range(1, n + 1)]
