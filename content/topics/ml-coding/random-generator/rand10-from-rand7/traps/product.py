# caught by: Over all sequences of rolls, each of 1 to 10 has its tenth
# A product of rolls is even far more often than odd.
def rand10(rand7):
    while True:
        number = rand7() * rand7()
        if number <= 40:
            return (number - 1) % 10 + 1
