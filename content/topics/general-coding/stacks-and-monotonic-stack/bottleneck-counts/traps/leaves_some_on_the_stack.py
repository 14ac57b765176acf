# caught by: The example in the statement
# Counts a stage when a slower one pops it; what nothing pops is forgotten.
def bottlenecks(rates):
    counts, stack = [0] * len(rates), []
    for place, rate in enumerate(rates):
        while stack and rates[stack[-1]] > rate:
            stage = stack.pop()
            counts[stage] = (stage - (stack[-1] if stack else -1)) * (place - stage)
        stack.append(place)
    return counts
