# caught by: Random prices
# Follows every route by recursion, three ways each hour: exponential.
def cheapest_run(prices, fee):
    zones = len(prices[0])

    def rest(hour, zone):
        if hour == len(prices) - 1:
            return prices[hour][zone]
        stay = rest(hour + 1, zone)
        move = min(rest(hour + 1, (zone - 1) % zones), rest(hour + 1, (zone + 1) % zones))
        return prices[hour][zone] + min(stay, move + fee)

    return min(rest(0, zone) for zone in range(zones))
