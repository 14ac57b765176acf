# caught by: Every permutation of 4 items is equally likely
# round() instead of int(): the first and the last position get half of their share.
def shuffle(items, uniform):
    shuffled = list(items)
    for i in range(len(shuffled) - 1, 0, -1):
        j = round(uniform() * i)
        shuffled[i], shuffled[j] = shuffled[j], shuffled[i]
    return shuffled
