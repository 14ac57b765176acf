# caught by: Every small table of prices
# The zones as a line: the first and the last are no neighbors.
def cheapest_run(prices, fee):
    least = list(prices[0])
    for hour in prices[1:]:
        least = [
            price
            + min(least[other] + fee * (other != zone) for other in range(max(0, zone - 1), min(len(hour), zone + 2)))
            for zone, price in enumerate(hour)
        ]
    return min(least)
