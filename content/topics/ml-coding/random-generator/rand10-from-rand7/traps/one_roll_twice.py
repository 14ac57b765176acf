# caught by: Over all sequences of rolls, each of 1 to 10 has its tenth
# The same roll is used for both digits, so there are seven outcomes, not 49.
def rand10(rand7):
    while True:
        roll = rand7()
        number = 7 * (roll - 1) + roll - 1
        if number < 40:
            return number % 10 + 1
