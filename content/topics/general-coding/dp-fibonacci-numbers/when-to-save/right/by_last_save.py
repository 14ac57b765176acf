# A list of the plans that end with a save at each place, with guards at both ends.
def count_plans(epochs):
    count = len(epochs)
    row = "--" + epochs + "--"
    ending = [0] * len(row)

    def quiet(start, stop):
        return "S" not in row[start:stop]

    for place in range(2, count + 2):
        if row[place] != "-":
            ways = 1 if place <= 4 and quiet(0, place) else 0
            for before in (place - 2, place - 3):
                if before >= 2 and quiet(before + 1, place):
                    ways += ending[before]
            ending[place] = ways
    last = sum(ending[place] for place in range(max(2, count - 1), count + 2) if quiet(place + 1, len(row)))
    return last + (1 if count <= 2 and quiet(0, len(row)) else 0)
