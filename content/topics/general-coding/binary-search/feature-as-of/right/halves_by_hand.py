# A loop of one's own, with both ends inclusive, in place of `bisect`.
def as_of(times, values, moments, max_age):
    def look(moment):
        low, high, found = 0, len(times) - 1, None
        while low <= high:
            middle = low + (high - low) // 2
            if times[middle] < moment:
                found, low = middle, middle + 1
            else:
                high = middle - 1
        return None if found is None or moment - times[found] > max_age else values[found]

    return tuple(look(moment) for moment in moments)
