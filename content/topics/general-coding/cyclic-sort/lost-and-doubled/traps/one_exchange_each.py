# caught by: Up to four numbers, damaged ones among them
# `if` for `while`: what was exchanged into a place may have to move on.
def lost_and_doubled(numbers):
    n = len(numbers)
    for place in range(n):
        home = numbers[place]
        if 0 <= home < n and numbers[home] != home:
            numbers[place], numbers[home] = numbers[home], home
    lost = [place for place in range(n) if numbers[place] != place]
    return lost, sorted({numbers[place] for place in lost if 0 <= numbers[place] < n})
