# caught by: Every sequence of rolls, up to eight, gives each of 1 to 10 its tenth
# A product of rolls is even far more often than odd.
def rand10(rand7):
    while True:
        number = rand7() * rand7()
        if number <= 40:
            return (number - 1) % 10 + 1
