# caught by: Over all sequences of rolls, each of 1 to 10 has its tenth
# Only the second roll is repeated after a rejection, so 35 to 39 share the chances of 40 and 41.
def rand10(rand7):
    while (first := rand7()) == 7:
        pass
    while True:
        number = 7 * (first - 1) + rand7() - 1
        if number < 40:
            return number % 10 + 1
