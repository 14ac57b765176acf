# caught by: Over all sequences of rolls, each of 1 to 10 has its tenth
# Stretching seven outcomes over ten cannot reach more than seven of them.
def rand10(rand7):
    return (rand7() * 10 + 6) // 7
