# caught by: All of 1 to 10 occur
# Stretching seven outcomes over ten cannot reach more than seven of them.
def rand10(rand7):
    return (rand7() * 10 + 6) // 7
