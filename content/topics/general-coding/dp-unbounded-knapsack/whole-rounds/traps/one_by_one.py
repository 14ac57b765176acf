# caught by: 10 sizes, a batch of 2,000, 2 devices
# Goes through the plans themselves, size by size: as many steps as there are plans.
def plans(sizes, batch, devices):
    def count(place, rest, number):
        if rest == 0:
            return int(number % devices == 0)
        if place == len(sizes):
            return 0
        size = sizes[place]
        return sum(count(place + 1, rest - more * size, number + more) for more in range(rest // size + 1))

    return count(0, batch, 0)
