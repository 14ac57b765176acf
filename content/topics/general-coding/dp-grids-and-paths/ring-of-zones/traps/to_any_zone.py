# caught by: Every small table of prices
# Moves to any zone for one fee, not only to the neighbors.
def cheapest_run(prices, fee):
    least = list(prices[0])
    for hour in prices[1:]:
        jump = min(least) + fee
        least = [price + min(before, jump) for price, before in zip(hour, least)]
    return min(least)
