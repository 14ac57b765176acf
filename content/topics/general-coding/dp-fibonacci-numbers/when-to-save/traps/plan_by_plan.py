# caught by: Random strings
# Follows every plan by recursion, without remembering what is left from where: exponential.
def count_plans(epochs):
    def count(place, ago):
        if place == len(epochs):
            return 1
        total = 0
        if epochs[place] != "-" and ago != 0:
            total += count(place + 1, 0)
        if epochs[place] != "S" and ago not in (2, 5):
            total += count(place + 1, ago + 1)
        return total

    return count(0, 3)
