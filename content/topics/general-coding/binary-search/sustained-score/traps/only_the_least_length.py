# caught by: The example in the statement
# Looks at stretches of exactly `length`, though a longer one may have the share that none of them has.
def sustained(scores, length, percent):
    need = -(-percent * length // 100)
    stretches = (scores[start : start + length] for start in range(len(scores) - length + 1))
    return max(sorted(stretch, reverse=True)[need - 1] for stretch in stretches)
