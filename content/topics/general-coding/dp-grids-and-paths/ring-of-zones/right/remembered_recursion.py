# From each hour on, remembered; as deep as there are hours.
from functools import cache


def cheapest_run(prices, fee):
    zones = len(prices[0])

    @cache
    def rest(hour, zone):
        if hour == len(prices):
            return 0
        stay = rest(hour + 1, zone)
        left, right = rest(hour + 1, (zone - 1) % zones), rest(hour + 1, (zone + 1) % zones)
        return prices[hour][zone] + min(
            stay, left + fee * (hour + 1 < len(prices)), right + fee * (hour + 1 < len(prices))
        )

    return min(rest(0, zone) for zone in range(zones))
