# Counts at the home of each number, by adding n + 1 there; damaged numbers become n first.
def lost_and_doubled(numbers):
    n = len(numbers)
    base = n + 1
    for place, number in enumerate(numbers):
        if not 0 <= number < n:
            numbers[place] = n
    for place in range(n):
        number = numbers[place] % base
        if number < n:
            numbers[number] += base
    lost, doubled = [], []
    for place in range(n):
        count = numbers[place] // base
        if count == 0:
            lost.append(place)
        if count > 1:
            doubled.append(place)
    return [lost, doubled]
