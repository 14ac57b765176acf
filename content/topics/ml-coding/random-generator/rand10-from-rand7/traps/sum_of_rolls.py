# caught by: Low and high, odd and even come equally often
# Adding rolls feels like mixing them, but the middle sums are far likelier than the ends.
def rand10(rand7):
    return (rand7() + rand7()) % 10 + 1
