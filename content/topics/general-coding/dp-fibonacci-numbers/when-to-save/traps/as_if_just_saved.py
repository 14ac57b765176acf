# caught by: The example in the statement
# Begins as if a checkpoint had just been saved: the first epoch can no longer save.
def count_plans(epochs):
    saved, one, two = 1, 0, 0
    for letter in epochs:
        save = one + two if letter != "-" else 0
        one, two = (saved, one) if letter != "S" else (0, 0)
        saved = save
    return saved + one + two
