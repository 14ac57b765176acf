# caught by: Every row of up to six stages
# Only a slower stage ends a run, on both sides: runs with two slowest stages are counted for both.
def bottlenecks(rates):
    n = len(rates)
    before, after, stack = [-1] * n, [n] * n, []
    for place in range(n):
        while stack and rates[stack[-1]] > rates[place]:
            after[stack.pop()] = place
        stack.append(place)
    stack = []
    for place in range(n - 1, -1, -1):
        while stack and rates[stack[-1]] > rates[place]:
            before[stack.pop()] = place
        stack.append(place)
    return [(place - before[place]) * (after[place] - place) for place in range(n)]
