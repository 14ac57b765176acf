# caught by: No file, none lost, all alike, all damaged
# Counts in a bytearray to save memory; a shard that comes 256 times does not fit.
def lost_and_doubled(numbers):
    n = len(numbers)
    counts = bytearray(n)
    for number in numbers:
        if 0 <= number < n:
            counts[number] = (counts[number] + 1) & 255
    return [i for i in range(n) if counts[i] == 0], [i for i in range(n) if counts[i] > 1]
