# caught by: Every permutation of 4 items is equally likely
# The famous bias: every position is swapped with one drawn from the whole list.
def shuffle(items, uniform):
    shuffled = list(items)
    n = len(shuffled)
    for i in range(n):
        j = int(uniform() * n)
        shuffled[i], shuffled[j] = shuffled[j], shuffled[i]
    return shuffled
