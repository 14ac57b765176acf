# caught by: Every small table of prices
# One row, overwritten from the left: a zone reads what its left neighbor pays after this hour.
def cheapest_run(prices, fee):
    least = list(prices[0])
    for hour in prices[1:]:
        zones = len(hour)
        for zone, price in enumerate(hour):
            least[zone] = price + min(least[zone], least[zone - 1] + fee, least[(zone + 1) % zones] + fee)
    return min(least)
