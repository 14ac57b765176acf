# Whole rows at a time: the row of totals and two turned copies of it.
def cheapest_run(prices, fee):
    least = list(prices[-1])
    for hour in reversed(prices[:-1]):
        left, right = least[-1:] + least[:-1], least[1:] + least[:1]
        least = [p + min(a, b + fee, c + fee) for p, a, b, c in zip(hour, least, left, right)]
    return min(least)
