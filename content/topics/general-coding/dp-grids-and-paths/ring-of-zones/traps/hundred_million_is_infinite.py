# caught by: The highest prices for 200 hours
# A hundred million stands for infinity, but 200 hours may cost twice that.
def cheapest_run(prices, fee):
    best = list(prices[0])
    z = len(best)
    for row in prices[1:]:
        new = [10**8] * z
        for i in range(z):
            for j in (i - 1, i, i + 1):
                j %= z
                cost = best[i] + row[j] + (fee if j != i else 0)
                if cost < new[j]:
                    new[j] = cost
        best = new
    return min(best)
