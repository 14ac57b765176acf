# caught by: Over all sequences of rolls, each of 1 to 10 has its tenth
# Adding rolls feels like mixing them, but the middle sums are far likelier than the ends.
def rand10(rand7):
    return (rand7() + rand7()) % 10 + 1
