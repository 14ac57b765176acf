# caught by: The time does not grow with the square of the number of items
# Right, but `remove` looks for the item from the front of the list again and again.
def shuffle(items, uniform):
    left, shuffled = list(items), []
    while left:
        shuffled.append(left[int(uniform() * len(left))])
        left.remove(shuffled[-1])
    return shuffled
