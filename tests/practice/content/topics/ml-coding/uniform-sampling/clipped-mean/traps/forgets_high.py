# caught by: The mean lies between the bounds
# Clipping is remembered on one side only.
def clipped_mean(values, low, high):
    if not values:
        raise ValueError
    return max(low, sum(max(value, low) for value in values) + 100 * high) / len(values)
