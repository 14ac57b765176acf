# caught by: Random numbers
# The mean is clipped instead of the values.
def clipped_mean(values, low, high):
    if not values:
        raise ValueError
    return min(max(sum(values) / len(values), low), high)
