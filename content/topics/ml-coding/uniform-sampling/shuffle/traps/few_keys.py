# caught by: A long list is shuffled all through
# Sorts by whole numbers from 0 to 999: items with equal keys stay in their old order.
def shuffle(items, uniform):
    return sorted(items, key=lambda _item: int(uniform() * 1000))
