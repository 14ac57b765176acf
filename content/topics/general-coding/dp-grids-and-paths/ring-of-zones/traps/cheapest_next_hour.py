# caught by: Every small table of prices
# Greedy: begins in the cheapest zone and goes each hour where the next one is cheapest.
def cheapest_run(prices, fee):
    zones = len(prices[0])
    zone = min(range(zones), key=prices[0].__getitem__)
    total = prices[0][zone]
    for hour in prices[1:]:
        options = [
            (hour[other] + fee * (other != zone), other) for other in {zone, (zone - 1) % zones, (zone + 1) % zones}
        ]
        more, zone = min(options)
        total += more
    return total
