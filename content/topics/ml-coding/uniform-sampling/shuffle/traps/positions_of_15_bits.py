# caught by: The time does not grow with the square of the number of items
# "Two bytes are enough for a position": the last items of a long list change places with the first 32,768 only.
def shuffle(items, uniform):
    shuffled = list(items)
    for i in range(len(shuffled) - 1, 0, -1):
        j = int(uniform() * min(i + 1, 2**15))
        shuffled[i], shuffled[j] = shuffled[j], shuffled[i]
    return shuffled
