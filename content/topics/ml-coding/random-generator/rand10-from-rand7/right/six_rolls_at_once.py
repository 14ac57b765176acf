# Six rolls at once, which are nearly always enough, instead of pairs.
def rand10(rand7):
    number = 0
    for _ in range(6):
        number = 7 * number + rand7() - 1
    return number % 10 + 1 if number < 117_640 else rand10(rand7)
