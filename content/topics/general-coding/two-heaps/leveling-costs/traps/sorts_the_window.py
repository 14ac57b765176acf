# caught by: 14,000 reports, of which 7,000 count
# Sorts what counts after each report.
def leveling_costs(times, values, span):
    oldest, costs = 0, []
    for now, time in enumerate(times):
        while time - times[oldest] >= span:
            oldest += 1
        window = sorted(values[oldest : now + 1])
        half = len(window) // 2
        costs.append(sum(window[-half:]) - sum(window[:half]) if half else 0)
    return costs
