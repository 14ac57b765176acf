# caught by: The list that was given is left as it was
# Leaves early where there is nothing to shuffle, with the caller's own list instead of a new one.
def shuffle(items, uniform):
    if len(items) < 2:
        return items
    shuffled = list(items)
    for i in range(len(shuffled) - 1, 0, -1):
        j = int(uniform() * (i + 1))
        shuffled[i], shuffled[j] = shuffled[j], shuffled[i]
    return shuffled
