# caught by: The same rolls give the same result
# What a rejected pair leaves is kept for the next call, which may be about another die.
def rand10(rand7, left=[]):
    if left:
        number = 7 * left.pop() + rand7() - 1
        if number < 60:
            return number % 10 + 1
    while True:
        number = 7 * (rand7() - 1) + rand7() - 1
        if number < 40:
            return number % 10 + 1
        left[:] = [number - 40]
