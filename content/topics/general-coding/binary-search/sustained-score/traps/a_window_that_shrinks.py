# caught by: Good at both ends, bad between: the whole is better than a part
# Shrinks a window from the left while its share is too small, as if leaving out a score could only help.
def sustained(scores, length, percent):
    def lasts(wanted):
        good = left = 0
        for right, score in enumerate(scores, 1):
            good += score >= wanted
            while right - left > length and 100 * good < percent * (right - left):
                good -= scores[left] >= wanted
                left += 1
            if right - left >= length and 100 * good >= percent * (right - left):
                return True
        return False

    return max(score for score in set(scores) if lasts(score))
