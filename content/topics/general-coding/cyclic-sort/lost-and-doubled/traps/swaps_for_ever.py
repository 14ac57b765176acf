# caught by: The example in the statement
# Swaps until the place has its own number, which two equal numbers never let happen.
def lost_and_doubled(numbers):
    n = len(numbers)
    for place in range(n):
        while 0 <= numbers[place] < n and numbers[place] != place:
            home = numbers[place]
            numbers[place], numbers[home] = numbers[home], numbers[place]
    lost = [place for place in range(n) if numbers[place] != place]
    return lost, sorted({numbers[place] for place in lost if 0 <= numbers[place] < n})
