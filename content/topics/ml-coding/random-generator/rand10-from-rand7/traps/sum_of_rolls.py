# caught by: Every sequence of rolls, up to eight, gives each of 1 to 10 its tenth
# Adding rolls feels like mixing them, but the middle sums are far likelier than the ends.
def rand10(rand7):
    return (rand7() + rand7()) % 10 + 1
