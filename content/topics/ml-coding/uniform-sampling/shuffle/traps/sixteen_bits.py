# caught by: More than the first digits of a float count
# Takes 16 random bits modulo the number of items, so that among thousands some positions come more often.
def shuffle(items, uniform):
    shuffled = list(items)
    for i in range(len(shuffled) - 1, 0, -1):
        j = int(uniform() * 2**16) % (i + 1)
        shuffled[i], shuffled[j] = shuffled[j], shuffled[i]
    return shuffled
