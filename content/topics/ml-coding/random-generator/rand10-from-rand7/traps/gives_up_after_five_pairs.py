# caught by: Over all sequences of rolls, each of 1 to 10 has its tenth
# Ten rolls ought to be enough for anyone. But 1/10 is no multiple of 1/7**10, so no ten results can be as likely.
def rand10(rand7):
    for _ in range(5):
        number = 7 * (rand7() - 1) + rand7() - 1
        if number < 40:
            break
    return number % 10 + 1
