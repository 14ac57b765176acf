# caught by: The example in the statement
# Takes the stage next door for the left end, though popped stages lie between it and the top.
def bottlenecks(rates):
    counts, stack = [0] * len(rates), []
    for place in range(len(rates) + 1):
        while stack and (place == len(rates) or rates[stack[-1]] > rates[place]):
            stage = stack.pop()
            counts[stage] = place - stage
        stack.append(place)
    return counts
