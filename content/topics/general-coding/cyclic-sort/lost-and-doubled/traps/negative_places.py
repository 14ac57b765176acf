# caught by: Up to four numbers, damaged ones among them
# Asks only whether a number is too large: Python takes -1 for the last place.
def lost_and_doubled(numbers):
    n = len(numbers)
    for place in range(n):
        for _ in range(n):
            home = numbers[place]
            if home >= n or home < -n or numbers[home] == home:
                break
            numbers[place], numbers[home] = numbers[home], numbers[place]
    lost = [place for place in range(n) if numbers[place] != place]
    return lost, sorted({numbers[place] for place in lost if 0 <= numbers[place] < n})
