# caught by: Over all sequences of rolls, each of 1 to 10 has its tenth
# Two rolls make 49 equally likely numbers, but 49 is not a multiple of 10: the remainder 10 comes 4/49 of the time.
def rand10(rand7):
    number = 7 * (rand7() - 1) + rand7()
    return (number - 1) % 10 + 1
