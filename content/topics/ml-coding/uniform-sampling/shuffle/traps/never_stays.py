# caught by: Every permutation of 4 items is equally likely
# Sattolo's algorithm: j < i instead of j <= i, so no item can stay in its place.
def shuffle(items, uniform):
    shuffled = list(items)
    for i in range(len(shuffled) - 1, 0, -1):
        j = int(uniform() * i)
        shuffled[i], shuffled[j] = shuffled[j], shuffled[i]
    return shuffled
