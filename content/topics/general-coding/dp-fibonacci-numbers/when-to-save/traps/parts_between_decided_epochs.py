# caught by: Every string of up to seven epochs
# Multiplies the numbers of plans of the free stretches, as if what is decided kept them apart.
def count_plans(epochs):
    def free(length):
        fresh, saved, one, two = 1, 0, 0, 0
        for _ in range(length):
            fresh, saved, one, two = 0, fresh + one + two, fresh + saved, one
        return fresh + saved + one + two

    product = 1
    for stretch in epochs.replace("S", "-").split("-"):
        product *= free(len(stretch))
    return product
