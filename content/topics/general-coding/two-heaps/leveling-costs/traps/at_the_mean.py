# caught by: The example in the statement
# Levels at the mean, which makes the sum of squares least and not that of distances.
def leveling_costs(times, values, span):
    oldest, costs = 0, []
    for now, time in enumerate(times):
        while time - times[oldest] >= span:
            oldest += 1
        window = values[oldest : now + 1]
        level = round(sum(window) / len(window))
        costs.append(sum(abs(value - level) for value in window))
    return costs
