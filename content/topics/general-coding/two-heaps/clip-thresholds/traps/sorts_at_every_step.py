# caught by: 20,000 steps, falling and in no order
# Sorts all norms so far at every step: quadratic and more.
def clip_thresholds(norms, d):
    return [sorted(norms[:count], reverse=True)[count // d] for count in range(1, len(norms) + 1)]
