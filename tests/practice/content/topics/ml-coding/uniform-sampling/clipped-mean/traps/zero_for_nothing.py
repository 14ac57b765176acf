# caught by: No values
# No values are taken for a mean of zero.
def clipped_mean(values, low, high):
    return sum(min(max(value, low), high) for value in values) / (len(values) or 1)
