# caught by: The example in the statement
# Begins as if one epoch without a save had passed: plans that begin with two of them are lost.
def count_plans(epochs):
    saved, one, two = 0, 1, 0
    for letter in epochs:
        save = one + two if letter != "-" else 0
        one, two = (saved, one) if letter != "S" else (0, 0)
        saved = save
    return saved + one + two
