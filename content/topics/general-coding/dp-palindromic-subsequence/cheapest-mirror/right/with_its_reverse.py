# The heaviest common subsequence of the layers and their reverse, counting half of both costs.
def cheapest_mirror(widths, costs):
    count = len(widths)
    before = [0] * (count + 1)
    for i in range(count):
        row = [0]
        for k in range(count):
            j = count - 1 - k
            best = max(before[k + 1], row[k])
            if widths[i] == widths[j]:
                best = max(best, before[k] + costs[i] + costs[j])
            row.append(best)
        before = row
    return sum(costs) - before[count] // 2
