# caught by: The list that was given is left as it was
# Shuffles the caller's own list and returns it.
def shuffle(items, uniform):
    for i in range(len(items) - 1, 0, -1):
        j = int(uniform() * (i + 1))
        items[i], items[j] = items[j], items[i]
    return items
