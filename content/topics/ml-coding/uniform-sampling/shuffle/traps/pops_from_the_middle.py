# caught by: The time does not grow with the square of the number of items
# Right, but every pop from the middle moves the rest of the list.
def shuffle(items, uniform):
    left, shuffled = list(items), []
    while left:
        shuffled.append(left.pop(int(uniform() * len(left))))
    return shuffled
