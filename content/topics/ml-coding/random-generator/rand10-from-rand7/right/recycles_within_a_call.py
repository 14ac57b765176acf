# What a rejected pair tells is a first roll from 1 to 7, or nothing, for the next pair of the same call.
def rand10(rand7):
    first = rand7()
    while True:
        number = 7 * (first - 1) + rand7() - 1
        if number < 40:
            return number % 10 + 1
        first = number - 39 if number < 47 else rand7()
