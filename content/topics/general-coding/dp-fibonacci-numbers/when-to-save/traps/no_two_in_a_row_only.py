# caught by: The example in the statement
# Fibonacci as everybody knows it: forgets that three epochs without a save are too many.
def count_plans(epochs):
    idle, saved = 1, 0
    for letter in epochs:
        idle, saved = (idle + saved if letter != "S" else 0), (idle if letter != "-" else 0)
    return idle + saved
