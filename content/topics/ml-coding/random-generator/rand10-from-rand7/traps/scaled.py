# caught by: Every sequence of rolls, up to eight, gives each of 1 to 10 its tenth
# Stretching seven outcomes over ten cannot reach more than seven of them.
def rand10(rand7):
    return (rand7() * 10 + 6) // 7
