# One pass for the neighbors on each side, with the strict comparison in the one to the right only.
def bottlenecks(rates):
    n = len(rates)
    before, stack = [], []
    for place, rate in enumerate(rates):
        while stack and rates[stack[-1]] > rate:
            stack.pop()
        before.append(stack[-1] if stack else -1)
        stack.append(place)
    after, stack = [n] * n, []
    for place in reversed(range(n)):
        while stack and rates[stack[-1]] >= rates[place]:
            stack.pop()
        after[place] = stack[-1] if stack else n
        stack.append(place)
    return [(place - left) * (right - place) for place, (left, right) in enumerate(zip(before, after, strict=True))]
