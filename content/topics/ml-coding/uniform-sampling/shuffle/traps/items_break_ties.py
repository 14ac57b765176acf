# caught by: Items may be any objects, hashable or not
# Sorts pairs of a short key and the item; where two keys are equal, items are compared.
def shuffle(items, uniform):
    return [item for _key, item in sorted((round(uniform(), 6), item) for item in items)]
