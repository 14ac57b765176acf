# caught by: Up to four numbers, damaged ones among them
# Lists a shard once for every file too many.
def lost_and_doubled(numbers):
    n = len(numbers)
    for place in range(n):
        home = numbers[place]
        while 0 <= home < n and numbers[home] != home:
            numbers[place], numbers[home] = numbers[home], home
            home = numbers[place]
    lost = [place for place in range(n) if numbers[place] != place]
    return lost, sorted(numbers[place] for place in lost if 0 <= numbers[place] < n)
