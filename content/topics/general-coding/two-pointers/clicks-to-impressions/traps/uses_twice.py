# caught by: The example in the statement
# Asks for each click whether there is an impression in its window, which another click may have used.
from bisect import bisect_left


def attributed(shown, clicked, window):
    pairs = 0
    for click in clicked:
        first = bisect_left(shown, click - window)
        pairs += first < len(shown) and shown[first] <= click
    return pairs
