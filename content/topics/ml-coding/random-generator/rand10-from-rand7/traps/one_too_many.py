# caught by: Over all sequences of rolls, each of 1 to 10 has its tenth
# `<=` on zero-based numbers keeps 41 of them, and the one too many is a 1.
def rand10(rand7):
    while True:
        number = 7 * (rand7() - 1) + rand7() - 1
        if number <= 40:
            return number % 10 + 1
