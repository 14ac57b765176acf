# caught by: Over all sequences of rolls, each of 1 to 10 has its tenth
# Saves a roll by using the second one of a pair as the first one of the next, also in the next call.
last = None


def rand10(rand7):
    global last
    last = last or rand7()
    while True:
        first, last = last, rand7()
        number = 7 * (first - 1) + last - 1
        if number < 40:
            return number % 10 + 1
