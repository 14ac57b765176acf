# caught by: Over all sequences of rolls, each of 1 to 10 has its tenth
# Is afraid of an endless loop: the third pair counts, whatever it is. The bias is too small for any histogram.
def rand10(rand7):
    for _ in range(3):
        number = 7 * (rand7() - 1) + rand7() - 1
        if number < 40:
            break
    return number % 10 + 1
