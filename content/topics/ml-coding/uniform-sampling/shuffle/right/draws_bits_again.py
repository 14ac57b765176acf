# Takes as many bits as a position has, and draws again what is too large: exact, and blind to all other digits.
def shuffle(items, uniform):
    shuffled = list(items)
    for i in range(len(shuffled) - 1, 0, -1):
        j = i + 1
        while j > i:
            j = int(uniform() * 2 ** i.bit_length())
        shuffled[i], shuffled[j] = shuffled[j], shuffled[i]
    return shuffled
