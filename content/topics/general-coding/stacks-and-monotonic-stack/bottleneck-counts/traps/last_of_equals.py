# caught by: Every row of up to six stages
# `>=` where `>` is meant: a run goes to its last slowest stage.
def bottlenecks(rates):
    counts, stack = [0] * len(rates), []
    for place in range(len(rates) + 1):
        while stack and (place == len(rates) or rates[stack[-1]] >= rates[place]):
            stage = stack.pop()
            counts[stage] = (stage - (stack[-1] if stack else -1)) * (place - stage)
        stack.append(place)
    return counts
