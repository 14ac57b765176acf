# caught by: Over all sequences of rolls, each of 1 to 10 has its tenth
# A loop without an end looks unsafe, so there is a fallback that "never" happens. No chance over 200 rolls is exactly 1/10.
def rand10(rand7):
    for _ in range(100):
        number = 7 * (rand7() - 1) + rand7() - 1
        if number < 40:
            return number % 10 + 1
    return 10
